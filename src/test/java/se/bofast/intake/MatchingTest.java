package se.bofast.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import se.bofast.intake.Matching.Known;
import se.bofast.intake.Matching.Reason;
import se.bofast.intake.Matching.Sought;
import se.bofast.intake.Matching.Verdict;
import se.bofast.kernel.PersonId;

class MatchingTest {

    private static final LocalDate BORN = LocalDate.of(1981, 12, 28);

    private static Known known(
            int id,
            @Nullable String number,
            String name,
            @Nullable LocalDate born,
            @Nullable String address) {
        return new Known(
                new PersonId(new UUID(0, id)),
                number,
                Set.of(),
                WrittenName.parts(name),
                WrittenName.sounds(name),
                born,
                address);
    }

    private static Sought sought(
            @Nullable String number,
            String name,
            @Nullable LocalDate born,
            @Nullable String address) {
        return new Sought(number, WrittenName.parts(name), WrittenName.sounds(name), born, address);
    }

    @Test
    void the_same_number_and_name_is_the_person() {
        var verdict =
                Matching.weigh(
                        sought("198112282390", "Åsa Provberg", BORN, null),
                        List.of(known(1, "198112282390", "Provberg, Åsa", BORN, null)));
        assertThat(verdict).isInstanceOf(Verdict.Sure.class);
        assertThat(((Verdict.Sure) verdict).candidate().reason()).isEqualTo(Reason.NUMBER_AND_NAME);
    }

    @Test
    void a_number_the_person_had_before_is_the_person() {
        var renumbered =
                new Known(
                        new PersonId(new UUID(0, 1)),
                        "198112289874",
                        Set.of("198112889876"),
                        WrittenName.parts("Anna Berg"),
                        WrittenName.sounds("Anna Berg"),
                        BORN,
                        null);
        assertThat(
                        Matching.weigh(
                                sought("198112889876", "Anna Berg", BORN, null),
                                List.of(renumbered)))
                .isEqualTo(
                        new Verdict.Sure(
                                new Matching.Candidate(
                                        renumbered.id(), 100, Matching.Reason.NUMBER_AND_NAME)));
    }

    @Test
    void the_same_number_with_another_name_is_asked() {
        assertThat(
                        Matching.weigh(
                                sought("198112282390", "Bo Annansson", BORN, null),
                                List.of(known(1, "198112282390", "Provberg, Åsa", BORN, null))))
                .isInstanceOf(Verdict.Doubtful.class);
    }

    @Test
    void two_different_numbers_are_two_people_however_alike_the_names() {
        assertThat(
                        Matching.weigh(
                                sought("198112282390", "Åsa Provberg", BORN, "storgatan 1"),
                                List.of(
                                        known(
                                                1,
                                                "198112282382",
                                                "Åsa Provberg",
                                                BORN,
                                                "storgatan 1"))))
                .isInstanceOf(Verdict.Nobody.class);
    }

    @Test
    void name_and_address_are_enough_but_not_against_another_day_of_birth() {
        var provberg = known(1, null, "Provberg, Åsa", BORN, "storgatan 1");
        assertThat(
                        Matching.weigh(
                                sought(null, "Åsa Provberg", null, "storgatan 1"),
                                List.of(provberg)))
                .isInstanceOf(Verdict.Sure.class);
        assertThat(
                        Matching.weigh(
                                sought(null, "Åsa Provberg", BORN.plusYears(30), "storgatan 1"),
                                List.of(provberg)))
                .isInstanceOf(Verdict.Nobody.class);
    }

    @Test
    void two_equally_likely_are_asked_about() {
        var verdict =
                Matching.weigh(
                        sought(null, "Åsa Provberg", BORN, null),
                        List.of(
                                known(1, null, "Provberg, Åsa", BORN, null),
                                known(2, null, "Provberg, Åsa", BORN, null)));
        assertThat(verdict).isInstanceOf(Verdict.Doubtful.class);
        assertThat(((Verdict.Doubtful) verdict).candidates()).hasSize(2);
    }

    @Property
    void the_order_in_which_people_are_found_never_matters(@ForAll long seed) {
        var random = new Random(seed);
        var people = new ArrayList<Known>();
        for (var i = 0; i < 6; i++) {
            people.add(
                    known(
                            i,
                            random.nextBoolean() ? "19811228239" + random.nextInt(10) : null,
                            random.nextBoolean() ? "Provberg, Åsa" : "Provberg, Bo",
                            random.nextBoolean() ? BORN : null,
                            random.nextBoolean() ? "storgatan 1" : null));
        }
        var asked = sought("198112282390", "Åsa Provberg", BORN, "storgatan 1");
        var first = Matching.weigh(asked, people);
        Collections.shuffle(people, random);
        assertThat(Matching.weigh(asked, people)).isEqualTo(first);
    }

    @Property
    void nobody_is_sure_below_the_limit_and_nobody_asked_below_the_other(@ForAll long seed) {
        var random = new Random(seed);
        var verdict =
                Matching.weigh(
                        sought(
                                random.nextBoolean() ? "198112282390" : null,
                                random.nextBoolean() ? "Åsa Provberg" : "",
                                random.nextBoolean() ? BORN : null,
                                "storgatan 1"),
                        List.of(
                                known(
                                        1,
                                        random.nextBoolean() ? "198112282390" : null,
                                        random.nextBoolean() ? "Provberg, Åsa" : "Lind, Bo",
                                        random.nextBoolean() ? BORN : null,
                                        "storgatan 1")));
        switch (verdict) {
            case Verdict.Sure(var one) ->
                    assertThat(one.score()).isGreaterThanOrEqualTo(Matching.SURE);
            case Verdict.Doubtful(var some) ->
                    assertThat(some).isNotEmpty().allMatch(c -> c.score() >= Matching.DOUBTFUL);
            case Verdict.Nobody nobody -> assertThat(nobody).isEqualTo(new Verdict.Nobody());
        }
    }
}
