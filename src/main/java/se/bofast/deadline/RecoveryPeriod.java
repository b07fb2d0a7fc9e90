package se.bofast.deadline;

import static se.bofast.deadline.FactKind.BOARD_NOTICE_ARRIVED_ON;
import static se.bofast.deadline.FactKind.BOARD_NOTICE_POSTED_ON;
import static se.bofast.deadline.FactKind.BOARD_NOTICE_REGISTERED_MAIL;
import static se.bofast.deadline.FactKind.MUST_MOVE_WITHIN_MONTH;
import static se.bofast.deadline.FactKind.RENT_DEPOSITED_ON;
import static se.bofast.deadline.FactKind.RENT_PAID_ON;
import static se.bofast.deadline.FactKind.TENANT_SERVED_ON;
import static se.bofast.deadline.FactKind.UNDERTAKING_SENT_ON;
import static se.bofast.deadline.FactKind.WITHDRAWN_ON;

import java.time.LocalDate;
import java.time.Period;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The three weeks (återvinningsfrist) that several rules rest on: JB 12 kap. 44 § first paragraph
/// 1.
///
/// They start when both have happened: the tenant is served, and the board is told. A registered
/// letter tells the board the day it is posted (12 kap. 63 §), any other notice the day it arrives.
sealed interface RecoveryPeriod {

    Period LENGTH = Period.ofWeeks(3);

    Set<FactKind> READS =
            StatutoryRule.kinds(
                    TENANT_SERVED_ON,
                    BOARD_NOTICE_POSTED_ON,
                    BOARD_NOTICE_ARRIVED_ON,
                    BOARD_NOTICE_REGISTERED_MAIL,
                    MUST_MOVE_WITHIN_MONTH);

    List<FactKind> EVENTS =
            List.of(TENANT_SERVED_ON, BOARD_NOTICE_ARRIVED_ON, BOARD_NOTICE_POSTED_ON);

    /// Neither of the two has happened, or the law gives no period.
    record None(List<Remark> remarks) implements RecoveryPeriod {}

    /// One of the two is unknown.
    record Waiting(Set<FactKind> missing, List<Remark> remarks) implements RecoveryPeriod {}

    /// Both have happened.
    ///
    /// @param rawEnd three weeks after the start
    /// @param end the last day to pay
    /// @param latestEnd the last day to pay if the latest of several services counts
    record Running(
            LocalDate rawEnd,
            LocalDate end,
            LocalDate latestEnd,
            List<Remark> remarks,
            Set<FactKind> from)
            implements RecoveryPeriod {

        Finding.Runs lastDay() {
            return new Finding.Runs(
                    end,
                    Finding.Kind.DEADLINE,
                    rawEnd,
                    latestEnd.equals(end) ? null : latestEnd,
                    remarks,
                    from);
        }

        /// Done if the act came in time; else the day runs on, with a remark on a late act.
        Finding answer(Finding.Runs runs, @Nullable LocalDate acted, Remark... done) {
            if (acted == null) {
                return runs;
            }
            if (!acted.isAfter(end)) {
                return runs.done(acted, done);
            }
            return runs.and(
                    Remark.of(
                            acted.isAfter(latestEnd)
                                    ? RemarkCode.TOO_LATE
                                    : RemarkCode.BETWEEN_READINGS,
                            acted));
        }
    }

    static RecoveryPeriod of(Facts facts, WorkingDays days) {
        if (facts.isYes(MUST_MOVE_WITHIN_MONTH)) {
            return new None(List.of(Remark.of(RemarkCode.MUST_MOVE_ANYWAY)));
        }
        var served = facts.days(TENANT_SERVED_ON);
        var arrived = facts.days(BOARD_NOTICE_ARRIVED_ON);
        var posted = facts.days(BOARD_NOTICE_POSTED_ON);
        var registered = facts.isYes(BOARD_NOTICE_REGISTERED_MAIL);
        var otherWay = facts.isNo(BOARD_NOTICE_REGISTERED_MAIL);
        if (served.isEmpty() && arrived.isEmpty() && posted.isEmpty()) {
            return new None(List.of());
        }
        var told = registered ? posted : otherWay ? arrived : List.<LocalDate>of();
        if (served.isEmpty() || told.isEmpty()) {
            return waiting(served, arrived, registered, otherWay, told, days);
        }
        return running(served, told, arrived, registered, days);
    }

