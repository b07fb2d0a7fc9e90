package se.bofast.demo;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.bofast.access.Actor;
import se.bofast.demo.DemoHomes.Home;
import se.bofast.dwelling.Agreement;
import se.bofast.dwelling.AgreementDetails;
import se.bofast.dwelling.AgreementId;
import se.bofast.dwelling.AgreementKind;
import se.bofast.dwelling.Agreements;
import se.bofast.dwelling.ApartmentDetails;
import se.bofast.dwelling.ApartmentId;
import se.bofast.dwelling.ApartmentKey;
import se.bofast.dwelling.ApartmentPlace;
import se.bofast.dwelling.Apartments;
import se.bofast.dwelling.Inspection;
import se.bofast.dwelling.KeepingApartments;
import se.bofast.dwelling.KeepingInspections;
import se.bofast.dwelling.KeepingKeys;
import se.bofast.dwelling.KeepingRooms;
import se.bofast.dwelling.KeepingSupply;
import se.bofast.dwelling.LandlordId;
import se.bofast.dwelling.ReadingSupply;
import se.bofast.dwelling.Supply;
import se.bofast.kernel.Money;
import se.bofast.kernel.Period;

/// Keeps the apartments of the invented board: agreements, rents, keys, inspections, offers.
@Component
class PlayingHomes {

    /// Looks after the apartments, by log-in.
    static final String CONSULTANT = "konsulent";

    private static final int BATCH = 11;
    private static final List<String> PARTS = List.of("Kök", "Badrum", "Hall", "Balkong");

    private final DemoLandlords landlords;
    private final Agreements agreements;
    private final Apartments apartments;
    private final KeepingApartments keeping;
    private final KeepingRooms rooms;
    private final KeepingKeys keys;
    private final KeepingInspections inspections;
    private final KeepingSupply supply;
    private final ReadingSupply offered;

    PlayingHomes(
            DemoLandlords landlords,
            Agreements agreements,
            Apartments apartments,
            KeepingApartments keeping,
            KeepingRooms rooms,
            KeepingKeys keys,
            KeepingInspections inspections,
            KeepingSupply supply,
            ReadingSupply offered) {
        this.landlords = landlords;
        this.agreements = agreements;
        this.apartments = apartments;
        this.keeping = keeping;
        this.rooms = rooms;
        this.keys = keys;
        this.inspections = inspections;
        this.supply = supply;
        this.offered = offered;
    }

    void write(DemoPlan plan, Diary diary) {
        var homes = plan.homes();
        diary.add(
                plan.since(),
                LocalTime.of(6, 1),
                CONSULTANT,
                actor -> agree(actor, plan.since().minusYears(2)));
        for (var i = 0; i < homes.beginning().size(); i += BATCH) {
            var some = homes.beginning().subList(i, Math.min(i + BATCH, homes.beginning().size()));
            diary.add(
                    plan.since(),
                    LocalTime.of(6, 2).plusMinutes(i / BATCH),
                    CONSULTANT,
                    actor -> some.forEach(home -> register(actor, home)));
        }
        raise(plan, diary, homes);
        leave(diary, homes);
        offers(plan, diary, homes);
        inspect(plan, diary, homes);
        keysOfToday(plan, diary, homes);
    }

    // ---- agreements and apartments

    private void agree(Actor actor, LocalDate from) {
        var byCompany = landlords.id(DemoLandlords.BJOERKSTADSHEM);
        agree(
                actor,
                byCompany,
                AgreementKind.BLOCK_LEASE,
                DemoHomes.BLOCK,
                null,
                from,
                from.plusYears(5));
        agree(
                actor,
                byCompany,
                AgreementKind.YEARLY_QUOTA,
                DemoHomes.FIRST_QUOTA,
                8,
                from.plusMonths(6),
                null);
        agree(
                actor,
                landlords.id(DemoLandlords.KVARNHUS),
                AgreementKind.YEARLY_QUOTA,
                DemoHomes.TRIAL_QUOTA,
                12,
                from.plusMonths(3),
                from.plusYears(6));
    }

