package se.bofast.page;

import java.time.LocalDate;
import java.util.HashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.info.BuildProperties;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/// What Bofast is, its version and licence, and the accessibility statement
/// (tillgänglighetsredogörelse, lag 2018:1937 13 §).
///
/// Who answers for the installation is set by whoever runs it: `bofast.operator.name` and
/// `bofast.operator.accessibility-contact` (a mail address or a web address).
@Controller
class AboutPage {

    /// The day the pages were last gone through against WCAG 2.2.
    static final LocalDate ASSESSED_ON = LocalDate.of(2026, 11, 21);

    private final ObjectProvider<BuildProperties> build;
    private final String operator;
    private final String contact;

    AboutPage(
            ObjectProvider<BuildProperties> build,
            @Value("${bofast.operator.name:}") String operator,
            @Value("${bofast.operator.accessibility-contact:}") String contact) {
        this.build = build;
        this.operator = operator;
        this.contact = contact;
    }

    @GetMapping("/om")
    ModelAndView about() {
        var built = build.getIfAvailable();
        var model = new HashMap<String, @Nullable Object>();
        model.put("version", built == null ? null : built.getVersion());
        model.put("operator", operator.isBlank() ? null : operator);
        model.put("contact", contact.isBlank() ? null : contact);
        model.put("assessedOn", ASSESSED_ON);
        return Pages.render("page/aboutPage", model);
    }
}
