package se.bofast.dwelling;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.bofast.access.Access;
import se.bofast.access.Action;
import se.bofast.access.Actor;
import se.bofast.audit.Log;
import se.bofast.audit.LogEntry;
import se.bofast.kernel.Money;
import se.bofast.kernel.NewId;
import se.bofast.kernel.NotFound;

/// Keeps the register of apartments: registers, changes, ends, and says what the board pays. Every
/// method requires {@link Action#CHANGE_APARTMENT}, joins the caller's transaction, and logs.
@Component
public class KeepingApartments {

    /// The kind under which the log knows an apartment.
    public static final String KIND = "apartment";

    /// What came of registering or changing an apartment.
    public sealed interface Keeping {

        record Kept(ApartmentId id) implements Keeping {}

        /// Another apartment that the board holds has the number.
        record NumberTaken(ApartmentId by) implements Keeping {}

        /// The board holds an apartment at the address already, some of those days.
        record AlreadyHeld(ApartmentId by) implements Keeping {}

        /// Somebody changed it since it was read; this is how it stands now.
        record ChangedMeanwhile(Apartment now) implements Keeping {}
    }

    /// What came of ending.
    public sealed interface Ending {

        record Ended() implements Ending {}

        /// The board has not held it on any day up to then.
        record BeforeItBegan(LocalDate startOn) implements Ending {}

        /// It has ended, and why.
        record EndedBefore(LocalDate endOn) implements Ending {}
    }

    private final JdbcClient db;
    private final Apartments apartments;
    private final Dwellings dwellings;
    private final Access access;
    private final Log log;
    private final Clock clock;

    KeepingApartments(
            JdbcClient db,
            Apartments apartments,
            Dwellings dwellings,
            Access access,
            Log log,
            Clock clock) {
        this.db = db;
        this.apartments = apartments;
        this.dwellings = dwellings;
        this.access = access;
        this.log = log;
        this.clock = clock;
    }

    /// Registers an apartment with its dwelling, held from the day.
    ///
    /// @param rent what the board pays a month from the same day; null: not known yet
    @Transactional
    public Keeping register(
            Actor actor,
            ApartmentPlace place,
            ApartmentDetails details,
            LocalDate startOn,
            @Nullable Money rent) {
        access.require(actor, Action.CHANGE_APARTMENT);
        return registering(Action.CHANGE_APARTMENT, place, details, startOn, rent);
    }

    Keeping registering(
            Action action,
            ApartmentPlace place,
            ApartmentDetails details,
            LocalDate startOn,
            @Nullable Money rent) {
        waitForOthers();
        var dwelling =
                dwellings.findOrAdd(
                        new Dwellings.NewDwelling(
                                place.key(),
                                place.street(),
                                place.apartment(),
                                place.postalCode(),
                                place.city(),
                                place.landlord()));
        var refused = refusal(null, details.number(), dwelling, startOn);
        if (refused.isPresent()) {
            return refused.get();
        }
        dwellings.change(dwelling, place);
        var id = new ApartmentId(NewId.at(clock));
        db.sql(
                        """
                        insert into dwelling.apartment (board_id, area_id, id, dwelling_id, agreement_id, number, kind, floor,
                            lift, step_free, wheelchair, square_metres, most_people, shared, start_on, note, version,
                            created_at, created_by)
                        values (framework.board_id(), (framework.area_ids())[1], :id, :dwelling, :agreement, :number, :kind,
                            :floor, :lift, :stepFree, :wheelchair, :squareMetres, :mostPeople, :shared, :start, :note, 1,
                            :now, framework.account_id())
                        """)
                .params(values(id, details))
                .param("dwelling", dwelling.value())
                .param("start", startOn)
                .param("now", Timestamp.from(clock.instant()))
                .update();
        record(action, id, "APARTMENT_REGISTERED", Map.of(), details.fields(place));
        if (rent != null) {
            settingRent(action, id, startOn, rent, "Första hyran");
        }
        return new Keeping.Kept(id);
    }