    /// The day the tenant or someone else paid, deposited or the board undertook to pay.
    static @Nullable LocalDate settled(Facts facts) {
        return StatutoryRule.earlier(paid(facts), facts.earliest(UNDERTAKING_SENT_ON));
    }

    static @Nullable LocalDate paid(Facts facts) {
        return StatutoryRule.earlier(
                facts.earliest(RENT_PAID_ON), facts.earliest(RENT_DEPOSITED_ON));
    }

    /// Nothing runs: say why, or what is missing. A matter settled meanwhile asks for nothing.
    static Finding idle(RecoveryPeriod period, Facts facts) {
        return switch (period) {
            case None none -> new Finding.NotApplicable(none.remarks());
            case Waiting waiting -> {
                var paid = paid(facts);
                var withdrawn = facts.latest(WITHDRAWN_ON);
                if (paid != null) {
                    yield Finding.NotApplicable.because(Remark.of(RemarkCode.RENT_PAID, paid));
                }
                if (withdrawn != null) {
                    yield Finding.NotApplicable.because(Remark.of(RemarkCode.WITHDRAWN, withdrawn));
                }
                yield new Finding.NotRunning(waiting.missing(), waiting.remarks());
            }
            case Running running -> throw new IllegalStateException("the period runs");
        };
    }

    private static Waiting waiting(
            List<LocalDate> served,
            List<LocalDate> arrived,
            boolean registered,
            boolean otherWay,
            List<LocalDate> told,
            WorkingDays days) {
        var missing = EnumSet.noneOf(FactKind.class);
        if (served.isEmpty()) {
            missing.add(TENANT_SERVED_ON);
        }
        if (told.isEmpty()) {
            if (registered) {
                missing.add(BOARD_NOTICE_POSTED_ON);
            } else if (otherWay) {
                missing.add(BOARD_NOTICE_ARRIVED_ON);
            } else {
                missing.add(BOARD_NOTICE_REGISTERED_MAIL);
                if (arrived.isEmpty()) {
                    missing.add(BOARD_NOTICE_ARRIVED_ON);
                }
            }
        }
        var remarks = new ArrayList<Remark>();
        if (!served.isEmpty() && !arrived.isEmpty()) {
            // A registered letter is posted no later than it arrives: the end can only be earlier.
            var start = StatutoryRule.later(served.getFirst(), arrived.getFirst());
            remarks.add(Remark.of(RemarkCode.ENDS_AT_LATEST, days.onOrAfter(start.plus(LENGTH))));
        }
        return new Waiting(missing, remarks);
    }

    private static Running running(
            List<LocalDate> served,
            List<LocalDate> told,
            List<LocalDate> arrived,
            boolean registered,
            WorkingDays days) {
        var from =
                EnumSet.of(
                        TENANT_SERVED_ON,
                        BOARD_NOTICE_REGISTERED_MAIL,
                        registered ? BOARD_NOTICE_POSTED_ON : BOARD_NOTICE_ARRIVED_ON);
        var start = StatutoryRule.later(served.getFirst(), told.getFirst());
        var remarks = new ArrayList<Remark>();
        remarks.add(
                Remark.of(
                        start.equals(served.getFirst())
                                ? RemarkCode.COUNTED_FROM_SERVICE
                                : RemarkCode.COUNTED_FROM_BOARD_NOTICE,
                        start));
        if (registered) {
            remarks.add(Remark.of(RemarkCode.POSTED_DAY_COUNTS, told.getFirst()));
            if (!arrived.isEmpty()) {
                from.add(BOARD_NOTICE_ARRIVED_ON);
                var used = (int) ChronoUnit.DAYS.between(start, arrived.getFirst());
                if (used > 0) {
                    remarks.add(Remark.of(RemarkCode.DAYS_ALREADY_USED, used));
                }
                if (arrived.getFirst().isBefore(told.getFirst())) {
                    remarks.add(Remark.of(RemarkCode.POSTED_AFTER_ARRIVED));
                }
            }
        }
        var raw = start.plus(LENGTH);
        var end = days.onOrAfter(raw);
        if (!end.equals(raw)) {
            remarks.add(Finding.Runs.moveOf(RemarkCode.MOVED, raw, end, days));
        }
        var latestEnd =
                days.onOrAfter(StatutoryRule.later(served.getLast(), told.getLast()).plus(LENGTH));
        if (!latestEnd.equals(end)) {
            remarks.add(Remark.of(RemarkCode.SEVERAL_DATES, latestEnd));
        }
        return new Running(raw, end, latestEnd, remarks, from);
    }
}
