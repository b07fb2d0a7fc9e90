package se.bofast.deadline;

import static se.bofast.deadline.FactKind.ENFORCEMENT_DOCUMENTS_ON;
import static se.bofast.deadline.FactKind.EVICTION_APPLIED_ON;
import static se.bofast.deadline.FactKind.EVICTION_CANCELLED_ON;
import static se.bofast.deadline.FactKind.EVICTION_EXECUTED_ON;
import static se.bofast.deadline.FactKind.EVICTION_NOTICE_RECEIVED_ON;
import static se.bofast.deadline.FactKind.RESPONDENT_ABROAD;
import static se.bofast.deadline.FactKind.RESPONDENT_HEARD_ON;
import static se.bofast.deadline.FactKind.RESPONDENT_NOTICE_SENT_ON;
import static se.bofast.deadline.FactKind.VERDICT_ON;
import static se.bofast.deadline.FactKind.WITHDRAWN_ON;

import java.time.LocalDate;
import java.time.Period;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The days that enforcement of an eviction counts from (UB 16 kap.).
final class Enforcement {

    /// Target for the eviction: UB 16 kap. 3 § second paragraph.
    static final Period TARGET = Period.ofWeeks(4);

    static final Set<FactKind> START =
            StatutoryRule.kinds(ENFORCEMENT_DOCUMENTS_ON, VERDICT_ON, EVICTION_APPLIED_ON);

    static final Set<FactKind> HEARING =
            StatutoryRule.kinds(RESPONDENT_HEARD_ON, RESPONDENT_ABROAD, RESPONDENT_NOTICE_SENT_ON);

    static final Set<FactKind> END =
            StatutoryRule.kinds(
                    EVICTION_EXECUTED_ON,
                    EVICTION_CANCELLED_ON,
                    EVICTION_NOTICE_RECEIVED_ON,
                    WITHDRAWN_ON);

    private Enforcement() {}

    /// The day the documents came in. A verdict is enforced without application and then counts as
    /// applied for when it was given (UB 2 kap. 1 §).
    static @Nullable LocalDate start(Facts facts) {
        var documents = facts.latest(ENFORCEMENT_DOCUMENTS_ON);
        return documents == null ? facts.latest(VERDICT_ON) : documents;
    }

    static FactKind startKind(Facts facts) {
        return facts.has(ENFORCEMENT_DOCUMENTS_ON) ? ENFORCEMENT_DOCUMENTS_ON : VERDICT_ON;
    }

    /// UB 16 kap. 3 § third paragraph: one week from the chance to comment, abroad two weeks from
    /// the sending.
    static @Nullable LocalDate earliest(Facts facts) {
        var abroad = facts.isYes(RESPONDENT_ABROAD);
        var heard = facts.latest(abroad ? RESPONDENT_NOTICE_SENT_ON : RESPONDENT_HEARD_ON);
        return heard == null ? null : heard.plusWeeks(abroad ? 2 : 1);
    }

    static boolean isKnown(Facts facts) {
        return facts.has(VERDICT_ON) || facts.has(EVICTION_APPLIED_ON);
    }

    /// The end of the enforcement, if it has ended: carried out, called off after the latest notice
    /// of a day, or withdrawn.
    static Finding closedBy(Facts facts, Finding.Runs runs) {
        var executed = facts.latest(EVICTION_EXECUTED_ON);
        if (executed != null) {
            return runs.done(executed, Remark.of(RemarkCode.EVICTION_EXECUTED, executed));
        }
        var withdrawn = facts.latest(WITHDRAWN_ON);
        if (withdrawn != null) {
            return runs.done(withdrawn, Remark.of(RemarkCode.WITHDRAWN, withdrawn));
        }
        return runs;
    }

    static @Nullable LocalDate cancelled(Facts facts) {
        var noticed = facts.latest(EVICTION_NOTICE_RECEIVED_ON);
        return noticed == null
                ? facts.latest(EVICTION_CANCELLED_ON)
                : facts.firstOnOrAfter(EVICTION_CANCELLED_ON, noticed);
    }
}
