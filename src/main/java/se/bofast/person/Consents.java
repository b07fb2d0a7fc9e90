package se.bofast.person;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.bofast.access.Action;
import se.bofast.access.Actor;
import se.bofast.audit.Log;
import se.bofast.audit.LogEntry;
import se.bofast.kernel.NewId;
import se.bofast.kernel.NotFound;
import se.bofast.kernel.PersonId;
import se.bofast.person.Consent.ConsentId;

/// What people have allowed the board to tell, to whom. A consent is withdrawn, never erased.
@Component
public class Consents {

    private final JdbcClient db;
    private final Clock clock;
    private final Log log;

    Consents(JdbcClient db, Clock clock, Log log) {
        this.db = db;
        this.clock = clock;
        this.log = log;
    }

    /// @param untilOn the last day it holds; null: until it is withdrawn
    @Transactional
    public ConsentId give(
            Actor actor,
            PersonId person,
            Consent.ConsentScope scope,
            Counterpart to,
            Consent.ConsentForm form,
            LocalDate givenOn,
            @Nullable LocalDate untilOn) {
        var id = new ConsentId(NewId.at(clock));
        db.sql(
                        """
                        insert into person.consent (board_id, area_id, id, person_id, scope, counterpart_kind,
                            counterpart_id, counterpart_name, form, given_on, until_on, recorded_at, recorded_by)
                        values (framework.board_id(), (framework.area_ids())[1], :id, :person, :scope, :kind,
                            :counterpart, :name, :form, :given, :until, :now, framework.account_id())
                        """)
                .param("id", id.value())
                .param("person", person.value())
                .param("scope", scope.name())
                .param("kind", to.kind().name())
                .param("counterpart", to.id())
                .param("name", to.name().strip())
                .param("form", form.name())
                .param("given", givenOn)
                .param("until", untilOn)
                .param("now", Timestamp.from(clock.instant()))
                .update();
        log.record(
                LogEntry.of(Action.CHANGE_PERSON)
                        .because("CONSENT_GIVEN")
                        .about(PersonRelations.KIND, person.value())
                        .touching(person)
                        .changing(
                                Map.of(),
                                Map.of("consent", id.value().toString(), "scope", scope.name())));
        return id;
    }

    /// @param on from this day on it no longer holds; not before it was given
    /// @throws NotFound if the person has no such consent that is not withdrawn
    @Transactional
    public void withdraw(Actor actor, PersonId person, ConsentId consent, LocalDate on) {
        var withdrawn =
                db.sql(
                                """
                                update person.consent set withdrawn_on = :on
                                where board_id = framework.board_id() and person_id = :person and id = :id
                                  and withdrawn_on is null
                                """)
                        .param("on", on)
                        .param("person", person.value())
                        .param("id", consent.value())
                        .update();
        if (withdrawn == 0) {
            throw new NotFound();
        }
        log.record(
                LogEntry.of(Action.CHANGE_PERSON)
                        .because("CONSENT_WITHDRAWN")
                        .about(PersonRelations.KIND, person.value())
                        .touching(person)
                        .changing(
                                Map.of("consent", consent.value().toString()),
                                Map.of("withdrawnOn", on.toString())));
    }

    /// The consent that lets this be told to the counterpart on the day. {@link
    /// Consent.ConsentScope#ALL_ABOUT_HOME} includes the others; a landlord is known by id, else by
    /// name.
    @Transactional(readOnly = true)
    public Optional<Consent> valid(
            PersonId person, Consent.ConsentScope scope, Counterpart to, LocalDate day) {
        return of(person).stream()
                .filter(consent ->
                        consent.scope().covers(scope) && consent.to().is(to) && consent.holds(day))
                .findFirst();
    }

    /// All of a person's consents, the last given first.
    @Transactional(readOnly = true)
    public List<Consent> of(PersonId person) {
        return db.sql(
                        """
                        select id, person_id, scope, counterpart_kind, counterpart_id, counterpart_name, form, given_on,
                               until_on, withdrawn_on
                        from person.consent
                        where board_id = framework.board_id() and person_id = :person
                        order by given_on desc, recorded_at desc, id desc
                        """)
                .param("person", person.value())
                .query(Consents::row)
                .list();
    }

    private static Consent row(ResultSet rs, int n) throws SQLException {
        return new Consent(
                new ConsentId(rs.getObject("id", UUID.class)),
                People.personId(rs, "person_id"),
                Consent.ConsentScope.valueOf(rs.getString("scope")),
                counterpart(rs),
                Consent.ConsentForm.valueOf(rs.getString("form")),
                rs.getObject("given_on", LocalDate.class),
                rs.getObject("until_on", LocalDate.class),
                rs.getObject("withdrawn_on", LocalDate.class));
    }

    static Counterpart counterpart(ResultSet rs) throws SQLException {
        return new Counterpart(
                Counterpart.CounterpartKind.valueOf(rs.getString("counterpart_kind")),
                rs.getObject("counterpart_id", UUID.class),
                rs.getString("counterpart_name"));
    }
}
