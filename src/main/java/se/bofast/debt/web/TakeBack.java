package se.bofast.debt.web;

import java.util.Map;
import org.springframework.web.servlet.ModelAndView;
import se.bofast.debt.DebtCard;
import se.bofast.page.Form;
import se.bofast.page.Pages;

/// What can be taken back, each by a page that asks why. Its labels are the page's headings.
public enum TakeBack {
    AMOUNT,
    DEBT,
    PAYMENT,
    PLAN,
    PROMISE,
    PROMISE_PAID;

    ModelAndView page(DebtCard card, String action, Form form) {
        return Pages.render(
                "debt/web/take-back",
                Map.of("card", card, "what", this, "action", action, "form", form));
    }
}
