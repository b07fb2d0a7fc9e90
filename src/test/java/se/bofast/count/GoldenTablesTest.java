package se.bofast.count;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import se.bofast.HouseTest;
import se.bofast.TestHouse.Boards;
import se.bofast.TestHouse.TestBoard;
import se.bofast.access.Actor;
import se.bofast.count.CountRegister.Someone;

/// The numbers the sources report, from registers made so that they must come out: Norrmalm's
/// counts of 2016 and 2017 [S1], and its users of night shelters January to April 2009 and 2010
/// [S3].
@HouseTest
class GoldenTablesTest {

    private static final LocalDate DAY_2016 = LocalDate.of(2016, 9, 26);
    private static final LocalDate DAY_2017 = LocalDate.of(2017, 9, 26);
    private static final List<String> LONGER = List.of("TRAINING", "SUPPORTED", "LODGING", "HVB");
    private static final List<String> ACUTE = List.of("STREET", "SHELTER", "HOTEL", "FRIENDS");

    private final Boards boards;
    private final CountResults results;
    private final CountingFlow flow;

    GoldenTablesTest(Boards boards, CountResults results, CountingFlow flow) {
        this.boards = boards;
        this.results = results;
        this.flow = flow;
    }

    @Test
    void norrmalm_counts_57_in_2016_and_81_in_2017_with_more_of_65_and_older() {
        var board = boards.make();
        var coordinator = board.coordinator();
        var register = new CountRegister(board, coordinator);
        // 25 stay from one year to the next; the others leave for a home of their own.
        var people = new ArrayList<Someone>();
        for (var i = 0; i < 57; i++) {
            people.add(
                    register.person(
                            DAY_2016.minusYears(i < 3 ? 68 : 30 + i % 30),
                            i % 57 < 43 ? "MALE" : "FEMALE"));
            lives(register, people.get(i), i < 35, DAY_2016, i < 25);
        }
        // 2017: 54 men and 27 women, 61 longer-term and 20 acute; the 25 are men in longer-term
        // solutions.
        for (var i = 25; i < 81; i++) {
            var one =
                    register.person(
                            DAY_2017.minusYears(i < 33 ? 70 : 28 + i % 30),
                            i < 54 ? "MALE" : "FEMALE");
            lives(register, one, i < 61, DAY_2017, true);
        }
        outside(register);
        register.write();

        var first = count(board, coordinator, DAY_2016);
        assertThat(people(first, CountSplit.TOTAL, "ALL")).isEqualTo(57);
        assertThat(people(first, CountSplit.SEX, "MALE")).isEqualTo(43);
        assertThat(people(first, CountSplit.SEX, "FEMALE")).isEqualTo(14);
        assertThat(people(first, CountSplit.CATEGORY, "LONGER_TERM")).isEqualTo(35);
        assertThat(people(first, CountSplit.CATEGORY, "ACUTE")).isEqualTo(22);
        var second = count(board, coordinator, DAY_2017);
        assertThat(people(second, CountSplit.TOTAL, "ALL")).isEqualTo(81);
        assertThat(people(second, CountSplit.SEX, "MALE")).isEqualTo(54);
        assertThat(people(second, CountSplit.SEX, "FEMALE")).isEqualTo(27);
        assertThat(people(second, CountSplit.CATEGORY, "LONGER_TERM")).isEqualTo(61);
        assertThat(people(second, CountSplit.CATEGORY, "ACUTE")).isEqualTo(20);
        assertThat(people(first, CountSplit.AGE, "FROM_65")).isEqualTo(3);
        assertThat(people(second, CountSplit.AGE, "FROM_65")).isEqualTo(11);
    }

    private static void lives(
            CountRegister register, Someone one, boolean longer, LocalDate day, boolean stays) {
        var forms = longer ? LONGER : ACUTE;
        var form = forms.get(Math.floorMod(one.id().hashCode(), forms.size()));
        var until = stays ? null : day.plusMonths(2);
        // Where what is asked is when one leaves, the three months hold on both days.
        register.stay(
                one,
                form.equals("HVB") && stays ? "TRAINING" : form,
                "LIVES",
                1,
                day.minusDays(50),
                until,
                until,
                null,
                null);
        if (!stays) {
            register.stays(one, "OWN", day.plusMonths(2).plusDays(1), null);
        }
    }

    /// People who must not be counted: trial apartments, Housing First, at relatives', a home.
    private static void outside(CountRegister register) {
        for (var form :
                List.of("TRIAL", "HF_SUBLET", "HF_OWN", "PRIVATE_SUBLET", "OWN", "UNKNOWN")) {
            register.stays(
                    register.person(LocalDate.of(1975, 1, 1), "FEMALE"),
                    form,
                    LocalDate.of(2014, 1, 1),
                    null);
        }
    }

    private CountTable count(TestBoard board, Actor coordinator, LocalDate day) {
        return board.as(coordinator, () -> results.day(coordinator, day, null)).table();
    }

    private static int people(CountTable table, CountSplit split, String code) {
        return table.cell(Definition.CITY, split, code).people();
    }

    @Test
    void night_shelters_had_15_users_january_to_april_and_then_10() {
        var board = boards.make();
        var coordinator = board.coordinator();
        var register = new CountRegister(board, coordinator);
        var users = new ArrayList<Someone>();
        for (var i = 0; i < 18; i++) {
            users.add(register.person(LocalDate.of(1970, 1, 1).plusDays(i), "MALE"));
        }
        for (var i = 0; i < 15; i++) {
            // Two stays of one person are one user; one comes before New Year, one leaves on the
            // first night.
            var start =
                    i == 0 ? LocalDate.of(2008, 12, 20) : LocalDate.of(2009, 1, 1).plusDays(i * 8L);
            register.stays(users.get(i), "SHELTER", start, start.plusDays(i == 0 ? 12 : 3));
            register.stays(
                    users.get(i), "SHELTER", LocalDate.of(2009, 4, 28), LocalDate.of(2009, 5, 20));
        }
        register.stays(
                users.get(16), "SHELTER", LocalDate.of(2009, 5, 1), LocalDate.of(2009, 6, 1));
        // The year after: eight of them, and two who are new.
        for (var i = 8; i < 18; i++) {
            register.stays(
                    users.get(i),
                    "SHELTER",
                    LocalDate.of(2010, 1, 1),
                    LocalDate.of(2010, 1, 1).plusDays(i - 8));
        }
        register.write();
        var first = shelter(board, coordinator, 2009);
        assertThat(first.users()).isEqualTo(15);
        assertThat(shelter(board, coordinator, 2007).users()).isZero();

        var second = shelter(board, coordinator, 2010);
        assertThat(second.users()).isEqualTo(10);
        assertThat(second.nights()).isEqualTo(55);
    }

    private CountingFlow.Shelter shelter(TestBoard board, Actor actor, int year) {
        return board.as(
                actor,
                () ->
                        flow.shelter(
                                actor, LocalDate.of(year, 1, 1), LocalDate.of(year, 4, 30), null));
    }
}
