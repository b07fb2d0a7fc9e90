package se.bofast.support;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import se.bofast.access.Subject;
import se.bofast.kernel.EmployeeId;
import se.bofast.kernel.NewId;
import se.bofast.kernel.PersonId;

/// The table of contacts.
@Component
class Contacts {

    private final JdbcClient db;
    private final Clock clock;

    Contacts(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    Contact.ContactId add(Subject matter, @Nullable PersonId person, NewContact contact) {
        var id = new Contact.ContactId(NewId.at(clock));
        db.sql(
                        """
                        insert into support.contact (board_id, area_id, id, matter_kind, matter_id, person_id, counterpart,
                            way, outcome, with_landlord, happened_at, note, landlord_told, advice, next_try_on,
                            next_try_way, recorded_at, recorded_by)
                        values (framework.board_id(), (framework.area_ids())[1], :id, :kind, :matter, :person, :party,
                            :way, :outcome, :landlord, :happened, :note, :told, :advice, :nextOn, :nextBy,
                            :now, framework.account_id())
                        """)
                .param("id", id.value())
                .param("kind", matter.kind())
                .param("matter", matter.id())
                .param("person", person == null ? null : person.value())
                .param("party", contact.with().name())
                .param("way", contact.by().name())
                .param("outcome", contact.outcome().name())
                .param("landlord", contact.withLandlord())
                .param("happened", Timestamp.from(contact.happenedAt()))
                .param("note", contact.note())
                .param("told", contact.told() == null ? null : contact.told().name())
                .param(
                        "advice",
                        contact.advice().stream().map(Enum::name).sorted().toArray(String[]::new))
                .param("nextOn", contact.nextTryOn())
                .param("nextBy", contact.nextTryBy() == null ? null : contact.nextTryBy().name())
                .param("now", Timestamp.from(clock.instant()))
                .update();
        return id;
    }

    /// A letter to the tenant of each matter, in one statement.
    void addLetters(Map<Subject, PersonId> receivers, Instant at) {
        var each = List.copyOf(receivers.entrySet());
        db.sql(
                        """
                        insert into support.contact (board_id, area_id, id, matter_kind, matter_id, person_id, counterpart,
                            way, outcome, with_landlord, happened_at, note, advice, next_try_on, next_try_way,
                            recorded_at, recorded_by)
                        select framework.board_id(), (framework.area_ids())[1], g.id, g.kind, g.matter, g.person, 'TENANT',
                            'LETTER', 'SENT', false, :happened, null, cast(:advice as text[]), null, null,
                            :now, framework.account_id()
                        from unnest(cast(:ids as uuid[]), cast(:kinds as text[]), cast(:matters as uuid[]),
                                    cast(:people as uuid[])) as g (id, kind, matter, person)
                        """)
                .param("happened", Timestamp.from(at))
                .param("advice", new String[0])
                .param("now", Timestamp.from(clock.instant()))
                .param("ids", each.stream().map(e -> NewId.at(clock)).toArray(UUID[]::new))
                .param("kinds", each.stream().map(e -> e.getKey().kind()).toArray(String[]::new))
                .param("matters", each.stream().map(e -> e.getKey().id()).toArray(UUID[]::new))
                .param("people", each.stream().map(e -> e.getValue().value()).toArray(UUID[]::new))
                .update();
    }

    Optional<Contact> find(Contact.ContactId id) {
        return db.sql(
                        """
                        select id, matter_kind, matter_id, person_id, counterpart, way, outcome, with_landlord, happened_at,
                               note, landlord_told, advice, next_try_on, next_try_way, recorded_by, to_file_at, withdrawn_reason
                        from support.contact
                        where board_id = framework.board_id() and id = :id
                        """)
                .param("id", id.value())
                .query(Contacts::row)
                .optional();
    }

    /// The last first, withdrawn ones too.
    List<Contact> of(Subject matter) {
        return db.sql(
                        """
                        select id, matter_kind, matter_id, person_id, counterpart, way, outcome, with_landlord, happened_at,
                               note, landlord_told, advice, next_try_on, next_try_way, recorded_by, to_file_at, withdrawn_reason
                        from support.contact
                        where board_id = framework.board_id() and matter_kind = :kind and matter_id = :matter
                        order by happened_at desc, id desc
                        """)
                .param("kind", matter.kind())
                .param("matter", matter.id())
                .query(Contacts::row)
                .list();
    }

    /// The first reason stands.
    boolean withdraw(Contact.ContactId id, String reason) {
        return db.sql(
                                """
                                update support.contact set withdrawn_at = :now, withdrawn_reason = :reason
                                where board_id = framework.board_id() and id = :id and withdrawn_at is null
                                """)
                        .param("now", Timestamp.from(clock.instant()))
                        .param("reason", reason)
                        .param("id", id.value())
                        .update()
                > 0;
    }

    /// Who marks it a second time changes nothing: the first moment stands.
    void toFile(Contact.ContactId id, @Nullable Instant at) {
        db.sql(
                        """
                        update support.contact set to_file_at = case when cast(:at as timestamptz) is null then null
                                                                else coalesce(to_file_at, :at) end
                        where board_id = framework.board_id() and id = :id
                        """)
                .param("at", at == null ? null : Timestamp.from(at))
                .param("id", id.value())
                .update();
    }

    private static Contact row(ResultSet rs, int n) throws SQLException {
        var person = rs.getObject("person_id", UUID.class);
        var nextBy = rs.getString("next_try_way");
        var recordedBy = rs.getObject("recorded_by", UUID.class);
        var toFile = rs.getTimestamp("to_file_at");
        var told = rs.getString("landlord_told");
        return new Contact(
                new Contact.ContactId(rs.getObject("id", UUID.class)),
                new Subject(rs.getString("matter_kind"), rs.getObject("matter_id", UUID.class)),
                person == null ? null : new PersonId(person),
                Contact.With.valueOf(rs.getString("counterpart")),
                Contact.By.valueOf(rs.getString("way")),
                Contact.Outcome.valueOf(rs.getString("outcome")),
                rs.getBoolean("with_landlord"),
                rs.getTimestamp("happened_at").toInstant(),
                rs.getString("note"),
                told == null ? null : Contact.Told.valueOf(told),
                Arrays.stream((String[]) rs.getArray("advice").getArray())
                        .map(Contact.Advice::valueOf)
                        .collect(Collectors.toSet()),
                rs.getObject("next_try_on", LocalDate.class),
                nextBy == null ? null : Contact.By.valueOf(nextBy),
                recordedBy == null ? null : new EmployeeId(recordedBy),
                toFile == null ? null : toFile.toInstant(),
                rs.getString("withdrawn_reason"));
    }
}
