package se.bofast.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.bofast.intake.Known;
import se.bofast.kernel.IdentityNumber;
import se.bofast.prevention.Closing.Outcome;

/// The plan of the two years, whatever day the demo board is first looked at.
class DemoPlanTest {

    private static DemoPlan plan(String today) {
        var day = LocalDate.parse(today);
        return new DemoPlan(DemoYears.SEED, DemoYears.firstDay(day), day);
    }

    private static List<Threat> evicted(DemoPlan plan, int year) {
        return plan.threats().stream()
                .filter(threat -> threat.life().outcome() == Outcome.EVICTED)
                .filter(threat -> {
                    var executed = threat.life().executedOn();
                    return executed != null
                            && executed.getYear() == plan.since().getYear() + year
                            && !executed.isAfter(plan.today());
                })
                .toList();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-07-01",
                "2026-09-14",
                "2026-11-30",
                "2027-01-01",
                "2027-06-30",
                "2028-02-29",
                "2029-12-24"
            })
    void has_the_promised_size_on_whatever_day(String today) {
        var plan = plan(today);
        var round =
                plan.threats().stream().filter(threat -> threat.way() == Threat.Way.ROUND).toList();
        assertThat(round).hasSize(407);
        assertThat(round).filteredOn(t -> t.known() == Known.FORMERLY).hasSize(76);
        assertThat(round)
                .filteredOn(t ->
                        t.life().answer() == Threat.Answer.COMES
                                || t.life().answer() == Threat.Answer.MOVES_AND_COMES)
                .hasSizeBetween(75, 80);
        assertThat(round)
                .filteredOn(t -> t.life().outcome() == Outcome.SETTLED_ALONE)
                .hasSizeBetween(220, 268);
        assertThat(round).allMatch(Threat::isOver);

        assertThat(evicted(plan, 0)).hasSize(16);
        assertThat(evicted(plan, 1)).hasSize(10);
        assertThat(evicted(plan, 1))
                .filteredOn(t -> {
                    var decided = t.life().endedOn();
                    return decided != null && decided.getYear() == plan.since().getYear();
                })
                .hasSize(3);

        assertThat(plan.threats())
                .filteredOn(t -> t.day().getYear() == plan.since().getYear())
                .hasSizeBetween(125, 160);
        assertThat(plan.threats()).noneMatch(t -> t.day().isAfter(plan.today()));
    }

    @Test
    void is_the_same_each_time_it_is_made() {
        assertThat(plan("2026-11-30").threats()).isEqualTo(plan("2026-11-30").threats());
    }

    @Test
    void each_person_has_a_number_that_is_given_to_nobody() {
        var numbers =
                plan("2026-11-30").threats().stream()
                        .map(threat -> threat.person().number())
                        .distinct()
                        .toList();
        assertThat(numbers)
                .hasSizeGreaterThan(650)
                .allMatch(number -> number.digits().substring(8, 10).equals("23"))
                .allMatch(number -> number.digits().charAt(10) >= '8')
                .allMatch(number ->
                        IdentityNumber.read(number.written(), LocalDate.of(2026, 11, 30))
                                .isPresent());
    }

    @Test
    void each_list_is_a_file_with_a_name_of_its_own() {
        var lists = new DemoLists(plan("2026-11-30")).all();
        assertThat(lists).extracting(DemoList::fileName).doesNotHaveDuplicates();
        assertThat(lists).filteredOn(list -> !list.taken()).hasSize(2);
        assertThat(lists)
                .extracting(DemoList::kind)
                .contains("payment-orders", "rent-arrears", "eviction-dates", "settled");
        assertThat(lists)
                .filteredOn(list -> list.fileName().endsWith(".xlsx"))
                .hasSizeGreaterThan(20)
                .allMatch(list -> list.file()[0] == 'P' && list.file()[1] == 'K');
    }
}
