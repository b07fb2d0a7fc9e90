package se.bofast.dwelling;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
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
import se.bofast.dwelling.KeepingApartments.Keeping;
import se.bofast.dwelling.Supply.Answer;
import se.bofast.dwelling.Supply.DealingId;
import se.bofast.dwelling.Supply.DeclineReason;
import se.bofast.dwelling.Supply.Offer;
import se.bofast.dwelling.Supply.OfferId;
import se.bofast.kernel.Money;
import se.bofast.kernel.NewId;
import se.bofast.kernel.NotFound;

/// Writes down what the board does to get apartments. Every method requires {@link
/// Action#CHANGE_SUPPLY}, and logs.
@Component
public class KeepingSupply {

    /// What came of answering an offer.
    public sealed interface Answering {

        record Answered() implements Answering {}

        /// It became this apartment.
        record Became(ApartmentId apartment) implements Answering {}

        /// The apartment could not be registered; nothing is answered.
        record Refused(Keeping why) implements Answering {}

        /// Somebody answered it before.
        record AnsweredBefore() implements Answering {}

        /// The day lies before the offer.
        record BeforeTheOffer(LocalDate offeredOn) implements Answering {}
    }

    private final JdbcClient db;
    private final ReadingSupply reading;
    private final KeepingApartments apartments;
    private final Access access;
    private final Log log;
    private final Clock clock;

    KeepingSupply(
            JdbcClient db,
            ReadingSupply reading,
            KeepingApartments apartments,
            Access access,
            Log log,
            Clock clock) {
        this.db = db;
        this.reading = reading;
        this.apartments = apartments;
        this.access = access;
        this.log = log;
        this.clock = clock;
    }

    /// A contact, or a request for apartments.
    @Transactional
    public DealingId deal(Actor actor, Supply.NewDealing dealing) {
        access.require(actor, Action.CHANGE_SUPPLY);
        var id = new DealingId(NewId.at(clock));
        db.sql(
                        """
                        insert into dwelling.supply_dealing (board_id, area_id, id, counterpart, landlord_id, other, happened_on,
                            wanted, note, answer_by_on, created_at, created_by)
                        values (framework.board_id(), (framework.area_ids())[1], :id, :counterpart, :landlord, :other, :on,
                            :wanted, :note, :answerBy, :now, framework.account_id())
                        """)
                .param("id", id.value())
                .params(with(dealing.with()))
                .param("on", dealing.happenedOn())
                .param("wanted", dealing.wanted())
                .param("note", dealing.note())
                .param("answerBy", dealing.answerBy())
                .param("now", Timestamp.from(clock.instant()))
                .update();
        log.record(
                LogEntry.of(Action.CHANGE_SUPPLY)
                        .because(dealing.wanted() == null ? "CONTACT" : "REQUEST")
                        .about("supply-dealing", id.value()));
        return id;
    }

    /// The answer has come, whatever it was; false if it had already, or the day lies before.
    @Transactional
    public boolean answered(Actor actor, DealingId id, LocalDate on) {
        access.require(actor, Action.CHANGE_SUPPLY);
        var known =
                db.sql(
                                """
                                select id from dwelling.supply_dealing
                                where board_id = framework.board_id() and id = :id
                                """)
                        .param("id", id.value())
                        .query(UUID.class)
                        .optional();
        if (known.isEmpty()) {
            throw new NotFound();
        }
        var answered =
                db.sql(
                                """
                                update dwelling.supply_dealing set answered_on = :on
                                where board_id = framework.board_id() and id = :id and answered_on is null and happened_on <= :on
                                """)
                        .param("on", on)
                        .param("id", id.value())
                        .update();
        if (answered > 0) {
            log.record(
                    LogEntry.of(Action.CHANGE_SUPPLY)
                            .because("REQUEST_ANSWERED")
                            .about("supply-dealing", id.value()));
        }
        return answered > 0;
    }

    /// An apartment is offered.
    @Transactional
    public OfferId offer(Actor actor, Supply.NewOffer offer) {
        access.require(actor, Action.CHANGE_SUPPLY);
        var id = new OfferId(NewId.at(clock));
        var place = offer.place();
        var rent = offer.rent();
        db.sql(
                        """
                        insert into dwelling.supply_offer (board_id, area_id, id, dealing_id, counterpart, landlord_id, other,
                            offered_on, answer_by_on, street, apartment, postal_code, city, district, rooms, square_metres,
                            rent_ore, from_on, note, created_at, created_by)
                        values (framework.board_id(), (framework.area_ids())[1], :id, :dealing, :counterpart, :landlord, :other,
                            :offered, :answerBy, :street, :apartment, :postalCode, :city, :district, :rooms, :squareMetres,
                            :rent, :from, :note, :now, framework.account_id())
                        """)
                .param("id", id.value())
                .param("dealing", offer.dealing() == null ? null : offer.dealing().value())
                .params(with(offer.with()))
                .param("offered", offer.offeredOn())
                .param("answerBy", offer.answerBy())
                .param("street", place.street())
                .param("apartment", place.apartment())
                .param("postalCode", place.postalCode())
                .param("city", place.city())
                .param("district", offer.district())
                .param("rooms", place.rooms())
                .param("squareMetres", offer.squareMetres())
                .param("rent", rent == null ? null : rent.ore())
                .param("from", offer.fromOn())
                .param("note", offer.note())
                .param("now", Timestamp.from(clock.instant()))
                .update();
        record(id, "OFFERED", Map.of());
        return id;
    }

