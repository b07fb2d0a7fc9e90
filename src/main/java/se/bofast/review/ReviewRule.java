package se.bofast.review;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/// Why somebody's looking at a person is taken up for review. What each means in words stands in
/// the message files, and on every page that shows it.
public enum ReviewRule {
    /// The person has the employee's family name.
    OWN_NAME,
    /// The person lives in the house the employee lives in.
    OWN_ADDRESS,
    /// The person lives with somebody who has the employee's family name.
    NAMESAKE_IN_HOUSEHOLD,
    /// The person lives where somebody lives about whom the same employee was found to have looked
    /// without right.
    NEAR_A_FINDING,
    /// Outside the board's hours, or on a day that is no working day; not while on call.
    AFTER_HOURS,
    /// Neither the employee nor the unit has had anything to do with the person.
    NEVER_ASSIGNED,
    /// Many people in one hour.
    MANY_PEOPLE,
    /// The person's identity is protected.
    PROTECTED,
    /// Nödöppning: the employee opened it against the walls and said why.
    BREAK_GLASS,
    /// More than once, long after the last case was closed.
    AFTER_CLOSED,
    /// The same person searched for again and again.
    MANY_SEARCHES,
    /// Tried to open what one may not see.
    REFUSED,
    /// Drawn by lot among what no rule took.
    SAMPLE;

    /// Those that can be switched off: not the sample, whose size is set, and not what the house
    /// stopped or was opened against its walls.
    public static final Set<ReviewRule> ALWAYS = Set.of(SAMPLE, BREAK_GLASS, REFUSED);

    /// The rules of the names; names of a later version are left out.
    static List<ReviewRule> named(Collection<String> names) {
        return Arrays.stream(values()).filter(rule -> names.contains(rule.name())).toList();
    }
}