    private void agree(
            Actor actor,
            LandlordId landlord,
            AgreementKind kind,
            String name,
            @Nullable Integer quota,
            LocalDate from,
            @Nullable LocalDate waiver) {
        agreements.add(
                actor,
                landlord,
                new AgreementDetails(kind, name, quota, 3, waiver, from, null, null));
    }

    private @Nullable AgreementId agreement(Home home) {
        return agreements.of(landlords.id(home.landlord())).stream()
                .filter(one -> one.details().name().equals(home.agreement()))
                .map(Agreement::id)
                .findFirst()
                .orElse(null);
    }

    private ApartmentPlace place(Home home) {
        return new ApartmentPlace(
                home.street(),
                home.apartment(),
                "12346",
                "Björkstad",
                home.rooms(),
                landlords.id(home.landlord()));
    }

    private ApartmentDetails details(Home home) {
        return new ApartmentDetails(
                home.number(),
                home.kind(),
                agreement(home),
                home.floor(),
                home.floor() > 0 && home.rooms() > 1,
                home.floor() == 0,
                home.floor() == 0 && home.rooms() == 2,
                home.squareMetres(),
                home.rooms() + 1,
                home.shared(),
                null);
    }

    private void register(Actor actor, Home home) {
        var kept = keeping.register(actor, place(home), details(home), home.startOn(), home.rent());
        if (!(kept instanceof KeepingApartments.Keeping.Kept(var id))) {
            throw new IllegalStateException(home.number());
        }
        furnish(actor, id, home);
    }

    private void furnish(Actor actor, ApartmentId id, Home home) {
        if (home.shared()) {
            for (var room = 1; room <= home.rooms(); room++) {
                rooms.add(
                        actor,
                        id,
                        new KeepingRooms.Room("Rum " + room, 9 + room, 1),
                        home.startOn());
            }
        }
        var number = home.number().substring(2);
        var first =
                keys.add(actor, id, ApartmentKey.KeyKind.DOOR, number + "-1", null, home.startOn());
        keys.add(actor, id, ApartmentKey.KeyKind.DOOR, number + "-2", null, home.startOn());
        keys.hand(actor, id, first, KeepingKeys.To.tenant(), home.startOn().plusDays(7), null);
    }

    private ApartmentId id(Home home) {
        return apartments
                .byNumber(home.number())
                .orElseThrow(() -> new IllegalStateException(home.number()));
    }

    // ---- rents and ends

    private void raise(DemoPlan plan, Diary diary, DemoHomes homes) {
        for (var year = plan.since().getYear(); year <= plan.today().getYear(); year++) {
            var april = LocalDate.of(year, 4, 1);
            var known = DemoPlan.workdayBefore(april.minusDays(20));
            if (known.isBefore(plan.since()) || april.isAfter(plan.today())) {
                continue;
            }
            var more = year - plan.since().getYear() + 1;
            diary.add(
                    known,
                    LocalTime.of(15, 5),
                    CONSULTANT,
                    actor ->
                            homes.beginning().stream()
                                    .filter(home -> {
                                        var end = plan.leases().endOf(home);
                                        return end == null || end.isAfter(april);
                                    })
                                    .forEach(home ->
                                            keeping.setRent(
                                                    actor,
                                                    id(home),
                                                    april,
                                                    raised(home.rent(), more),
                                                    "Ny hyra efter årets förhandling")));
        }
    }

    /// Some three per cent a year, in whole kronor.
    private static Money raised(Money rent, int times) {
        return Money.kronor(rent.ore() * (100 + 3L * times) / 10_000);
    }

    private void leave(Diary diary, DemoHomes homes) {
        for (var home : homes.beginning()) {
            var endOn = home.endOn();
            var cause = home.cause();
            if (endOn != null && cause != null) {
                diary.add(
                        endOn,
                        LocalTime.of(15, 10),
                        CONSULTANT,
                        actor -> {
                            var id = id(home);
                            keys.of(id)
                                    .forEach(key ->
                                            keys.strike(
                                                    actor,
                                                    id,
                                                    key.id(),
                                                    endOn,
                                                    ApartmentKey.Gone.TO_LANDLORD));
                            keeping.end(actor, id, endOn, cause);
                        });
            }
        }
    }

    // ---- offers

