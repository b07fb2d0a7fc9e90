package se.bofast.tenancy;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.bofast.access.Access;
import se.bofast.access.Action;
import se.bofast.access.Actor;
import se.bofast.dwelling.Apartment;
import se.bofast.dwelling.ApartmentId;
import se.bofast.dwelling.Apartments;
import se.bofast.kernel.HouseClock;
import se.bofast.kernel.Money;

/// Days on which the board pays for an apartment that nobody rents. Says nothing of a person.
@Component
public class Vacancies {

    /// An apartment's days without a lease, in a row.
    ///
    /// @param to the last of them; null: goes on
    /// @param days so many within the period asked about
    /// @param cost the rent to the landlord those days
    public record Vacancy(
            Apartment apartment, LocalDate from, @Nullable LocalDate to, long days, Money cost) {

        public boolean isNow() {
            return to == null;
        }

        boolean lastsOn(LocalDate day) {
            return to == null || !to.isBefore(day);
        }
    }

    private record Gap(ApartmentId apartment, LocalDate from, @Nullable LocalDate to) {}

    private final JdbcClient db;
    private final Apartments apartments;
    private final OwnRents rents;
    private final Access access;
    private final java.time.Clock clock;

    Vacancies(
            JdbcClient db,
            Apartments apartments,
            OwnRents rents,
            Access access,
            java.time.Clock clock) {
        this.db = db;
        this.apartments = apartments;
        this.rents = rents;
        this.access = access;
        this.clock = clock;
    }

    /// The vacancies with days from the first day to the last, or to today; what costs most first.
    @Transactional(readOnly = true)
    public List<Vacancy> between(Actor actor, LocalDate first, LocalDate last) {
        access.require(actor, Action.SEE_APARTMENTS);
        return reckon(first, last, null);
    }

    /// An apartment's own, the newest first.
    @Transactional(readOnly = true)
    public List<Vacancy> of(Actor actor, ApartmentId apartment) {
        access.require(actor, Action.SEE_APARTMENTS);
        var today = HouseClock.today(clock);
        return reckon(LocalDate.of(1990, 1, 1), today, apartment).stream()
                .sorted(Comparator.comparing(Vacancy::from).reversed())
                .toList();
    }

    /// Those that go on today, reckoned from when they began.
    List<Vacancy> now(LocalDate today) {
        return reckon(LocalDate.of(1990, 1, 1), today, null).stream()
                .filter(vacancy -> vacancy.lastsOn(today))
                .toList();
    }

    private List<Vacancy> reckon(LocalDate first, LocalDate last, @Nullable ApartmentId only) {
        var today = HouseClock.today(clock);
        var until = last.isAfter(today) ? today : last;
        var gaps =
                db.sql(
                                """
                                select apartment_id, start_on, end_on from tenancy.v_vacancy
                                where board_id = framework.board_id() and start_on <= :last
                                  and (end_on is null or end_on >= :first)
                                  and (cast(:only as uuid) is null or apartment_id = :only)
                                """)
                        .param("first", first)
                        .param("last", until)
                        .param("only", only == null ? null : only.value())
                        .query((rs, n) ->
                                new Gap(
                                        new ApartmentId(rs.getObject("apartment_id", UUID.class)),
                                        rs.getObject("start_on", LocalDate.class),
                                        rs.getObject("end_on", LocalDate.class)))
                        .list();
        var named = apartments.find(gaps.stream().map(Gap::apartment).distinct().toList());
        var paid = rents.rents();
        var found = new ArrayList<Vacancy>();
        for (var gap : gaps) {
            var apartment = named.get(gap.apartment());
            if (apartment == null) {
                continue;
            }
            var from = gap.from().isBefore(first) ? first : gap.from();
            var to = gap.to() == null || gap.to().isAfter(until) ? until : gap.to();
            found.add(
                    new Vacancy(
                            apartment,
                            gap.from(),
                            gap.to(),
                            ChronoUnit.DAYS.between(from, to) + 1,
                            Share.over(paid.getOrDefault(gap.apartment(), List.of()), from, to)));
        }
        found.sort(
                Comparator.comparing(Vacancy::cost)
                        .thenComparing(Vacancy::days)
                        .reversed()
                        .thenComparing(v -> v.apartment().details().number()));
        return found;
    }
}
