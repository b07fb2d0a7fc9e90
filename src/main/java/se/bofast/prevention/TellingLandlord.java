package se.bofast.prevention;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.bofast.access.Access;
import se.bofast.access.Action;
import se.bofast.access.Actor;
import se.bofast.audit.Log;
import se.bofast.audit.LogEntry;
import se.bofast.dwelling.LandlordId;
import se.bofast.dwelling.LandlordName;
import se.bofast.dwelling.Landlords;
import se.bofast.kernel.HouseClock;
import se.bofast.kernel.NotFound;
import se.bofast.kernel.PersonId;
import se.bofast.page.Choice;
import se.bofast.page.Frames;
import se.bofast.page.Section;
import se.bofast.page.Words;
import se.bofast.person.Consent;
import se.bofast.person.Consent.ConsentScope;
import se.bofast.person.Consents;
import se.bofast.person.Counterpart;
import se.bofast.person.Disclosure;
import se.bofast.person.Disclosure.Ground;
import se.bofast.person.Disclosure.Telling;
import se.bofast.person.Disclosures;
import se.bofast.person.People;
import se.bofast.person.PersonName;

/// Hyresvärden informerad: what a landlord is told in a case, and on what ground (A5).
///
/// A landlord that sent a signal gets a receipt; any landlord may get general information. Both are
/// fixed sentences, the same whether or not the person is known, so that neither can give anybody
/// away. Everything else is about the person, and needs a consent or a ground that is written down.
@Component
public class TellingLandlord {

    /// Whether the landlord of a case may be told without more, and whether it has been.
    public enum Informed {
        TOLD,
        /// It sent the signal, and has not had its receipt yet.
        NOT_YET,
        /// It did not send the signal: "ej tillåtet" without consent or a recorded ground.
        NOT_ALLOWED
    }

    /// Why nothing was told, beside what {@link Disclosures} refuses.
    public enum Refusal {
        /// Only a landlord that sent a signal gets a receipt for it.
        NO_SIGNAL_FROM_LANDLORD,
        /// There is no landlord to tell.
        LANDLORD_MISSING,
        CONTENT_MISSING,
        SCOPE_MISSING
    }

    public sealed interface Told {
        record Done() implements Told {}

        record Refused(Refusal reason) implements Told {}

        record Ungrounded(Disclosure.RefusalReason reason) implements Told {}
    }

    /// What somebody wants to tell.
    ///
    /// @param content what is told of the person; not asked for where nobody is named
    /// @param note the law that gives a duty, or why it is necessary
    public record Wish(
            @Nullable LandlordId landlord,
            Ground ground,
            @Nullable ConsentScope scope,
            @Nullable String content,
            @Nullable String note) {}

    /// A telling with who did it.
    public record Line(
            Instant at, String to, Ground ground, String content, @Nullable String note) {}

    /// @param sent a landlord has sent a signal of the case
    /// @param consents of the person, to landlords, that hold today
    public record View(
            CaseId id,
            String number,
            @Nullable PersonId person,
            @Nullable PersonName name,
            @Nullable LandlordId landlord,
            boolean sent,
            List<LandlordName> choices,
            List<Consent> consents,
            List<Line> told,
            Informed state,
            String receipt,
            String general) {}

    private record Row(
            String number,
            @Nullable PersonId person,
            @Nullable LandlordId landlord,
            boolean told,
            boolean sent,
            @Nullable String sender) {}

    private final JdbcClient db;
    private final Access access;
    private final Landlords landlords;
    private final Consents consents;
    private final Disclosures disclosures;
    private final People people;
    private final FollowingContacts following;
    private final Frames frames;
    private final Log log;
    private final Clock clock;

    TellingLandlord(
            JdbcClient db,
            Access access,
            Landlords landlords,
            Consents consents,
            Disclosures disclosures,
            People people,
            FollowingContacts following,
            Frames frames,
            Log log,
            Clock clock) {
        this.db = db;
        this.access = access;
        this.landlords = landlords;
        this.consents = consents;
        this.disclosures = disclosures;
        this.people = people;
        this.following = following;
        this.frames = frames;
        this.log = log;
        this.clock = clock;
    }