    private void offers(DemoPlan plan, Diary diary, DemoHomes homes) {
        var quarter = plan.since().plusDays(9);
        for (var turn = 0; quarter.isBefore(plan.today()); turn++) {
            var asked = DemoPlan.workdayFrom(quarter);
            var wanted = 2 + turn % 3;
            var who = DemoLandlords.ALL.get(turn % DemoLandlords.ALL.size());
            var last = !quarter.plusMonths(3).isBefore(plan.today());
            diary.add(
                    asked,
                    LocalTime.of(11, 15),
                    CONSULTANT,
                    actor -> ask(actor, asked, wanted, who, last));
            quarter = quarter.plusMonths(3);
        }
        for (var offer : homes.offers()) {
            diary.add(
                    offer.offeredOn(),
                    LocalTime.of(11, 25),
                    CONSULTANT,
                    actor -> offer(actor, offer));
            var answered = offer.answeredOn();
            if (answered != null) {
                diary.add(
                        answered,
                        LocalTime.of(11, 35),
                        CONSULTANT,
                        actor -> answer(actor, offer, answered));
            }
        }
    }

    private void ask(Actor actor, LocalDate on, int wanted, String who, boolean open) {
        var id =
                supply.deal(
                        actor,
                        new Supply.NewDealing(
                                Supply.With.landlord(landlords.id(who)),
                                on,
                                wanted,
                                "Gärna två rum, nära buss",
                                on.plusDays(21)));
        supply.deal(
                actor,
                new Supply.NewDealing(
                        Supply.With.agency(),
                        on,
                        null,
                        "Avstämning: hur många som är på väg och när.",
                        null));
        if (!open) {
            supply.answered(actor, id, on);
        }
    }

    private void offer(Actor actor, DemoHomes.Offer offer) {
        var home = offer.home();
        supply.offer(
                actor,
                new Supply.NewOffer(
                        offer.byAgency()
                                ? new Supply.With(
                                        Supply.Counterpart.HOUSING_AGENCY,
                                        landlords.id(home.landlord()),
                                        null)
                                : Supply.With.landlord(landlords.id(home.landlord())),
                        null,
                        offer.offeredOn(),
                        offer.offeredOn().plusDays(10),
                        place(home),
                        home.district(),
                        home.squareMetres(),
                        home.rent(),
                        home.startOn(),
                        null));
    }

    private void answer(Actor actor, DemoHomes.Offer offer, LocalDate on) {
        var home = offer.home();
        var waiting =
                offered.view(actor, new Period(on, on)).waiting().stream()
                        .filter(one -> one.said().place().street().equals(home.street()))
                        .findFirst()
                        .orElseThrow();
        var reason = offer.reason();
        if (reason != null) {
            supply.decline(actor, waiting.id(), on, reason, null);
            return;
        }
        var answered =
                supply.accept(
                        actor,
                        waiting.id(),
                        on,
                        details(home),
                        place(home),
                        home.startOn(),
                        home.rent());
        if (answered instanceof KeepingSupply.Answering.Became(var apartment)) {
            furnish(actor, apartment, home);
        }
    }

    // ---- inspections

    private void inspect(DemoPlan plan, Diary diary, DemoHomes homes) {
        var held = homes.held();
        for (var i = 0; i < held.size(); i += 4) {
            var home = held.get(i);
            var turn = i / 4;
            var first = home.startOn().isBefore(plan.since()) ? plan.since() : home.startOn();
            var day = DemoPlan.workdayFrom(first.plusDays(40 + turn * 17L));
            var end = plan.leases().endOf(home);
            if (day.isAfter(plan.today()) || end != null && !day.isBefore(end)) {
                continue;
            }
            diary.add(
                    day, LocalTime.of(13, 5), CONSULTANT, actor -> inspect(actor, home, day, turn));
        }
        var latest = DemoPlan.workdayBefore(plan.today().minusDays(1));
        diary.add(
                latest,
                LocalTime.of(13, 15),
                CONSULTANT,
                actor -> {
                    var id =
                            id(
                                    held.stream()
                                            .filter(home -> plan.leases().endOf(home) == null)
                                            .findFirst()
                                            .orElseThrow());
                    var inspection =
                            inspections.begin(
                                    actor,
                                    id,
                                    seen(actor, Inspection.InspectionKind.AFTER_DAMAGE, latest));
                    inspections.say(
                            actor,
                            id,
                            inspection,
                            new Inspection.Said(
                                    "Badrum",
                                    Inspection.Condition.DAMAGE,
                                    "Fukt under handfatet, golvmattan har släppt.",
                                    Inspection.Payer.LANDLORD,
                                    null));
                    inspections.add(actor, id, inspection, "Badrum", picture(3));
                });
    }

