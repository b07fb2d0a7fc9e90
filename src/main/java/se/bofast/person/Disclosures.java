package se.bofast.person;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.bofast.access.Action;
import se.bofast.access.Actor;
import se.bofast.access.Subject;
import se.bofast.audit.Log;
import se.bofast.audit.LogEntry;
import se.bofast.kernel.EmployeeId;
import se.bofast.kernel.HouseClock;
import se.bofast.kernel.NewId;
import se.bofast.kernel.PersonId;
import se.bofast.person.Consent.ConsentId;
import se.bofast.person.Disclosure.DisclosureId;
import se.bofast.person.Disclosure.Intended;
import se.bofast.person.Disclosure.RefusalReason;
import se.bofast.person.Disclosure.Telling;

/// What was told to whom, and the stop where there is no ground to tell it.
@Component
public class Disclosures {

    private static final int SHORTEST_REASON = 10;

    private final JdbcClient db;
    private final Clock clock;
    private final Log log;
    private final Consents consents;

    Disclosures(JdbcClient db, Clock clock, Log log, Consents consents) {
        this.db = db;
        this.clock = clock;
        this.log = log;
        this.consents = consents;
    }

    /// Records that something is told, or refuses because the ground is missing. Record first, tell
    /// then.
    @Transactional
    public Telling record(Actor actor, Intended intended) {
        return record(actor, intended, HouseClock.today(clock));
    }

    /// The same, of what was told on an earlier day: the consent must have held then.
    @Transactional
    public Telling record(Actor actor, Intended intended, LocalDate toldOn) {
        var refusal = refusal(intended);
        if (refusal.isPresent()) {
            return new Telling.Refused(refusal.get());
        }
        var consent = consent(intended, toldOn);
        if (intended.ground() == Disclosure.Ground.CONSENT && consent.isEmpty()) {
            return new Telling.Refused(RefusalReason.CONSENT_MISSING);
        }
        var id = new DisclosureId(NewId.at(clock));
        insert(id, intended, consent.orElse(null), toldOn);
        log.record(
                LogEntry.of(
                                intended.to().kind() == Counterpart.CounterpartKind.LANDLORD
                                        ? Action.TELL_LANDLORD
                                        : Action.CHANGE_PERSON)
                        .because("DISCLOSURE_" + intended.ground().name())
                        .about(intended.matter().kind(), intended.matter().id())
                        .touching(intended.person()));
        return new Telling.Recorded(id);
    }

    /// What stands in the way, apart from whether a consent is valid.
    private static Optional<RefusalReason> refusal(Intended intended) {
        var noted = intended.note() != null && intended.note().strip().length() >= SHORTEST_REASON;
        var reason =
                switch (intended.ground()) {
                    case CONSENT ->
                            intended.person() == null
                                    ? RefusalReason.PERSON_MISSING
                                    : intended.scope() == null
                                            ? RefusalReason.CONSENT_MISSING
                                            : null;
                    case DUTY ->
                            intended.person() == null
                                    ? RefusalReason.PERSON_MISSING
                                    : namesLaw(intended.note())
                                            ? null
                                            : RefusalReason.DUTY_NOT_NAMED;
                    case NECESSARY -> noted ? null : RefusalReason.NECESSITY_NOT_WRITTEN;
                    case GENERAL_INFORMATION, RECEIPT ->
                            intended.person() == null ? null : RefusalReason.NAMES_SOMEBODY;
                };
        return Optional.ofNullable(reason);
    }

    /// A law is named by letters and a number: "SoL 15 kap. 8 §", "2025:400", "15:8 SoL".
    private static boolean namesLaw(@Nullable String note) {
        return note != null
                && note.chars().anyMatch(Character::isDigit)
                && note.replaceAll("\\P{L}", "").length() >= 2;
    }