    /// What may be told in the case, and what has been. On record.
    ///
    /// @throws NotFound if the case is not within reach
    @Transactional
    public View view(Actor actor, CaseId id) {
        access.require(actor, Action.TELL_LANDLORD, id.subject());
        var row = row(id);
        var today = HouseClock.today(clock);
        log.record(
                LogEntry.of(Action.SEE_CASE)
                        .because("LANDLORD")
                        .about(CaseId.KIND, id.value())
                        .touching(row.person()));
        return new View(
                id,
                row.number(),
                row.person(),
                row.person() == null ? null : people.names(List.of(row.person())).get(row.person()),
                row.landlord(),
                row.sent(),
                landlords.all(),
                row.person() == null
                        ? List.of()
                        : consents.of(row.person()).stream()
                                .filter(c ->
                                        c.to().kind() == Counterpart.CounterpartKind.LANDLORD
                                                && c.holds(today))
                                .toList(),
                lines(id),
                state(row),
                sentence(Ground.RECEIPT),
                sentence(Ground.GENERAL_INFORMATION));
    }

    /// Puts on record that the landlord is told, or says why it must not be. Record first, tell
    /// then.
    @Transactional
    public Told tell(Actor actor, CaseId id, Wish wish) {
        access.require(actor, Action.TELL_LANDLORD, id.subject());
        var row = row(id);
        var to =
                counterpart(wish.landlord() == null ? row.landlord() : wish.landlord())
                        .or(() -> sender(row));
        if (to.isEmpty()) {
            return new Told.Refused(Refusal.LANDLORD_MISSING);
        }
        var named = namesSomebody(wish.ground());
        if (wish.ground() == Ground.RECEIPT
                && row.sender() == null
                && sentBy(id).stream().noneMatch(sent -> sent.value().equals(to.get().id()))) {
            return new Told.Refused(Refusal.NO_SIGNAL_FROM_LANDLORD);
        }
        if (named && (wish.content() == null || wish.content().isBlank())) {
            return new Told.Refused(Refusal.CONTENT_MISSING);
        }
        if (wish.ground() == Ground.CONSENT && wish.scope() == null) {
            return new Told.Refused(Refusal.SCOPE_MISSING);
        }
        var intended =
                new Disclosure.Intended(
                        named ? row.person() : null,
                        id.subject(),
                        to.get(),
                        wish.ground(),
                        wish.scope(),
                        named && wish.content() != null ? wish.content() : sentence(wish.ground()),
                        named ? wish.note() : null);
        return switch (disclosures.record(actor, intended)) {
            case Telling.Recorded recorded -> {
                following.keep(id.value());
                yield new Told.Done();
            }
            case Telling.Refused refused -> new Told.Ungrounded(refused.reason());
        };
    }

    /// The card on the page of the case: told, not yet, or not allowed.
    @Transactional(readOnly = true)
    public Section card(Actor actor, CaseId id) {
        var row = row(id);
        return new Section(
                "prevention/web/landlord-card",
                Map.of(
                        "id", id,
                        "name",
                                Optional.ofNullable(row.landlord())
                                        .flatMap(this::counterpart)
                                        .map(Counterpart::name),
                        "landlord", Optional.ofNullable(row.landlord()),
                        "state", state(row),
                        "told", lines(id),
                        "mayTell", access.allows(actor, Action.TELL_LANDLORD),
                        "maySee", access.allows(actor, Action.SEE_LANDLORDS)));
    }

    /// The grounds to choose from; the receipt only where there is something to receipt.
    public static List<Choice> grounds(View view, Words words) {
        return Stream.of(
                        Ground.RECEIPT,
                        Ground.GENERAL_INFORMATION,
                        Ground.CONSENT,
                        Ground.DUTY,
                        Ground.NECESSARY)
                .filter(ground -> ground != Ground.RECEIPT || view.sent())
                .map(ground -> {
                    var choice = Choice.of(ground.name(), words.label(ground));
                    return switch (ground) {
                        case RECEIPT -> choice.withHint(view.receipt());
                        case GENERAL_INFORMATION -> choice.withHint(view.general());
                        case CONSENT, DUTY, NECESSARY -> choice;
                    };
                })
                .toList();
    }

