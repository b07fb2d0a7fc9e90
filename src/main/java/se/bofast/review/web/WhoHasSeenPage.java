package se.bofast.review.web;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import se.bofast.access.Actor;
import se.bofast.access.Subject;
import se.bofast.page.PageKey;
import se.bofast.page.Pages;
import se.bofast.review.WhoHasSeen;

/// Vem har sett.
@Controller
class WhoHasSeenPage {

    private final WhoHasSeen whoHasSeen;

    WhoHasSeenPage(WhoHasSeen whoHasSeen) {
        this.whoHasSeen = whoHasSeen;
    }

    @GetMapping("/logg/{kind}/{id}")
    ModelAndView show(
            Actor actor,
            @PathVariable String kind,
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable String page) {
        var slice = whoHasSeen.of(actor, new Subject(kind, id), PageKey.read(page));
        return Pages.render(
                "review/web/seen",
                Map.of("slice", slice, "isCase", kind.equals(WhoHasSeen.CASE), "id", id));
    }
}
