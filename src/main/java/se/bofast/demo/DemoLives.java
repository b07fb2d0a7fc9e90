package se.bofast.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import se.bofast.demo.InventedPeople.Person;
import se.bofast.placement.StayFact.EndCause;

/// Three years of people without a home of their own, and of families who live where they may not
/// stay: what came after what, night by night. Decided from a seed; plays nothing.
final class DemoLives {

    /// Somebody's way through three years.
    ///
    /// @param unit the log-in of one who works where the person is known
    record Life(Person person, String unit, List<Turn> turns, List<Absence> absences) {
        Life {
            turns = List.copyOf(turns);
            absences = List.copyOf(absences);
        }
    }

    /// From a night on somebody lives there; the one before ended then, or some nights earlier.
    ///
    /// @param form code of the housing form
    /// @param endedOn last night of the one before if it is not the night before; then nobody knows
    ///   where the person was in between
    /// @param cause why the one before ended
    record Turn(
            String form,
            @Nullable String place,
            LocalDate on,
            @Nullable LocalDate expectedEndOn,
            @Nullable LocalDate endedOn,
            EndCause cause) {}

    /// Away for some nights from a home that is kept.
    record Absence(String form, String place, LocalDate from, LocalDate last) {}

    /// A household in a home for a time.
    ///
    /// @param movesOutOn day of the move to a home of their own; null: has not come
    record Family(
            List<Person> adults,
            List<Person> children,
            LocalDate from,
            LocalDate until,
            @Nullable LocalDate movesOutOn) {
        Family {
            adults = List.copyOf(adults);
            children = List.copyOf(children);
        }
    }

    private record Next(String form, int share) {}

    /// A form of the chain as it is lived in.
    ///
    /// @param nights how long it lasts, about
    private record Step(int nights, List<Next> then) {}

    static final int YEARS = 3;

    /// So many begin that some eighty are without a home of their own today.
    private static final int LIVES = 140;

    private static final int FAMILIES = 81;
    private static final int SETTLED_FAMILIES = 11;

    // Which comes after which, in hundredths; what is left stays for good in a home of its own.
    private static final Map<String, Step> STEPS =
            Map.ofEntries(
                    Map.entry("ROUGH", step(16, "SHELTER", 45, "WITH_FRIENDS", 25, "ACUTE", 30)),
                    Map.entry("STAIRWELL_OR_CAR", step(12, "SHELTER", 60, "ACUTE", 40)),
                    Map.entry(
                            "SHELTER",
                            step(46, "ACUTE", 50, "ROUGH", 20, "WITH_FRIENDS", 18, "HVB", 12)),
                    Map.entry(
                            "ACUTE",
                            step(
                                    100,
                                    "LODGING_HOME",
                                    38,
                                    "HVB",
                                    10,
                                    "SHELTER",
                                    22,
                                    "TRAINING",
                                    30)),
                    Map.entry("HOTEL", step(40, "ACUTE", 40, "TRANSIT", 40, "TRAINING", 20)),
                    Map.entry(
                            "WITH_FRIENDS",
                            step(60, "ACUTE", 40, "SHELTER", 25, "PRIVATE_LODGER", 35)),
                    Map.entry("PRIVATE_LODGER", step(150, "ACUTE", 40, "OWN_LEASE", 60)),
                    Map.entry(
                            "HVB",
                            step(
                                    150,
                                    "LODGING_HOME",
                                    30,
                                    "TRAINING",
                                    35,
                                    "SHELTER",
                                    20,
                                    "SUPPORTED_ADULT",
                                    15)),
                    Map.entry(
                            "LODGING_HOME",
                            step(
                                    210,
                                    "TRAINING",
                                    45,
                                    "SUPPORTED_ADULT",
                                    20,
                                    "SHELTER",
                                    20,
                                    "HVB",
                                    15)),
                    Map.entry("SUPPORTED_ADULT", step(420, "TRAINING", 70, "ACUTE", 30)),
                    Map.entry(
                            "TRAINING",
                            step(380, "TRIAL", 65, "SHELTER", 15, "HVB", 10, "OWN_LEASE", 10)),
                    Map.entry("TRIAL", step(420, "OWN_LEASE", 85, "SHELTER", 15)),
                    Map.entry("TRANSIT", step(500, "OWN_LEASE", 100)),
                    Map.entry(
                            "HOUSING_FIRST_SUBLET",
                            step(
                                    320,
                                    "HOUSING_FIRST_LEASE",
                                    65,
                                    "HOUSING_FIRST_SUBLET",
                                    20,
                                    "SHELTER",
                                    15)));

    private static final List<String> FIRST =
            List.of(
                    "ROUGH",
                    "STAIRWELL_OR_CAR",
                    "SHELTER",
                    "SHELTER",
                    "ACUTE",
                    "ACUTE",
                    "HOTEL",
                    "WITH_FRIENDS",
                    "WITH_FRIENDS",
                    "HVB",
                    "LODGING_HOME",
                    "TRAINING",
                    "TRIAL",
                    "HOUSING_FIRST_SUBLET");

    private static final Map<String, List<String>> PLACES =
            Map.of(
                    "SHELTER", List.of("Stationens härbärge", "Natthärbärget Lyktan"),
                    "ACUTE", List.of("Akutboendet Bryggan", "Akutboendet Linden"),
                    "HOTEL", List.of("Vandrarhemmet Ankaret"),
                    "LODGING_HOME", List.of("Inackorderingshemmet Eken", "Källgården"),
                    "HVB", List.of("Behandlingshemmet Solhöjden", "HVB Furuvik"),
                    "SUPPORTED_ADULT", List.of("Stödboendet Kompassen"));