    /// The board takes the apartment, which is registered at once.
    ///
    /// @param details the size is the offer's, where they say none
    /// @param rent what the board is to pay; null: as offered
    @Transactional
    public Answering accept(
            Actor actor,
            OfferId id,
            LocalDate on,
            ApartmentDetails details,
            ApartmentPlace place,
            LocalDate startOn,
            @Nullable Money rent) {
        access.require(actor, Action.CHANGE_SUPPLY);
        var offer = locked(id);
        var early = refusal(offer, on);
        if (early != null) {
            return early;
        }
        var kept =
                apartments.registering(
                        Action.CHANGE_SUPPLY,
                        place,
                        details,
                        startOn,
                        rent == null ? offer.said().rent() : rent);
        if (!(kept instanceof Keeping.Kept(var apartment))) {
            return new Answering.Refused(kept);
        }
        answer(id, Answer.ACCEPTED, on, null, null, apartment);
        return new Answering.Became(apartment);
    }

    /// The board says no, and why.
    @Transactional
    public Answering decline(
            Actor actor, OfferId id, LocalDate on, DeclineReason reason, @Nullable String note) {
        access.require(actor, Action.CHANGE_SUPPLY);
        var early = refusal(locked(id), on);
        if (early != null) {
            return early;
        }
        answer(id, Answer.DECLINED, on, reason, note, null);
        return new Answering.Answered();
    }

    /// Who offered it has taken it back.
    @Transactional
    public Answering withdraw(Actor actor, OfferId id, LocalDate on, @Nullable String note) {
        access.require(actor, Action.CHANGE_SUPPLY);
        var early = refusal(locked(id), on);
        if (early != null) {
            return early;
        }
        answer(id, Answer.WITHDRAWN, on, null, note, null);
        return new Answering.Answered();
    }

    private static @Nullable Answering refusal(Offer offer, LocalDate on) {
        if (offer.answer() != null) {
            return new Answering.AnsweredBefore();
        }
        return on.isBefore(offer.said().offeredOn())
                ? new Answering.BeforeTheOffer(offer.said().offeredOn())
                : null;
    }

    private Offer locked(OfferId id) {
        var known =
                db.sql(
                                """
                                select id from dwelling.supply_offer
                                where board_id = framework.board_id() and id = :id
                                for update
                                """)
                        .param("id", id.value())
                        .query(UUID.class)
                        .optional();
        if (known.isEmpty()) {
            throw new NotFound();
        }
        return reading.find(id).orElseThrow(NotFound::new);
    }

    private void answer(
            OfferId id,
            Answer answer,
            LocalDate on,
            @Nullable DeclineReason reason,
            @Nullable String note,
            @Nullable ApartmentId apartment) {
        db.sql(
                        """
                        update dwelling.supply_offer
                        set answer = :answer, answered_on = :on, answered_by = framework.account_id(), reason = :reason,
                            reason_note = :note, apartment_id = :apartment
                        where board_id = framework.board_id() and id = :id
                        """)
                .param("answer", answer.name())
                .param("on", on)
                .param("reason", reason == null ? null : reason.name())
                .param("note", note)
                .param("apartment", apartment == null ? null : apartment.value())
                .param("id", id.value())
                .update();
        var is = new LinkedHashMap<String, String>();
        is.put("answer", answer.name());
        if (reason != null) {
            is.put("reason", reason.name());
        }
        if (apartment != null) {
            is.put("apartment", apartment.toString());
        }
        record(id, "OFFER_ANSWERED", is);
    }

    private void record(OfferId id, String why, Map<String, String> is) {
        log.record(
                LogEntry.of(Action.CHANGE_SUPPLY)
                        .because(why)
                        .about(ReadingSupply.KIND, id.value())
                        .changing(Map.of(), is));
    }

    private static Map<String, @Nullable Object> with(Supply.With with) {
        var values = new HashMap<String, @Nullable Object>();
        values.put("counterpart", with.counterpart().name());
        values.put("landlord", with.landlord() == null ? null : with.landlord().value());
        values.put("other", with.other());
        return values;
    }
}
