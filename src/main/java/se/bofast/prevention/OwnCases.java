package se.bofast.prevention;

import se.bofast.access.Actor;
import se.bofast.access.Role;

/// Which cases are an employee's own, in SQL: those one carries, or covers the carrying of. To a
/// debt adviser also those that have been referred there and are being advised on: budget advice
/// has a secrecy of its own, and sees what it has been asked to help with.
///
/// The statement has the parameter `:own` and calls the case `c`.
final class OwnCases {

    private static final String CARRIED = "c.responsible_id = any(:own)";

    private static final String CARRIED_OR_ADVISED_ON =
            """
            (c.responsible_id = any(:own) or c.id = any(array(
                select r.matter_id from debt.v_referral r
                where r.board_id = framework.board_id() and r.matter_kind = 'prevention-case'
                  and r.adviser_id = any(:own) and r.adviser_works)))
            """;

    private OwnCases() {}

    static String of(Actor actor) {
        return isAdviser(actor) ? CARRIED_OR_ADVISED_ON : CARRIED;
    }

    static boolean isAdviser(Actor actor) {
        return actor.roles().contains(Role.DEBT_ADVISER);
    }
}