    /// Changes what is known of an apartment, also its address where that was wrong.
    ///
    /// @param seen the version the change was made from
    /// @throws NotFound if there is no such apartment
    @Transactional
    public Keeping change(
            Actor actor,
            ApartmentId id,
            int seen,
            ApartmentPlace place,
            ApartmentDetails details,
            LocalDate startOn) {
        access.require(actor, Action.CHANGE_APARTMENT);
        waitForOthers();
        var stands = apartments.find(id).orElseThrow(NotFound::new);
        if (stands.place().equals(place)
                && stands.details().equals(details)
                && stands.startOn().equals(startOn)) {
            return new Keeping.Kept(id);
        }
        if (stands.version() != seen) {
            return new Keeping.ChangedMeanwhile(stands);
        }
        var dwelling = stands.dwelling();
        var other = dwellings.find(place.key(), place.apartment());
        if (other.isPresent()) {
            dwelling = other.get();
        } else if (!stands.place().isWrittenAs(place)) {
            dwellings.readdress(dwelling, place);
        }
        var refused = refusal(stands, details.number(), dwelling, startOn);
        if (refused.isPresent()) {
            return refused.get();
        }
        dwellings.change(dwelling, place);
        var changed =
                db.sql(
                                """
                                update dwelling.apartment
                                set dwelling_id = :dwelling, agreement_id = :agreement, number = :number, kind = :kind,
                                    floor = :floor, lift = :lift, step_free = :stepFree, wheelchair = :wheelchair,
                                    square_metres = :squareMetres, most_people = :mostPeople, shared = :shared,
                                    note = :note, start_on = :start, version = version + 1
                                where board_id = framework.board_id() and id = :id and version = :seen
                                """)
                        .params(values(id, details))
                        .param("dwelling", dwelling.value())
                        .param("start", startOn)
                        .param("seen", seen)
                        .update();
        if (changed == 0) {
            return new Keeping.ChangedMeanwhile(apartments.find(id).orElseThrow(NotFound::new));
        }
        var was = new LinkedHashMap<>(stands.details().fields(stands.place()));
        var is = new LinkedHashMap<>(details.fields(place));
        was.put("startOn", stands.startOn().toString());
        is.put("startOn", startOn.toString());
        is.entrySet().removeIf(field -> field.getValue().equals(was.get(field.getKey())));
        was.keySet().retainAll(is.keySet());
        record(Action.CHANGE_APARTMENT, id, "APARTMENT_CHANGED", was, is);
        return new Keeping.Kept(id);
    }

    /// The board holds the apartment no longer than to the day; the day is the last.
    ///
    /// @throws NotFound if there is no such apartment
    @Transactional
    public Ending end(Actor actor, ApartmentId id, LocalDate endOn, ApartmentEnd cause) {
        access.require(actor, Action.CHANGE_APARTMENT);
        return ending(Action.CHANGE_APARTMENT, id, endOn, cause);
    }

    Ending ending(Action action, ApartmentId id, LocalDate endOn, ApartmentEnd cause) {
        var stands = apartments.find(id).orElseThrow(NotFound::new);
        if (endOn.isBefore(stands.startOn())) {
            return new Ending.BeforeItBegan(stands.startOn());
        }
        var ended =
                db.sql(
                                """
                                update dwelling.apartment set end_on = :end, end_cause = :cause, version = version + 1
                                where board_id = framework.board_id() and id = :id and end_on is null
                                """)
                        .param("end", endOn)
                        .param("cause", cause.name())
                        .param("id", id.value())
                        .update();
        if (ended == 0) {
            var before = apartments.find(id).orElseThrow(NotFound::new).endOn();
            return new Ending.EndedBefore(before == null ? endOn : before);
        }
        record(
                action,
                id,
                "APARTMENT_ENDED",
                Map.of(),
                Map.of("endOn", endOn.toString(), "cause", cause.name()));
        return new Ending.Ended();
    }

    /// The end was a mistake: the board holds the apartment on.
    ///
    /// @throws NotFound if there is no such apartment that has ended
    @Transactional
    public Keeping resume(Actor actor, ApartmentId id) {
        access.require(actor, Action.CHANGE_APARTMENT);
        waitForOthers();
        var stands =
                apartments.find(id).filter(one -> one.endOn() != null).orElseThrow(NotFound::new);
        var refused =
                refusal(
                        new Apartment(
                                stands.id(),
                                stands.dwelling(),
                                stands.place(),
                                stands.details(),
                                stands.startOn(),
                                null,
                                null,
                                stands.version()),
                        stands.details().number(),
                        stands.dwelling(),
                        stands.startOn());
        if (refused.isPresent()) {
            return refused.get();
        }
        db.sql(
                        """
                        update dwelling.apartment set end_on = null, end_cause = null, version = version + 1
                        where board_id = framework.board_id() and id = :id
                        """)
                .param("id", id.value())
                .update();
        record(
                Action.CHANGE_APARTMENT,
                id,
                "APARTMENT_RESUMED",
                Map.of("endOn", String.valueOf(stands.endOn())),
                Map.of());
        return new Keeping.Kept(id);
    }

