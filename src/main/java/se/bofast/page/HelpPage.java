package se.bofast.page;

import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/// Short-cuts, how the clock is counted, and the words.
@Controller
class HelpPage {

    @GetMapping("/hjalp")
    ModelAndView help() {
        return Pages.render("page/help", Map.of());
    }
}
