package se.bofast.person;

import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.bofast.TestHouse.TestBoard;
import se.bofast.access.Actor;

/// What stands in the log of a test's board.
public record LogRows(
        String action,
        @Nullable String reason,
        @Nullable UUID subject,
        List<UUID> people,
        @Nullable String change) {

    public static List<LogRows> of(TestBoard board, Actor actor) {
        return board.ask(
                actor,
                db ->
                        db.sql(
                                        """
                                        select action, reason, subject_id, person_ids, change from audit.entry order by at, id
                                        """)
                                .query((rs, n) ->
                                        new LogRows(
                                                rs.getString("action"),
                                                rs.getString("reason"),
                                                rs.getObject("subject_id", UUID.class),
                                                Arrays.asList(
                                                        (UUID[])
                                                                rs.getArray("person_ids")
                                                                        .getArray()),
                                                rs.getString("change")))
                                .list());
    }
}
