package se.bofast.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import se.bofast.demo.DemoHomes.Home;
import se.bofast.demo.DemoLives.Family;
import se.bofast.demo.DemoLives.Life;
import se.bofast.dwelling.ApartmentKind;
import se.bofast.tenancy.LeaseEnd;
import se.bofast.tenancy.Tenure;

/// Who of the invented people rents which of the board's apartments from when to when: laid on the
/// nights people were given anyway. Plays nothing.
final class DemoLeases {

    /// An apartment stands empty so long at least between two tenants: cleaned, offered, accepted.
    static final int EMPTY_DAYS = 21;

    /// From the referral to the move, for those who wait their turn.
    static final int WAITED_DAYS = 47;

    private static final int MOST_TAKEOVERS = 9;

    private static final Set<String> LETTING =
            Set.of("TRAINING", "TRIAL", "HOUSING_FIRST_SUBLET", "TRANSIT");

    /// One or several people who rent an apartment of the board's.
    ///
    /// @param number one more for each, the first to move in first
    /// @param turn of the life, the one that is lived in the apartment; of a family: none
    /// @param last null: they rent it still
    /// @param takenOver the tenant takes the lease over as it ends
    record Tenancy(
            int number,
            Home home,
            Tenure tenure,
            @Nullable Life life,
            int turn,
            @Nullable Family family,
            LocalDate from,
            @Nullable LocalDate last,
            boolean takenOver) {

        /// Those who sign.
        List<InventedPeople.Person> tenants() {
            return family != null
                    ? family.adults()
                    : life != null ? List.of(life.person()) : List.of();
        }

        /// Moved in by a referral, an offer and a choice; the others were there before, or are
        /// families whose home was found with the landlord.
        boolean isReferred(LocalDate since) {
            return life != null && !from.isBefore(since);
        }

        /// The day the end is written down: when it is known where the person went.
        @Nullable LocalDate endedOn() {
            if (last == null) {
                return null;
            }
            return life == null ? last.plusDays(1) : life.turns().get(turn + 1).on();
        }

        /// Known so long before that everything on the way has a day of its own.
        boolean waited(LocalDate since) {
            return life != null
                    && !from.minusDays(WAITED_DAYS + 10).isBefore(since)
                    && life.turns().getFirst().on().isBefore(from.minusDays(WAITED_DAYS + 10));
        }

        /// Why the lease ends, as whoever writes it down would say.
        LeaseEnd cause() {
            if (life == null) {
                return LeaseEnd.MOVED;
            }
            var next = life.turns().get(turn + 1);
            return switch (next.cause()) {
                case DISTURBANCE -> number % 2 == 0 ? LeaseEnd.DISTURBANCE : LeaseEnd.RENT;
                case TIME_OUT -> LeaseEnd.TIME_OUT;
                default -> LeaseEnd.MOVED;
            };
        }
    }

    private record Wish(
            ApartmentKind kind,
            Tenure tenure,
            @Nullable Life life,
            int turn,
            @Nullable Family family,
            LocalDate from,
            @Nullable LocalDate last,
            boolean toOwnHome) {}

    private final LocalDate since;
    private final LocalDate today;
    private final DemoHomes homes;
    private final List<Tenancy> tenancies = new ArrayList<>();
    private final Map<Home, LocalDate> freeFrom = new HashMap<>();

    DemoLeases(DemoHomes homes, DemoLives lives, LocalDate since, LocalDate today) {
        this.since = since;
        this.today = today;
        this.homes = homes;
        homes.held().forEach(home -> freeFrom.put(home, home.startOn()));
        var takeovers = 0;
        for (var wish : wishes(lives)) {
            var takesOver =
                    wish.toOwnHome()
                            && wish.tenure().isToBeTakenOver()
                            && takeovers < MOST_TAKEOVERS
                            && !wish.from().isBefore(since);
            var home = home(wish).orElse(null);
            if (home == null) {
                continue;
            }
            takesOver &= home.endOn() == null;
            takeovers += takesOver ? 1 : 0;
            var tenancy =
                    new Tenancy(
                            tenancies.size(),
                            home,
                            wish.tenure(),
                            wish.life(),
                            wish.turn(),
                            wish.family(),
                            wish.from(),
                            wish.last(),
                            takesOver);
            tenancies.add(tenancy);
            var ended = tenancy.endedOn();
            freeFrom.put(home, ended == null || takesOver ? LocalDate.MAX : ended);
        }
    }

    List<Tenancy> tenancies() {
        return List.copyOf(tenancies);
    }

    /// The one in which somebody lives this turn, if the home is of the board's.
    Optional<Tenancy> of(Life life, int turn) {
        return tenancies.stream().filter(t -> t.life() == life && t.turn() == turn).findFirst();
    }

    Optional<Tenancy> of(Family family) {
        return tenancies.stream().filter(t -> t.family() == family).findFirst();
    }

