package se.bofast.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.bofast.dwelling.ApartmentEnd;
import se.bofast.dwelling.ApartmentKind;
import se.bofast.dwelling.Supply.DeclineReason;
import se.bofast.kernel.Money;

/// The apartments of the invented board over three years, the same for the same days: most were
/// there when the two years begin, some come as offers, some leave.
final class DemoHomes {

    /// The invented board had this many when its two years begin.
    static final int AT_THE_BEGINNING = 66;

    private static final int OFFERS = 28;

    /// Streets where nobody else of the invented town lives.
    private static final List<String> STREETS =
            List.of(
                    "Lärkvägen",
                    "Sparvgränd",
                    "Bäckstigen",
                    "Höjdgatan",
                    "Hasselvägen",
                    "Skogsbrynet",
                    "Klockarvägen",
                    "Tegelgatan",
                    "Vävargränd",
                    "Mossvägen",
                    "Linbanegatan");

    private static final List<String> DISTRICTS = List.of("Centrum", "Höjden", "Ängarna", "Söder");

    private static final DeclineReason[] REASONS = {
        DeclineReason.RENT,
        DeclineReason.AREA,
        DeclineReason.ACCESSIBILITY,
        DeclineReason.RENT,
        DeclineReason.TOO_LARGE,
        DeclineReason.NO_NEED
    };

    /// An apartment the board holds or is offered.
    ///
    /// @param number by which it is found in the register
    /// @param landlord by name
    /// @param agreement by name; null: none
    /// @param endOn the last day; null: held still
    record Home(
            String number,
            ApartmentKind kind,
            String street,
            String apartment,
            String district,
            int rooms,
            int squareMetres,
            int floor,
            boolean shared,
            Money rent,
            String landlord,
            @Nullable String agreement,
            LocalDate startOn,
            @Nullable LocalDate endOn,
            @Nullable ApartmentEnd cause) {}

    /// @param reason why the board says no; null: it says yes
    /// @param answeredOn null: it waits
    record Offer(
            Home home,
            LocalDate offeredOn,
            @Nullable LocalDate answeredOn,
            @Nullable DeclineReason reason,
            boolean byAgency) {}

    static final String BLOCK = "Blockhyra träningslägenheter";
    static final String TRIAL_QUOTA = "Kvot försökslägenheter";
    static final String FIRST_QUOTA = "Kvot Bostad först";

    private final List<Home> beginning = new ArrayList<>();
    private final List<Offer> offers = new ArrayList<>();

    DemoHomes(LocalDate since, LocalDate today) {
        for (var i = 0; i < AT_THE_BEGINNING; i++) {
            beginning.add(home(i, since.minusYears(1).plusDays(i * 5L), since, today));
        }
        var days = (int) (today.toEpochDay() - since.toEpochDay());
        for (var i = 0; i < OFFERS; i++) {
            var offered =
                    DemoPlan.workdayFrom(since.plusDays(20 + (long) i * (days - 30) / OFFERS));
            var answered = DemoPlan.workdayFrom(offered.plusDays(3 + i % 5));
            var waits = i >= OFFERS - 2;
            offers.add(
                    new Offer(
                            home(
                                    AT_THE_BEGINNING + i,
                                    DemoPlan.workdayFrom(answered.plusDays(20)),
                                    since,
                                    today),
                            offered,
                            waits ? null : answered,
                            i % 3 == 2 ? REASONS[i / 3 % REASONS.length] : null,
                            i % 4 == 1));
        }
    }

    /// Those the board held when its two years began, and what it said yes to since.
    List<Home> held() {
        var held = new ArrayList<>(beginning);
        offers.stream()
                .filter(offer -> offer.answeredOn() != null && offer.reason() == null)
                .map(Offer::home)
                .forEach(held::add);
        return held;
    }

    List<Home> beginning() {
        return List.copyOf(beginning);
    }

    List<Offer> offers() {
        return List.copyOf(offers);
    }

    private static Home home(int i, LocalDate startOn, LocalDate since, LocalDate today) {
        var kind = kind(i);
        var rooms = 1 + i % 3;
        var metres = 26 + rooms * 16 + i % 7;
        var landlord =
                kind == ApartmentKind.TRAINING || kind == ApartmentKind.HOUSING_FIRST
                        ? DemoLandlords.BJOERKSTADSHEM
                        : i % 5 == 0 ? DemoLandlords.LINDAASEN : DemoLandlords.KVARNHUS;
        // A few have left again, given back or terminated; those taken over leave with their
        // tenant.
        var leaves = i % 13 == 6 && (i % 3 == 0 || i % 2 == 1) && i < AT_THE_BEGINNING;
        var endOn = leaves ? DemoPlan.workdayFrom(since.plusDays(90L + i * 7L)) : null;
        var cause = i % 3 == 0 ? ApartmentEnd.RETURNED : ApartmentEnd.TERMINATED_BY_LANDLORD;
        var ends = endOn != null && !endOn.isAfter(today);
        return new Home(
                "%s-%03d".formatted(landlord.substring(0, 1), 101 + i),
                kind,
                STREETS.get(i % STREETS.size()) + " " + (1 + i / STREETS.size() * 2),
                "%d%d%02d".formatted(1, i % 4, 1 + i % 3),
                DISTRICTS.get(i % DISTRICTS.size()),
                rooms,
                metres,
                i % 4,
                kind == ApartmentKind.TRANSITIONAL && rooms == 3,
                Money.kronor(3_900 + rooms * 1_250L + i % 9 * 70L),
                landlord,
                switch (landlord) {
                    case DemoLandlords.BJOERKSTADSHEM ->
                            kind == ApartmentKind.TRAINING ? BLOCK : FIRST_QUOTA;
                    case DemoLandlords.KVARNHUS -> TRIAL_QUOTA;
                    default -> null;
                },
                startOn,
                ends ? endOn : null,
                ends ? cause : null);
    }

    private static ApartmentKind kind(int i) {
        return switch (i % 20) {
            case 0, 4, 7, 10, 11, 14, 17 -> ApartmentKind.TRAINING;
            case 1, 5, 8, 15, 18 -> ApartmentKind.TRIAL;
            case 2, 12 -> ApartmentKind.HOUSING_FIRST;
            case 9 -> ApartmentKind.ACUTE;
            case 19 -> ApartmentKind.RESPITE;
            default -> ApartmentKind.TRANSITIONAL;
        };
    }
}
