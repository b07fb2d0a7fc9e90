package se.bofast.tenancy;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.bofast.access.Access;
import se.bofast.access.Action;
import se.bofast.access.Actor;
import se.bofast.access.Subject;
import se.bofast.audit.Log;
import se.bofast.audit.LogEntry;
import se.bofast.kernel.PersonId;
import se.bofast.placement.ChainFact;

/// The next control point or follow-up of those who have moved in, on their cards in the chain.
@Component
class ComingControlPoints implements ChainFact {

    private final Referrals referrals;
    private final Access access;
    private final Log log;

    ComingControlPoints(Referrals referrals, Access access, Log log) {
        this.referrals = referrals;
        this.access = access;
        this.log = log;
    }

    @Override
    @Transactional
    public Map<PersonId, List<Coming>> coming(Actor actor, Collection<PersonId> people) {
        if (people.isEmpty() || !access.allows(actor, Action.SEE_REFERRALS)) {
            return Map.of();
        }
        var found = new HashMap<PersonId, List<Coming>>();
        for (var referral : referrals.of(people)) {
            var next = referral.way().due().stream().findFirst();
            if (next.isEmpty()
                    || !access.allows(
                            actor,
                            Action.SEE_REFERRALS,
                            new Subject(ReferralRelations.KIND, referral.id().value()))) {
                continue;
            }
            var due = next.get();
            found.merge(
                    referral.person(),
                    List.of(
                            new Coming(
                                    due.kind() == Way.Kind.FOLLOW_UP
                                            ? "tenancy.chain.followUp"
                                            : "tenancy.chain.controlPoint",
                                    due.months(),
                                    due.on(),
                                    "/remisser/" + referral.id())),
                    (one, other) -> Stream.concat(one.stream(), other.stream()).toList());
        }
        if (!found.isEmpty()) {
            log.record(
                    LogEntry.of(Action.SEE_REFERRALS)
                            .because("CHAIN")
                            .touching(List.copyOf(found.keySet())));
        }
        return found;
    }
}