    private final Random random;
    private final InventedPeople people;
    private final LocalDate today;
    private final List<Life> lives = new ArrayList<>();
    private final List<Family> families = new ArrayList<>();

    DemoLives(long seed, InventedPeople people, LocalDate today) {
        this.random = new Random(seed);
        this.people = people;
        this.today = today;
        for (var i = 0; i < LIVES; i++) {
            lives.add(life());
        }
        for (var i = 0; i < FAMILIES; i++) {
            families.add(family(i < SETTLED_FAMILIES));
        }
    }

    /// The first night anybody is told of.
    static LocalDate since(LocalDate today) {
        return today.minusYears(YEARS);
    }

    List<Life> lives() {
        return List.copyOf(lives);
    }

    List<Family> families() {
        return List.copyOf(families);
    }

    private Life life() {
        var began = since(today).plusDays(random.nextInt(365 * YEARS - 20));
        var person = people.next(today);
        var turns = new ArrayList<Turn>();
        var absences = new ArrayList<Absence>();
        var form = FIRST.get(random.nextInt(FIRST.size()));
        turns.add(
                new Turn(form, place(form), began, expected(form, began), null, EndCause.UNKNOWN));
        var on = began;
        while (STEPS.containsKey(form)) {
            var step = STEPS.get(form);
            var nights = 4 + (int) (step.nights() * (0.4 + 1.2 * random.nextDouble()));
            var end = on.plusDays(nights);
            if (nights > 60 && random.nextInt(100) < 16) {
                absence(on, nights).filter(a -> a.last().isBefore(today)).ifPresent(absences::add);
            }
            if (!end.isBefore(today)) {
                break;
            }
            var next = next(step);
            var gap = random.nextInt(100) < 9 ? 3 + random.nextInt(18) : 0;
            var moves = end.plusDays(gap);
            if (!moves.isBefore(today)) {
                break;
            }
            turns.add(
                    new Turn(
                            next,
                            place(next),
                            moves,
                            expected(next, moves),
                            gap == 0 ? null : end.minusDays(1),
                            cause(form, next)));
            on = moves;
            form = next;
        }
        return new Life(person, unitOf(person), turns, absences);
    }

    private java.util.Optional<Absence> absence(LocalDate on, int nights) {
        var from = on.plusDays(20 + random.nextInt(nights - 40));
        var last = from.plusDays(2 + random.nextInt(9));
        var dice = random.nextInt(3);
        return last.isBefore(on.plusDays(nights - 4L))
                ? java.util.Optional.of(
                        dice == 0
                                ? new Absence("HOSPITAL", "Björkstads sjukhus", from, last)
                                : dice == 1
                                        ? new Absence(
                                                "RESPITE", "Avlastningsplatsen Hamnen", from, last)
                                        : new Absence("REMAND", "Häktet", from, last))
                : java.util.Optional.empty();
    }

    private String next(Step step) {
        var dice = random.nextInt(100);
        for (var next : step.then()) {
            dice -= next.share();
            if (dice < 0) {
                return next.form();
            }
        }
        return step.then().getLast().form();
    }

    private static EndCause cause(String form, String next) {
        return switch (next) {
            case "OWN_LEASE", "HOUSING_FIRST_LEASE" -> EndCause.OWN_HOME;
            case "SHELTER", "ROUGH" ->
                    switch (form) {
                        case "TRAINING", "TRIAL", "LODGING_HOME", "HOUSING_FIRST_SUBLET" ->
                                EndCause.DISTURBANCE;
                        case "HVB" -> EndCause.OWN_WISH;
                        default -> EndCause.TIME_OUT;
                    };
            default -> form.equals("HVB") ? EndCause.DISCHARGED : EndCause.MOVED_ON;
        };
    }

    private @Nullable String place(String form) {
        var places = PLACES.get(form);
        return places == null ? null : places.get(random.nextInt(places.size()));
    }

    private @Nullable LocalDate expected(String form, LocalDate on) {
        return switch (form) {
            case "ACUTE", "HOTEL" -> on.plusMonths(2);
            case "HVB" -> on.plusMonths(6);
            case "LODGING_HOME" -> random.nextInt(100) < 50 ? on.plusMonths(8) : null;
            case "PRIVATE_LODGER" -> on.plusMonths(6);
            case "TRANSIT" -> on.plusYears(2);
            case "TRIAL" -> on.plusMonths(18);
            default -> null;
        };
    }

    private static String unitOf(Person person) {
        return person.birthOn().isBefore(LocalDate.of(1961, 1, 1))
                ? "aldre"
                : person.children().isEmpty() ? "handlaggare" : "familj";
    }

    private Family family(boolean settled) {
        var from =
                settled
                        ? today.minusMonths(30).minusDays(random.nextInt(150))
                        : today.minusDays(40 + random.nextInt(660));
        var head = people.next(today);
        var adults = new ArrayList<Person>();
        adults.add(head);
        if (random.nextInt(100) < 70) {
            adults.add(people.relative(head, 24 + random.nextInt(22), today));
        }
        var children = new ArrayList<Person>();
        var count = 1 + random.nextInt(4);
        for (var i = 0; i < count; i++) {
            children.add(people.relative(head, 1 + random.nextInt(16), today));
        }
        return new Family(
                adults,
                children,
                from,
                from.plusYears(2),
                settled ? from.plusMonths(20).plusDays(random.nextInt(90)) : null);
    }

    private static Step step(int nights, Object... shares) {
        var then = new ArrayList<Next>();
        for (var i = 0; i < shares.length; i += 2) {
            then.add(new Next((String) shares[i], (Integer) shares[i + 1]));
        }
        return new Step(nights, List.copyOf(then));
    }
}
