package se.bofast.placement;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.bofast.access.Access;
import se.bofast.access.Action;
import se.bofast.access.Actor;
import se.bofast.audit.Log;
import se.bofast.audit.LogEntry;
import se.bofast.kernel.Conflict;
import se.bofast.kernel.HouseClock;
import se.bofast.kernel.NewId;
import se.bofast.kernel.NotFound;
import se.bofast.kernel.PersonId;

/// What somebody whose home ends was offered, and what came of it.
@Component
public class OfferingHelp {

    private static final String KIND = "help-offer";

    public enum Help {
        OWN_SEARCH,
        GUIDE,
        LONGER_STAY,
        REFERRAL,
        OTHER_ACCOMMODATION,
        TALK_WITH_LANDLORD,
        INCOME_SUPPORT,
        OTHER
    }

    public enum HelpResult {
        WAITING,
        ACCEPTED,
        DECLINED,
        NOT_REACHED,
        NEW_HOME,
        LONGER,
        NO_EFFECT
    }

    /// @param fact the row, shown back when its result is written
    /// @param stay the home that ends; null: none said
    public record Offer(
            UUID id,
            UUID fact,
            PersonId person,
            @Nullable StayId stay,
            Help kind,
            LocalDate offeredOn,
            @Nullable String note,
            HelpResult result,
            @Nullable LocalDate resultOn) {}

    /// What came of writing.
    public enum Written {
        DONE,
        IN_THE_FUTURE,
        /// The result is from before the offer.
        BEFORE_THE_OFFER
    }

    private final JdbcClient db;
    private final Clock clock;
    private final Access access;
    private final Log log;
    private final Stays stays;

    OfferingHelp(JdbcClient db, Clock clock, Access access, Log log, Stays stays) {
        this.db = db;
        this.clock = clock;
        this.access = access;
        this.log = log;
        this.stays = stays;
    }

    /// The latest first. Who asks has required the action and logs.
    @Transactional(readOnly = true)
    public Map<PersonId, List<Offer>> of(Collection<PersonId> people) {
        return db
                .sql(
                        """
                        select id, offer_id, person_id, stay_id, kind, offered_on, note, result, result_on
                        from placement.help_offer
                        where board_id = framework.board_id() and person_id = any (:people) and superseded_at is null
                        order by offered_on desc, offer_id desc
                        """)
                .param("people", people.stream().map(PersonId::value).toArray(UUID[]::new))
                .query(OfferingHelp::row)
                .list()
                .stream()
                .collect(Collectors.groupingBy(Offer::person));
    }

    /// Offers help; the home that ends is the one lived in that day.
    @Transactional
    public Written offer(
            Actor actor, PersonId person, Help kind, LocalDate on, @Nullable String note) {
        access.require(actor, Action.OFFER_HELP, KeepingStays.subject(person));
        if (on.isAfter(HouseClock.today(clock))) {
            return Written.IN_THE_FUTURE;
        }
        var stay = stays.homes(person, on).stream().findFirst().map(StayFact::stay).orElse(null);
        var offer =
                new Offer(
                        NewId.at(clock),
                        NewId.at(clock),
                        person,
                        stay,
                        kind,
                        on,
                        note,
                        HelpResult.WAITING,
                        null);
        insert(offer, "OFFERED");
        record(offer, "HELP_OFFERED");
        return Written.DONE;
    }

    /// @throws NotFound if there is no such offer within reach
    @Transactional
    public Offer see(Actor actor, PersonId person, UUID id) {
        access.require(actor, Action.OFFER_HELP, KeepingStays.subject(person));
        var found = find(person, id);
        record(found, "HELP_SEEN");
        return found;
    }

    /// Writes what came of an offer, or corrects it.
    ///
    /// @param seen the row one had before one's eyes
    /// @throws Conflict if somebody else wrote meanwhile
    @Transactional
    public Written result(
            Actor actor, PersonId person, UUID id, UUID seen, HelpResult result, LocalDate on) {
        access.require(actor, Action.OFFER_HELP, KeepingStays.subject(person));
        var found = find(person, id);
        if (on.isAfter(HouseClock.today(clock))) {
            return Written.IN_THE_FUTURE;
        }
        if (on.isBefore(found.offeredOn())) {
            return Written.BEFORE_THE_OFFER;
        }
        var superseded =
                db.sql(
                                """
                                update placement.help_offer set superseded_at = :now
                                where board_id = framework.board_id() and id = :seen and offer_id = :offer
                                  and superseded_at is null
                                """)
                        .param("now", Timestamp.from(clock.instant()))
                        .param("seen", seen)
                        .param("offer", id)
                        .update();
        if (superseded == 0) {
            throw new Conflict("placement.stay.changedMeanwhile");
        }
        var after =
                new Offer(
                        id,
                        NewId.at(clock),
                        found.person(),
                        found.stay(),
                        found.kind(),
                        found.offeredOn(),
                        found.note(),
                        result,
                        result == HelpResult.WAITING ? null : on);
        insert(after, "RESULT");
        record(after, "HELP_RESULT");
        return Written.DONE;
    }

    private Offer find(PersonId person, UUID id) {
        return db.sql(
                        """
                        select id, offer_id, person_id, stay_id, kind, offered_on, note, result, result_on
                        from placement.help_offer
                        where board_id = framework.board_id() and offer_id = :id and person_id = :person
                          and superseded_at is null
                        """)
                .param("id", id)
                .param("person", person.value())
                .query(OfferingHelp::row)
                .optional()
                .orElseThrow(NotFound::new);
    }

    private void insert(Offer offer, String reason) {
        db.sql(
                        """
                        insert into placement.help_offer (board_id, area_id, id, offer_id, person_id, stay_id, kind, offered_on, note,
                            result, result_on, recorded_at, recorded_by, reason)
                        values (framework.board_id(), (framework.area_ids())[1], :id, :offer, :person, :stay, :kind, :on, :note,
                            :result, :resultOn, :now, framework.account_id(), :reason)
                        """)
                .param("id", offer.fact())
                .param("offer", offer.id())
                .param("person", offer.person().value())
                .param("stay", offer.stay() == null ? null : offer.stay().value())
                .param("kind", offer.kind().name())
                .param("on", offer.offeredOn())
                .param("note", offer.note())
                .param("result", offer.result().name())
                .param("resultOn", offer.resultOn())
                .param("now", Timestamp.from(clock.instant()))
                .param("reason", reason)
                .update();
    }

    private void record(Offer offer, String why) {
        log.record(
                LogEntry.of(Action.OFFER_HELP)
                        .about(KIND, offer.id())
                        .because(why)
                        .touching(offer.person()));
    }

    private static Offer row(ResultSet rs, int n) throws SQLException {
        var stay = rs.getObject("stay_id", UUID.class);
        return new Offer(
                rs.getObject("offer_id", UUID.class),
                rs.getObject("id", UUID.class),
                new PersonId(rs.getObject("person_id", UUID.class)),
                stay == null ? null : new StayId(stay),
                Help.valueOf(rs.getString("kind")),
                rs.getObject("offered_on", LocalDate.class),
                rs.getString("note"),
                HelpResult.valueOf(rs.getString("result")),
                rs.getObject("result_on", LocalDate.class));
    }
}
