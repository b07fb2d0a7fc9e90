package se.bofast.prevention;

import java.time.Instant;

/// After how long what nobody has taken up is an alarm: the board's own routine (the law says
/// "without delay").
///
/// @param attemptDays a case nobody has tried to reach the person in
/// @param decisionDays a case without a decision on an inquiry
/// @param contactDays a case without any contact
/// @param unreadHours a case its responsible has not opened moves up to the head of unit
public record AlarmLimits(int attemptDays, int decisionDays, int contactDays, int unreadHours) {

    public static final AlarmLimits USUAL = new AlarmLimits(2, 14, 14, 24);

    public static final int MOST_ATTEMPT_DAYS = 30;
    public static final int MOST_DAYS = 90;
    public static final int MOST_HOURS = 336;

    private static final long DAY = 86_400;
    private static final long HOUR = 3_600;

    public AlarmLimits {
        if (attemptDays < 1
                || attemptDays > MOST_ATTEMPT_DAYS
                || decisionDays < 1
                || decisionDays > MOST_DAYS
                || contactDays < 1
                || contactDays > MOST_DAYS
                || unreadHours < 1
                || unreadHours > MOST_HOURS) {
            throw new IllegalArgumentException("a limit is out of bounds");
        }
    }

    /// Opened before this and still without an attempt: an alarm.
    Instant attempt(Instant now) {
        return now.minusSeconds(DAY * attemptDays);
    }

    Instant decision(Instant now) {
        return now.minusSeconds(DAY * decisionDays);
    }

    Instant contact(Instant now) {
        return now.minusSeconds(DAY * contactDays);
    }

    Instant unread(Instant now) {
        return now.minusSeconds(HOUR * unreadHours);
    }
}
