package se.bofast.access.web;

import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ResponseBody;

/// Lets the launcher know that what answers on the port is Bofast.
@Controller
class HealthPage {

    @GetMapping(path = "/halsa", produces = MediaType.TEXT_PLAIN_VALUE)
    @ResponseBody
    String health() {
        return "bofast";
    }
}