    private Optional<ConsentId> consent(Intended intended, LocalDate toldOn) {
        var person = intended.person();
        var scope = intended.scope();
        return intended.ground() != Disclosure.Ground.CONSENT || person == null || scope == null
                ? Optional.empty()
                : consents.valid(person, scope, intended.to(), toldOn).map(Consent::id);
    }

    private void insert(
            DisclosureId id, Intended intended, @Nullable ConsentId consent, LocalDate toldOn) {
        db.sql(
                        """
                        insert into person.disclosure (board_id, area_id, id, person_id, matter_kind, matter_id,
                            counterpart_kind, counterpart_id, counterpart_name, ground, consent_id, content, note,
                            told_at, told_by, told_on)
                        values (framework.board_id(), (framework.area_ids())[1], :id, :person, :matterKind, :matter,
                            :kind, :counterpart, :name, :ground, :consent, :content, :note, :now, framework.account_id(),
                            :toldOn)
                        """)
                .param("id", id.value())
                .param("person", intended.person() == null ? null : intended.person().value())
                .param("matterKind", intended.matter().kind())
                .param("matter", intended.matter().id())
                .param("kind", intended.to().kind().name())
                .param("counterpart", intended.to().id())
                .param("name", intended.to().name().strip())
                .param("ground", intended.ground().name())
                .param("consent", consent == null ? null : consent.value())
                .param("content", intended.content())
                .param("note", intended.note())
                .param("now", Timestamp.from(clock.instant()))
                .param("toldOn", toldOn)
                .update();
    }

    /// Whether a duty or a necessity to tell the counterpart has been written down since the
    /// moment, in the matter or about the person.
    @Transactional(readOnly = true)
    public boolean isGrounded(
            Subject matter, @Nullable PersonId person, Counterpart to, Instant since) {
        return Stream.concat(
                        in(matter).stream(),
                        person == null ? Stream.empty() : about(person).stream())
                .filter(told ->
                        told.ground() == Disclosure.Ground.DUTY
                                || told.ground() == Disclosure.Ground.NECESSARY)
                .anyMatch(told -> told.to().is(to) && !told.toldAt().isBefore(since));
    }

    /// What was told about the person, the last first. The caller has required the action and logs.
    @Transactional(readOnly = true)
    public List<Disclosure> about(PersonId person) {
        return db.sql(
                        """
                        select id, person_id, matter_kind, matter_id, counterpart_kind, counterpart_id, counterpart_name,
                               ground, content, note, told_at, told_by
                        from person.disclosure
                        where board_id = framework.board_id() and person_id = :person
                        order by told_at desc, id desc
                        """)
                .param("person", person.value())
                .query(Disclosures::row)
                .list();
    }

    /// What was told in the matter, the last first. The caller has required the action and logs.
    @Transactional(readOnly = true)
    public List<Disclosure> in(Subject matter) {
        return db.sql(
                        """
                        select id, person_id, matter_kind, matter_id, counterpart_kind, counterpart_id, counterpart_name,
                               ground, content, note, told_at, told_by
                        from person.disclosure
                        where board_id = framework.board_id() and matter_id = :matter and matter_kind = :kind
                        order by told_at desc, id desc
                        """)
                .param("matter", matter.id())
                .param("kind", matter.kind())
                .query(Disclosures::row)
                .list();
    }

    private static Disclosure row(ResultSet rs, int n) throws SQLException {
        var person = rs.getObject("person_id", UUID.class);
        var teller = rs.getObject("told_by", UUID.class);
        return new Disclosure(
                new DisclosureId(rs.getObject("id", UUID.class)),
                person == null ? null : new PersonId(person),
                new Subject(rs.getString("matter_kind"), rs.getObject("matter_id", UUID.class)),
                Consents.counterpart(rs),
                Disclosure.Ground.valueOf(rs.getString("ground")),
                rs.getString("content"),
                rs.getString("note"),
                rs.getTimestamp("told_at").toInstant(),
                teller == null ? null : new EmployeeId(teller));
    }
}
