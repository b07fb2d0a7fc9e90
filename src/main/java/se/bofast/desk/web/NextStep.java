package se.bofast.desk.web;

import java.util.Set;
import se.bofast.access.Action;
import se.bofast.prevention.DayList;

/// The one thing to do next about a legal day: the button of its row.
public enum NextStep {
    DECIDE("/utredning", Action.DECIDE_INQUIRY),
    UNDERTAKE("/atagande", Action.GRANT_UNDERTAKING),
    CLOSE("/avsluta", Action.CLOSE_CASE),
    /// The letter to Kronofogden or its copy: it is ready, one press away.
    LETTER("/brev/skriv/kronofogden", Action.WRITE_LETTER),
    CONTACT("", Action.LOG_CONTACT),
    FILL_IN("/uppgift", Action.WORK_ON_CASE),
    OPEN("", Action.SEE_CASE);

    private final String below;
    private final Action action;

    NextStep(String below, Action action) {
        this.below = below;
        this.action = action;
    }

    /// What to do about the rule's day; to open the case where one may not, or where it is not one
    /// press.
    public static NextStep of(String rule, Set<Action> may) {
        var step =
                switch (rule) {
                    case "inquiry-decision" -> DECIDE;
                    case "payment-undertaking" -> UNDERTAKE;
                    case "outcome-record" -> CLOSE;
                    case "eviction-confirmation", "confirmation-copy" -> LETTER;
                    case "disturbance-contact" -> CONTACT;
                    case "child-in-household" -> FILL_IN;
                    default -> OPEN;
                };
        return may.contains(step.action) ? step : OPEN;
    }

    public String href(DayList.Due due) {
        return this == CONTACT
                ? "/kontakter/ny?arende=" + due.caseId()
                : "/arenden/" + due.caseId() + below;
    }
}