    /// Says what the board pays the landlord a month from the day on. What was said of the same day
    /// before stays in the history.
    ///
    /// @param reason why it is said: a new rent, a correction
    /// @throws NotFound if there is no such apartment
    @Transactional
    public void setRent(Actor actor, ApartmentId id, LocalDate startOn, Money rent, String reason) {
        access.require(actor, Action.CHANGE_APARTMENT);
        if (apartments.find(id).isEmpty()) {
            throw new NotFound();
        }
        waitForOthers();
        settingRent(Action.CHANGE_APARTMENT, id, startOn, rent, reason);
    }

    UUID settingRent(Action action, ApartmentId id, LocalDate startOn, Money rent, String reason) {
        var now = Timestamp.from(clock.instant());
        db.sql(
                        """
                        update dwelling.apartment_rent set superseded_at = :now
                        where board_id = framework.board_id() and apartment_id = :apartment and start_on = :start
                          and superseded_at is null
                        """)
                .param("now", now)
                .param("apartment", id.value())
                .param("start", startOn)
                .update();
        var fact = NewId.at(clock);
        db.sql(
                        """
                        insert into dwelling.apartment_rent (board_id, area_id, id, apartment_id, start_on, rent_ore,
                            recorded_at, recorded_by, reason)
                        values (framework.board_id(), (framework.area_ids())[1], :id, :apartment, :start, :rent, :now,
                            framework.account_id(), :reason)
                        """)
                .param("id", fact)
                .param("apartment", id.value())
                .param("start", startOn)
                .param("rent", rent.ore())
                .param("now", now)
                .param("reason", reason)
                .update();
        record(
                action,
                id,
                "RENT_SET",
                Map.of(),
                Map.of("startOn", startOn.toString(), "rentOre", String.valueOf(rent.ore())));
        return fact;
    }

    /// Numbers and addresses are the board's, each once: who takes one waits for who is taking one,
    /// and then sees whether it is taken.
    private void waitForOthers() {
        db.sql(
                        """
                        select 1 from (select pg_advisory_xact_lock(
                            hashtextextended(cast(framework.board_id() as text), 13))) as held
                        """)
                .query(Integer.class)
                .single();
    }

    private Optional<Keeping> refusal(
            @Nullable Apartment same, String number, DwellingId dwelling, LocalDate startOn) {
        var self = same == null ? null : same.id().value();
        var endOn = same == null ? null : same.endOn();
        var taken = endOn != null ? Optional.<ApartmentId>empty() : apartments.byNumber(number);
        if (taken.isPresent() && !taken.get().value().equals(self)) {
            return Optional.of(new Keeping.NumberTaken(taken.get()));
        }
        return db.sql(
                        """
                        select a.id from dwelling.apartment a
                        where a.board_id = framework.board_id() and a.dwelling_id = :dwelling
                          and a.end_cause is distinct from 'MISTAKE'
                          and a.id is distinct from cast(:self as uuid)
                          and a.period && daterange(:start, cast(:end as date), '[]')
                        order by a.start_on limit 1
                        """)
                .param("dwelling", dwelling.value())
                .param("self", self)
                .param("start", startOn)
                .param("end", endOn)
                .query((rs, n) ->
                        (Keeping)
                                new Keeping.AlreadyHeld(
                                        new ApartmentId(rs.getObject("id", UUID.class))))
                .optional();
    }

    private void record(
            Action action,
            ApartmentId apartment,
            String why,
            Map<String, String> was,
            Map<String, String> is) {
        log.record(
                LogEntry.of(action).because(why).about(KIND, apartment.value()).changing(was, is));
    }

    private static Map<String, @Nullable Object> values(ApartmentId id, ApartmentDetails details) {
        var values = new HashMap<String, @Nullable Object>();
        values.put("id", id.value());
        values.put("agreement", details.agreement() == null ? null : details.agreement().value());
        values.put("number", details.number());
        values.put("kind", details.kind().name());
        values.put("floor", details.floor());
        values.put("lift", details.lift());
        values.put("stepFree", details.stepFree());
        values.put("wheelchair", details.wheelchair());
        values.put("squareMetres", details.squareMetres());
        values.put("mostPeople", details.mostPeople());
        values.put("shared", details.shared());
        values.put("note", details.note());
        return values;
    }
}
