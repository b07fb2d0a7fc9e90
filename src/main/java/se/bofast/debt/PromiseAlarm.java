package se.bofast.debt;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/// How near the day is by which promised rent must be paid. Later constants are graver.
public enum PromiseAlarm {
    /// Paid by the due day.
    PAID,
    /// Paid, but after the due day.
    PAID_LATE,
    COMING,
    WITHIN_FIVE_DAYS,
    WITHIN_TWO_DAYS,
    /// Must be paid today to reach the creditor in time, or should have been sent already.
    TODAY,
    /// The due day has passed: possible lex Sarah (SoL 2025:400 27 kap. 2 §).
    MISSED;

    /// Days before the last day to pay at which the alarms begin (domain.md, rule 39).
    public static final int FIRST_ALARM = 5;

    static final int SECOND_ALARM = 2;

    /// @param payBy the last working day not after `dueOn`
    public static PromiseAlarm of(
            LocalDate payBy, LocalDate dueOn, @Nullable LocalDate paidOn, LocalDate today) {
        if (paidOn != null) {
            return paidOn.isAfter(dueOn) ? PAID_LATE : PAID;
        }
        if (today.isAfter(dueOn)) {
            return MISSED;
        }
        var left = ChronoUnit.DAYS.between(today, payBy);
        if (left <= 0) {
            return TODAY;
        }
        if (left <= SECOND_ALARM) {
            return WITHIN_TWO_DAYS;
        }
        return left <= FIRST_ALARM ? WITHIN_FIVE_DAYS : COMING;
    }

    /// True where someone must act.
    public boolean rings() {
        return compareTo(WITHIN_FIVE_DAYS) >= 0;
    }

    /// The rent was not paid by its due day: to be weighed as lex Sarah, also when paid since.
    public boolean isPossibleLexSarah() {
        return this == MISSED || this == PAID_LATE;
    }
}
