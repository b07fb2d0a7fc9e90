package se.bofast.count;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import se.bofast.count.ReportingPeople.State;
import se.bofast.count.UnitingReports.Report;

/// Everybody once, however many named them and in whatever order.
class UnitingReportsTest {

    private static final UUID SHELTER = new UUID(1, 1);
    private static final UUID STREET = new UUID(1, 2);
    private static final byte[] SECRET = "hemligt".getBytes(StandardCharsets.UTF_8);
    private static final LocalDate BIRTH = LocalDate.of(1980, 5, 1);

    private int reports;

    private Report report(@Nullable UUID human, @Nullable String key, State state, UUID form) {
        return new Report(
                new UUID(9, ++reports),
                new UUID(2, reports),
                human,
                human,
                key,
                state,
                form,
                "MALE",
                40,
                null,
                1,
                0,
                null,
                Map.of(
                        Definition.CITY, new Verdict("ACUTE", Why.IN),
                        Definition.NATIONAL, new Verdict("1", Why.IN),
                        Definition.ETHOS_LIGHT, new Verdict("2.2", Why.IN)));
    }

    @Test
    void a_key_joins_the_unnamed_to_one_of_the_register() {
        var one = UUID.randomUUID();
        var humans =
                UnitingReports.unite(
                        List.of(
                                report(null, "k", State.CONFIRMED, SHELTER),
                                report(one, "k", State.REGISTER, SHELTER),
                                report(null, "k", State.CONFIRMED, SHELTER)),
                        List.of());
        assertThat(humans).hasSize(1);
        assertThat(UnitingReports.counted(humans))
                .singleElement()
                .satisfies(person -> assertThat(person.person()).isEqualTo(one));
    }

    @Test
    void two_of_the_register_with_one_key_stay_two() {
        assertThat(
                        UnitingReports.unite(
                                List.of(
                                        report(UUID.randomUUID(), "k", State.CONFIRMED, SHELTER),
                                        report(UUID.randomUUID(), "k", State.CONFIRMED, SHELTER)),
                                List.of()))
                .hasSize(2);
    }

    @Test
    void the_register_gives_way_to_an_answer_and_two_answers_wait_for_the_leader() {
        var one = UUID.randomUUID();
        var register = report(one, null, State.REGISTER, SHELTER);
        var street = report(one, null, State.CONFIRMED, STREET);
        var shelter = report(one, null, State.CONFIRMED, SHELTER);
        var stands = UnitingReports.unite(List.of(register, street), List.of()).getFirst().stands();
        assertThat(stands).isEqualTo(street);
        var both = UnitingReports.unite(List.of(street, shelter), List.of()).getFirst();
        assertThat(both.isConflict()).isTrue();
        assertThat(both.stands()).isNull();
        assertThat(
                        UnitingReports.unite(
                                        List.of(street, shelter),
                                        List.of(street.id(), shelter.id()))
                                .getFirst()
                                .stands())
                .isEqualTo(shelter);
    }

    @Test
    void one_said_not_to_be_theirs_counts_where_another_unit_knows_better() {
        var one = UUID.randomUUID();
        var humans =
                UnitingReports.unite(
                        List.of(
                                report(one, null, State.NOT_OURS, SHELTER),
                                report(one, null, State.CONFIRMED, SHELTER)),
                        List.of());
        assertThat(UnitingReports.counted(humans)).hasSize(1);
        assertThat(
                        UnitingReports.counted(
                                UnitingReports.unite(
                                        List.of(report(one, null, State.NOT_HOMELESS, SHELTER)),
                                        List.of())))
                .isEmpty();
    }

    @Test
    void too_few_facts_make_nobody_surer() {
        var humans =
                UnitingReports.unite(
                        List.of(
                                report(null, null, State.CONFIRMED, SHELTER),
                                report(null, null, State.CONFIRMED, SHELTER)),
                        List.of());
        var table = CountTable.of(BIRTH, UnitingReports.counted(humans));
        assertThat(table.total(Definition.CITY)).isEqualTo(new CountTable.Cell(0, 2, false));
    }

    /// As many people as there are different humans and keys no human has, in any order.
    @Test
    void random_reports_unite_the_same_in_every_order() {
        var random = new Random(5);
        for (var round = 0; round < 300; round++) {
            var all = new ArrayList<Report>();
            for (var i = 0; i < 20; i++) {
                var human = random.nextBoolean() ? new UUID(5, random.nextInt(6)) : null;
                // A human always has the same key.
                var key =
                        human != null
                                ? "k" + human.getLeastSignificantBits()
                                : random.nextInt(3) == 0 ? null : "k" + random.nextInt(10);
                all.add(report(human, key, State.CONFIRMED, SHELTER));
            }
            var expected = new HashSet<String>();
            all.forEach(report ->
                    expected.add(report.key() == null ? report.id().toString() : report.key()));
            var first = UnitingReports.unite(all, List.of());
            Collections.shuffle(all, random);
            var second = UnitingReports.unite(all, List.of());
            assertThat(first).hasSize(expected.size());
            assertThat(second).isEqualTo(first);
        }
    }

    @Test
    void a_key_is_of_three_letters_of_each_name_and_the_day() {
        var key = PersonKey.of(SECRET, "Åsa-Maria", "Öberg", BIRTH);
        assertThat(key).isNotNull().hasSize(32);
        assertThat(PersonKey.of(SECRET, "ASA", "oberg", BIRTH)).isEqualTo(key);
        assertThat(PersonKey.of(SECRET, "Åsa", "Öberg", BIRTH.plusDays(1))).isNotEqualTo(key);
        assertThat(PersonKey.of("annat".getBytes(StandardCharsets.UTF_8), "Åsa", "Öberg", BIRTH))
                .isNotEqualTo(key);
        assertThat(PersonKey.of(SECRET, "Åsa", null, BIRTH)).isNull();
        assertThat(PersonKey.of(SECRET, "Åsa", "Öberg", null)).isNull();
        assertThat(PersonKey.of(SECRET, "123", "Öberg", BIRTH)).isNull();
    }
}
