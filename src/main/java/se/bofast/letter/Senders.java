package se.bofast.letter;

import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// The municipality's own words in its letters. Until they are filled in, no letter is made.
@Component
public class Senders {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");

    private final JdbcClient db;
    private final Clock clock;

    Senders(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public Optional<Sender> find() {
        return db.sql(
                        """
                        select municipality, unit, board, contact_function, phone, phone_from, phone_to, email,
                               visiting_address, return_address, answer_page, enforcement_address
                        from letter.sender
                        where board_id = framework.board_id() and area_id = (framework.area_ids())[1]
                        """)
                .query(Senders::row)
                .optional();
    }

    /// Writes them down, or in place of those before. The caller has required the action and logs.
    @Transactional(propagation = Propagation.MANDATORY)
    public void keep(Sender sender) {
        var details = sender.details();
        db.sql(
                        """
                        insert into letter.sender (board_id, area_id, municipality, unit, board, contact_function, phone,
                            phone_from, phone_to, email, visiting_address, return_address, answer_page,
                            enforcement_address, changed_at, changed_by)
                        values (framework.board_id(), (framework.area_ids())[1], :municipality, :unit, :board, :function,
                            :phone, :from, :to, :email, :visiting, :return, :page, :enforcement, :now,
                            framework.account_id())
                        on conflict (board_id, area_id) do update
                        set municipality = excluded.municipality, unit = excluded.unit, board = excluded.board,
                            contact_function = excluded.contact_function, phone = excluded.phone,
                            phone_from = excluded.phone_from, phone_to = excluded.phone_to, email = excluded.email,
                            visiting_address = excluded.visiting_address, return_address = excluded.return_address,
                            answer_page = excluded.answer_page, enforcement_address = excluded.enforcement_address,
                            changed_at = excluded.changed_at, changed_by = excluded.changed_by
                        """)
                .param("municipality", details.municipality())
                .param("unit", details.unit())
                .param("board", details.board())
                .param("function", details.contactFunction())
                .param("phone", details.phone())
                .param("from", TIME.format(details.phoneFrom()))
                .param("to", TIME.format(details.phoneTo()))
                .param("email", details.email())
                .param("visiting", details.visitingAddress())
                .param("return", details.returnAddress())
                .param("page", details.answerPage().toString())
                .param(
                        "enforcement",
                        sender.enforcementAddress().isEmpty()
                                ? null
                                : String.join("\n", sender.enforcementAddress()))
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }

    private static Sender row(ResultSet rs, int n) throws SQLException {
        var enforcement = rs.getString("enforcement_address");
        return new Sender(
                new SenderDetails(
                        rs.getString("municipality"),
                        rs.getString("unit"),
                        rs.getString("board"),
                        rs.getString("contact_function"),
                        rs.getString("phone"),
                        LocalTime.parse(rs.getString("phone_from"), TIME),
                        LocalTime.parse(rs.getString("phone_to"), TIME),
                        rs.getString("email"),
                        rs.getString("visiting_address"),
                        rs.getString("return_address"),
                        URI.create(rs.getString("answer_page"))),
                enforcement == null ? List.of() : enforcement.lines().toList());
    }
}