    static boolean namesSomebody(Ground ground) {
        return switch (ground) {
            case CONSENT, DUTY, NECESSARY -> true;
            case GENERAL_INFORMATION, RECEIPT -> false;
        };
    }

    /// What a landlord gets to know where nobody is named: never written by hand.
    private String sentence(Ground ground) {
        var words = frames.words(Locale.of("sv"));
        return ground == Ground.RECEIPT
                ? words.t("prevention.told.receipt")
                : words.t("prevention.told.general");
    }

    private static Informed state(Row row) {
        return row.told() ? Informed.TOLD : row.sent() ? Informed.NOT_YET : Informed.NOT_ALLOWED;
    }

    private List<Line> lines(CaseId id) {
        return disclosures.in(id.subject()).stream()
                .filter(d -> d.to().kind() == Counterpart.CounterpartKind.LANDLORD)
                .map(d -> new Line(d.toldAt(), d.to().name(), d.ground(), d.content(), d.note()))
                .toList();
    }

    private Optional<Counterpart> counterpart(@Nullable LandlordId landlord) {
        return Stream.ofNullable(landlord)
                .flatMap(id -> landlords.names(List.of(id)).values().stream())
                .map(name -> Counterpart.landlord(name.id().value(), name.name()))
                .findFirst();
    }

    /// A landlord that signed its signal and stands in no register yet.
    private static Optional<Counterpart> sender(Row row) {
        var name = row.sender();
        return name == null
                ? Optional.empty()
                : Optional.of(new Counterpart(Counterpart.CounterpartKind.LANDLORD, null, name));
    }

    private Set<LandlordId> sentBy(CaseId id) {
        return Set.copyOf(
                db.sql(
                                """
                                select distinct s.landlord_id from prevention.case_signal j
                                join intake.v_signal s on s.board_id = j.board_id and s.signal_id = j.signal_id
                                where j.board_id = framework.board_id() and j.case_id = :id
                                  and s.source = 'LANDLORD' and s.landlord_id is not null
                                """)
                        .param("id", id.value())
                        .query((rs, n) -> new LandlordId(rs.getObject(1, UUID.class)))
                        .list());
    }

    private Row row(CaseId id) {
        return db.sql(
                        """
                        select c.number, c.person_id, c.landlord_id, c.landlord_told_at,
                               exists (select 1 from prevention.case_signal j
                                       join intake.v_signal s on s.board_id = j.board_id and s.signal_id = j.signal_id
                                       where j.board_id = framework.board_id() and j.case_id = c.id
                                         and s.source = 'LANDLORD') as sent,
                               (select max(s.sender_name) from prevention.case_signal j
                                join intake.v_signal s on s.board_id = j.board_id and s.signal_id = j.signal_id
                                where j.board_id = framework.board_id() and j.case_id = c.id
                                  and s.source = 'LANDLORD' and s.landlord_id is null and s.sender_name <> '') as sender
                        from prevention.prevention_case c
                        where c.board_id = framework.board_id() and c.id = :id
                        """)
                .param("id", id.value())
                .query((rs, n) -> {
                    var person = rs.getObject("person_id", UUID.class);
                    var landlord = rs.getObject("landlord_id", UUID.class);
                    return new Row(
                            rs.getString("number"),
                            person == null ? null : new PersonId(person),
                            landlord == null ? null : new LandlordId(landlord),
                            rs.getTimestamp("landlord_told_at") != null,
                            rs.getBoolean("sent"),
                            rs.getString("sender"));
                })
                .optional()
                .orElseThrow(NotFound::new);
    }

    /// The day it was told, for the card.
    public static LocalDate day(Line line) {
        return LocalDate.ofInstant(line.at(), HouseClock.ZONE);
    }
}
