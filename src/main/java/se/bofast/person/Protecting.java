package se.bofast.person;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.bofast.access.Access;
import se.bofast.access.Action;
import se.bofast.access.Actor;
import se.bofast.access.Entrusting;
import se.bofast.access.Subject;
import se.bofast.audit.Log;
import se.bofast.audit.LogEntry;
import se.bofast.kernel.Conflict;
import se.bofast.kernel.HouseClock;
import se.bofast.kernel.NewId;
import se.bofast.kernel.NotFound;
import se.bofast.kernel.PersonId;
import se.bofast.person.IdentityFact.Identity;

/// Marks that a person's identity is protected, and takes the mark away. Both take effect at once,
/// everywhere: from the end of the transaction the walls hide the person, and those they live with,
/// from everyone who has not been entrusted with them.
@Component
public class Protecting {

    private final JdbcClient db;
    private final Clock clock;
    private final Log log;
    private final Access access;
    private final CorrectingIdentity identities;
    private final Sheltering sheltering;
    private final Entrusting entrusting;
    private final ApplicationEventPublisher events;

    Protecting(
            JdbcClient db,
            Clock clock,
            Log log,
            Access access,
            CorrectingIdentity identities,
            Sheltering sheltering,
            Entrusting entrusting,
            ApplicationEventPublisher events) {
        this.db = db;
        this.clock = clock;
        this.log = log;
        this.access = access;
        this.identities = identities;
        this.sheltering = sheltering;
        this.entrusting = entrusting;
        this.events = events;
    }

    /// What is to be written.
    ///
    /// @param seen the mark the writer had before their eyes; null if there was none
    public record NewMark(
            @Nullable UUID seen,
            Protection kind,
            ProtectionMark.Source source,
            String reason,
            @Nullable LocalDate untilOn,
            @Nullable LocalDate reviewOn) {}

    /// All marks, the one in force first. The caller has required the action.
    @Transactional(readOnly = true)
    public List<ProtectionMark> history(PersonId person) {
        return db.sql(
                        """
                        select id, kind, source, reason, until_on, review_on, recorded_at, superseded_at
                        from person.protection
                        where board_id = framework.board_id() and person_id = :person
                        order by superseded_at desc nulls first, recorded_at desc, id desc
                        """)
                .param("person", person.value())
                .query((rs, n) -> {
                    var superseded = rs.getTimestamp("superseded_at");
                    return new ProtectionMark(
                            rs.getObject("id", UUID.class),
                            Protection.valueOf(rs.getString("kind")),
                            ProtectionMark.Source.valueOf(rs.getString("source")),
                            rs.getString("reason"),
                            rs.getObject("until_on", LocalDate.class),
                            rs.getObject("review_on", LocalDate.class),
                            rs.getTimestamp("recorded_at").toInstant(),
                            superseded == null ? null : superseded.toInstant());
                })
                .list();
    }

    /// Marks, changes the mark, or takes it away (kind NONE). Who marks is entrusted with the
    /// person for a month, so that they can finish what they are doing. Logged.
    ///
    /// @throws NotFound if the actor may not see the person
    /// @throws Conflict if somebody else marked meanwhile
    @Transactional
    public void mark(Actor actor, PersonId person, NewMark mark) {
        access.require(
                actor,
                Action.MARK_PROTECTED_PERSON,
                new Subject(PersonRelations.KIND, person.value()));
        var before = history(person).stream().filter(m -> m.supersededAt() == null).findFirst();
        if (!before.map(ProtectionMark::id).equals(Optional.ofNullable(mark.seen()))) {
            throw new Conflict("person.protection.changedMeanwhile");
        }
        var identity = identities.current(person).orElseThrow(NotFound::new);
        var was = identity.identity().protection();
        supersede(person);
        insert(person, mark);
        if (was != mark.kind()) {
            identities.correct(
                    actor,
                    person,
                    identity.id(),
                    identity.identity().with(mark.kind()),
                    mark.reason());
        }
        log.record(
                LogEntry.of(Action.MARK_PROTECTED_PERSON)
                        .because(mark.kind().hides() ? "MARKED" : "UNMARKED")
                        .about(PersonRelations.KIND, person.value())
                        .touching(person)
                        .changing(
                                java.util.Map.of(Identity.PROTECTION, was.name()),
                                java.util.Map.of(Identity.PROTECTION, mark.kind().name())));
        if (!mark.kind().hides()) {
            sheltering.unveil(person);
            return;
        }
        if (!was.hides() || !actor.entrusted().contains(person)) {
            entrusting.entrust(
                    person,
                    actor.id(),
                    HouseClock.today(clock).plusDays(People.ENTRUSTED_DAYS),
                    People.REGISTERED);
        }
        sheltering.shelter(person);
        events.publishEvent(new PersonProtected(sheltering.because(person)));
    }

    private void supersede(PersonId person) {
        db.sql(
                        """
                        update person.protection set superseded_at = :now
                        where board_id = framework.board_id() and person_id = :person and superseded_at is null
                        """)
                .param("now", Timestamp.from(clock.instant()))
                .param("person", person.value())
                .update();
    }

    private void insert(PersonId person, NewMark mark) {
        db.sql(
                        """
                        insert into person.protection (board_id, area_id, id, person_id, kind, source, reason, until_on,
                            review_on, recorded_at, recorded_by)
                        select board_id, area_id, :id, id, :kind, :source, :reason, :until, :review, :now,
                            framework.account_id()
                        from person.person where board_id = framework.board_id() and id = :person
                        """)
                .param("id", NewId.at(clock))
                .param("person", person.value())
                .param("kind", mark.kind().name())
                .param("source", mark.source().name())
                .param("reason", mark.reason())
                .param("until", mark.untilOn())
                .param("review", mark.reviewOn())
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }
}
