package se.bofast.tenancy.web;

import se.bofast.page.Form;
import se.bofast.tenancy.Kept;

/// Says in the form why nothing was written.
final class Answers {

    private Answers() {}

    /// True if it was done.
    static boolean done(Form form, Kept kept) {
        return switch (kept) {
            case Kept.Done done -> true;
            case Kept.ChangedMeanwhile meanwhile -> {
                form.formError("tenancy.error.changedMeanwhile");
                yield false;
            }
            case Kept.Refused refused -> {
                form.formError(
                        switch (refused.reason()) {
                            case NOT_HELD -> "tenancy.refused.notHeld";
                            case ALREADY_LET -> "tenancy.refused.alreadyLet";
                            case ENDED_BEFORE -> "tenancy.refused.endedBefore";
                            case BEFORE_IT_BEGAN -> "tenancy.refused.beforeItBegan";
                            case ALREADY_A_PARTY -> "tenancy.refused.alreadyAParty";
                            case STAY_IN_THE_WAY -> "tenancy.refused.stayInTheWay";
                            case LAST_PARTY -> "tenancy.refused.lastParty";
                        });
                yield false;
            }
        };
    }
}
