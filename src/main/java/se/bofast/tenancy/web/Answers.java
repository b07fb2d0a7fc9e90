package se.bofast.tenancy.web;

import org.jspecify.annotations.Nullable;
import se.bofast.page.Form;
import se.bofast.tenancy.Kept;
import se.bofast.tenancy.Offering.Step;

/// Why nothing was written, as a sentence's key.
final class Answers {

    private Answers() {}

    /// True if it was done; else the form says why not.
    static boolean done(Form form, Kept kept) {
        var key = key(kept);
        if (key != null) {
            form.formError(key);
        }
        return key == null;
    }

    /// @throws TurnedDown if it was not done
    static Kept orTurnDown(Kept kept) {
        var key = key(kept);
        if (key != null) {
            throw new TurnedDown(key);
        }
        return kept;
    }

    /// @throws TurnedDown if it was not done
    static void orTurnDown(Step step) {
        switch (step) {
            case Step.Done done -> {}
            case Step.NotNow not -> throw new TurnedDown("tenancy.step.notNow");
            case Step.Taken taken -> throw new TurnedDown("tenancy.step.taken");
            case Step.Refused(var reason) -> throw new TurnedDown(key(reason));
        }
    }

    private static @Nullable String key(Kept kept) {
        return switch (kept) {
            case Kept.Done done -> null;
            case Kept.ChangedMeanwhile meanwhile -> "tenancy.error.changedMeanwhile";
            case Kept.Refused(var reason) -> key(reason);
        };
    }

    private static String key(Kept.Reason reason) {
        return switch (reason) {
            case NOT_HELD -> "tenancy.refused.notHeld";
            case ALREADY_LET -> "tenancy.refused.alreadyLet";
            case ENDED_BEFORE -> "tenancy.refused.endedBefore";
            case BEFORE_IT_BEGAN -> "tenancy.refused.beforeItBegan";
            case ALREADY_A_PARTY -> "tenancy.refused.alreadyAParty";
            case STAY_IN_THE_WAY -> "tenancy.refused.stayInTheWay";
            case LAST_PARTY -> "tenancy.refused.lastParty";
            case BY_MISTAKE -> "tenancy.refused.byMistake";
            case HAS_PAYMENTS -> "tenancy.refused.hasPayments";
            case ON_THE_WAY -> "tenancy.refused.onTheWay";
        };
    }
}