    private static Inspection.Seen seen(
            Actor actor, Inspection.InspectionKind kind, LocalDate day) {
        return new Inspection.Seen(kind, day, actor.name(), true, false, null);
    }

    private void inspect(Actor actor, Home home, LocalDate day, int turn) {
        var id = id(home);
        var kind =
                turn % 5 == 4
                        ? Inspection.InspectionKind.MOVE_OUT
                        : turn % 2 == 0
                                ? Inspection.InspectionKind.YEARLY
                                : Inspection.InspectionKind.MOVE_IN;
        var inspection = inspections.begin(actor, id, seen(actor, kind, day));
        for (var part = 0; part < PARTS.size(); part++) {
            inspections.say(actor, id, inspection, said(PARTS.get(part), turn + part));
        }
        if (turn % 4 == 0) {
            inspections.add(actor, id, inspection, PARTS.getFirst(), picture(turn));
        }
        inspections.sign(actor, id, inspection);
    }

    private static Inspection.Said said(String part, int dice) {
        return switch (dice % 6) {
            case 1 ->
                    new Inspection.Said(
                            part,
                            Inspection.Condition.WEAR,
                            "Normalt slitage på golvet.",
                            null,
                            null);
            case 4 ->
                    new Inspection.Said(
                            part,
                            Inspection.Condition.DAMAGE,
                            "Spräckt kakelplatta.",
                            Inspection.Payer.TENANT,
                            Money.kronor(1_800));
            case 5 ->
                    new Inspection.Said(
                            part,
                            Inspection.Condition.ACTION,
                            "Kranen droppar.",
                            Inspection.Payer.LANDLORD,
                            null);
            default -> new Inspection.Said(part, Inspection.Condition.OK, null, null, null);
        };
    }

    /// A picture of a wall and a floor, for want of a home to take photos in.
    private static byte[] picture(int turn) {
        var image = new BufferedImage(640, 480, BufferedImage.TYPE_INT_RGB);
        var paint = image.createGraphics();
        paint.setColor(new Color(225 - turn % 5 * 9, 221, 209));
        paint.fillRect(0, 0, 640, 480);
        paint.setColor(new Color(150, 118, 86));
        paint.fillRect(0, 350, 640, 130);
        paint.setColor(new Color(190, 205, 214));
        paint.fillRect(370, 70, 170, 170);
        paint.setColor(new Color(92, 80, 66));
        paint.drawLine(90 + turn * 11 % 200, 30, 170, 260);
        paint.dispose();
        var bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "jpg", bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    // ---- keys

    // A craftsman has one too long, and one was lost.
    private void keysOfToday(DemoPlan plan, Diary diary, DemoHomes homes) {
        var still =
                homes.held().stream()
                        .filter(home -> plan.leases().endOf(home) == null)
                        .limit(12)
                        .toList();
        var lent = DemoPlan.workdayBefore(plan.today().minusDays(9));
        diary.add(
                lent,
                LocalTime.of(14, 5),
                CONSULTANT,
                actor -> {
                    var id = id(still.get(4));
                    keys.hand(
                            actor,
                            id,
                            keys.of(id).getLast().id(),
                            new KeepingKeys.To(
                                    ApartmentKey.Holder.CRAFTSMAN, "Björkstads Rör", null),
                            lent,
                            lent.plusDays(4));
                });
        var lost = DemoPlan.workdayBefore(plan.today().minusDays(33));
        diary.add(
                lost,
                LocalTime.of(14, 5),
                CONSULTANT,
                actor -> {
                    var id = id(still.get(7));
                    keys.strike(
                            actor, id, keys.of(id).getFirst().id(), lost, ApartmentKey.Gone.LOST);
                });
    }
}