    /// The last day the board holds the home; null: holds it still.
    @Nullable LocalDate endOf(Home home) {
        return tenancies.stream()
                .filter(tenancy -> tenancy.takenOver() && tenancy.home().equals(home))
                .findFirst()
                .flatMap(tenancy -> Optional.ofNullable(tenancy.last()))
                .orElse(home.endOn());
    }

    /// Homes for people that stand empty today, the one that has stood so longest first.
    List<Home> empty() {
        return homes.held().stream()
                .filter(home -> endOf(home) == null && !home.startOn().isAfter(today))
                .filter(home -> kindIsLet(home.kind()))
                .filter(home -> freeFrom.getOrDefault(home, LocalDate.MAX) != LocalDate.MAX)
                .sorted(Comparator.comparing(home -> freeFrom.getOrDefault(home, LocalDate.MAX)))
                .toList();
    }

    /// Of these, those in which nobody has lived since the day.
    List<Home> emptySince(LocalDate day) {
        return empty().stream()
                .filter(home -> !freeFrom.getOrDefault(home, LocalDate.MAX).isAfter(day))
                .toList();
    }

    private static boolean kindIsLet(ApartmentKind kind) {
        return kind == ApartmentKind.TRAINING
                || kind == ApartmentKind.TRIAL
                || kind == ApartmentKind.HOUSING_FIRST;
    }

    /// The one whose tenant has rented for almost two years, and of whom nobody has thought.
    Optional<Tenancy> watched() {
        var almost = today.minusMonths(22);
        return tenancies.stream()
                .filter(tenancy -> tenancy.last() == null)
                .min(
                        Comparator.comparing(tenancy ->
                                Math.abs(tenancy.from().toEpochDay() - almost.toEpochDay())));
    }

    /// Among those that stand empty of the kind, the one that has stood so longest.
    private Optional<Home> home(Wish wish) {
        return homes.held().stream()
                .filter(home -> home.kind() == wish.kind())
                .filter(home -> {
                    var free = freeFrom.getOrDefault(home, LocalDate.MAX);
                    return free != LocalDate.MAX
                            && !free.isAfter(
                                    wish.from().isBefore(since)
                                            ? wish.from()
                                            : wish.from()
                                                    .minusDays(
                                                            wish.life() == null ? 1 : EMPTY_DAYS));
                })
                .filter(home ->
                        home.endOn() == null
                                // What became of the tenant is written down some days later.
                                || wish.last() != null
                                        && wish.last().plusDays(25).isBefore(home.endOn()))
                .min(Comparator.comparing(home -> freeFrom.getOrDefault(home, LocalDate.MAX)));
    }

    /// In the order of the first nights; who moved out before the register begins is left out.
    private List<Wish> wishes(DemoLives lives) {
        var wishes = new ArrayList<Wish>();
        for (var life : lives.lives()) {
            for (var i = 0; i < life.turns().size(); i++) {
                var turn = life.turns().get(i);
                if (!LETTING.contains(turn.form())) {
                    continue;
                }
                var next = i + 1 < life.turns().size() ? life.turns().get(i + 1) : null;
                var last =
                        next == null
                                ? null
                                : next.endedOn() != null ? next.endedOn() : next.on().minusDays(1);
                if (last != null && last.isBefore(since.plusDays(30))) {
                    continue;
                }
                var tenure = tenure(turn.form());
                wishes.add(
                        new Wish(
                                kind(tenure),
                                tenure,
                                life,
                                i,
                                null,
                                turn.on(),
                                last,
                                next != null
                                        && next.endedOn() == null
                                        && Set.of("OWN_LEASE", "HOUSING_FIRST_LEASE")
                                                .contains(next.form())));
            }
        }
        for (var family : lives.families()) {
            var out = family.movesOutOn();
            var last = out == null ? null : out.minusDays(1);
            if (last == null || !last.isBefore(since.plusDays(30))) {
                wishes.add(
                        new Wish(
                                ApartmentKind.TRANSITIONAL,
                                Tenure.TRANSITIONAL,
                                null,
                                -1,
                                family,
                                family.from(),
                                last,
                                false));
            }
        }
        wishes.sort(Comparator.comparing(Wish::from));
        return wishes;
    }

    private static Tenure tenure(String form) {
        return switch (form) {
            case "TRAINING" -> Tenure.TRAINING;
            case "TRIAL" -> Tenure.TRIAL;
            case "HOUSING_FIRST_SUBLET" -> Tenure.HOUSING_FIRST;
            default -> Tenure.TRANSITIONAL;
        };
    }

    private static ApartmentKind kind(Tenure tenure) {
        return switch (tenure) {
            case TRAINING -> ApartmentKind.TRAINING;
            case TRIAL -> ApartmentKind.TRIAL;
            case HOUSING_FIRST -> ApartmentKind.HOUSING_FIRST;
            case TRANSITIONAL, SUBLET, FIRST_HAND -> ApartmentKind.TRANSITIONAL;
        };
    }
}
