package se.bofast.deadline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.bofast.deadline.RetentionFacts.InquiredChild;
import se.bofast.deadline.RetentionFacts.KeptFor;
import se.bofast.kernel.IdentityNumber;

/// Retention as SoL 2025:400 chapters 16 and 17 and SoF 2025:468 chapter 13 have it.
///
/// [impl->req~deadline.retention-note~1] [impl->req~deadline.retention-provider~1]
/// [impl->req~deadline.retention-research~1] [impl->req~deadline.retention-kept-documents~1]
/// [impl->req~deadline.retention-child-inquiry~1] [impl->req~deadline.retention-received-list~1]
class RetentionLawTest {

    private static final RetentionPlace UPPSALA =
            new RetentionPlace("Björkstads kommun", "Uppsala län", false);
    private static final RetentionPlace PROVIDER =
            new RetentionPlace("Björkstads kommun", "Uppsala län", true);
    private static final LocalDate BORN = LocalDate.of(1970, 3, 7);
    private static final LocalDate LAST = LocalDate.of(2020, 6, 10);

    private static RetentionFacts file(LocalDate last, @Nullable LocalDate born) {
        return new RetentionFacts(last, born, null, UPPSALA, Set.of(), List.of());
    }

    private static RetentionFacts at(RetentionPlace place) {
        return new RetentionFacts(LAST, BORN, null, place, Set.of(), List.of());
    }

    private static RetentionFacts inquired(LocalDate last, InquiredChild... children) {
        return new RetentionFacts(last, BORN, null, UPPSALA, Set.of(), List.of(children));
    }

    /// 16 kap. 1 §: five years after the last note; finished by the end of the calendar year after
    /// the one in which the duty arose. Years are counted as lag (1930:173) says.
    @ParameterizedTest
    @CsvSource({
        "2020-06-10, 2025-06-11, 2026-12-31",
        // The five years end with the year, so the duty arises in the next.
        "2020-12-31, 2026-01-01, 2027-12-31",
        "2020-12-30, 2025-12-31, 2026-12-31",
        // 29 February has no day of its number five years on.
        "2020-02-29, 2025-03-01, 2026-12-31",
        "2020-02-28, 2025-03-01, 2026-12-31",
        // The day after the five years may be a leap day.
        "2019-02-28, 2024-02-29, 2025-12-31"
    })
    void five_years_after_the_last_note(LocalDate last, LocalDate from, LocalDate by) {
        assertThat(RetentionLaw.of(file(last, BORN)))
                .isEqualTo(new RetentionFinding.Erase(from, by, RetentionGround.NOTE));
    }

    /// The board's own plan (arkivlag 1990:782 10 §): no list outlives the files of those in it.
    @ParameterizedTest
    @CsvSource({
        "2020-06-10, false, 2025-06-11, 2026-12-31",
        "2024-06-10, true, 2026-06-11, 2027-12-31"
    })
    void a_received_list_goes_as_a_note_does(
            LocalDate last, boolean provider, LocalDate from, LocalDate by) {
        assertThat(RetentionLaw.ofList(last, provider ? PROVIDER : UPPSALA))
                .isEqualTo(new RetentionFinding.Erase(from, by, RetentionGround.RECEIVED_LIST));
    }

    /// 17 kap. 2 §.
    @ParameterizedTest
    @CsvSource({"2024-06-10, 2026-06-11, 2027-12-31", "2024-02-29, 2026-03-01, 2027-12-31"})
    void two_years_at_a_private_provider(LocalDate last, LocalDate from, LocalDate by) {
        assertThat(
                        RetentionLaw.of(
                                new RetentionFacts(
                                        last, BORN, null, PROVIDER, Set.of(), List.of())))
                .isEqualTo(new RetentionFinding.Erase(from, by, RetentionGround.PROVIDER_NOTE));
    }

    /// SoF 13 kap. 1 §: born on one of three days of any month.
    @ParameterizedTest
    @ValueSource(strings = {"1970-01-05", "1988-02-15", "2001-12-25"})
    void kept_for_research_when_born_on_one_of_the_days(LocalDate born) {
        assertThat(RetentionLaw.of(file(LAST, born)))
                .isEqualTo(
                        new RetentionFinding.Keep(
                                LocalDate.of(2025, 6, 11), RetentionGround.RESEARCH_DAY));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1970-01-04",
                "1970-01-06",
                "1970-01-14",
                "1970-01-16",
                "1970-01-24",
                "1970-01-26",
                "1970-01-30"
            })
    void erased_when_born_on_another_day(LocalDate born) {
        assertThat(RetentionLaw.of(file(LAST, born))).isInstanceOf(RetentionFinding.Erase.class);
    }

    /// SoF 13 kap. 1 §: the named counties and Göteborg keep every file.
    @ParameterizedTest
    @CsvSource({
        "Linköpings kommun, Östergötlands län, true",
        "Linköping, Östergötland, true",
        "Region Gotland, Gotlands län, true",
        "Sundsvalls kommun, Västernorrlands län, true",
        "Göteborgs Stad, Västra Götalands län, true",
        "Göteborg, Västra Götalands län, true",
        "Göteborgs kommun, Västra Götalands län, true",
        "Borås Stad, Västra Götalands län, false",
        "Stockholms stad, Stockholms län, false",
        "Umeå kommun, Västerbottens län, false"
    })
    void some_places_keep_every_file(String municipality, String county, boolean kept) {
        var finding = RetentionLaw.of(at(new RetentionPlace(municipality, county, false)));
        assertThat(finding.ground())
                .isEqualTo(kept ? RetentionGround.RESEARCH_PLACE : RetentionGround.NOTE);
    }

    /// 17 kap. 4-5 §§.
    @Test
    void a_private_provider_hands_over_what_is_kept() {
        var chosen =
                new RetentionFacts(
                        LAST, LocalDate.of(1970, 3, 15), null, PROVIDER, Set.of(), List.of());
        assertThat(RetentionLaw.of(chosen).ground()).isEqualTo(RetentionGround.HANDED_OVER);
        var placed =
                new RetentionFacts(
                        LAST, BORN, null, PROVIDER, Set.of(KeptFor.PLACED_CHILD), List.of());
        assertThat(RetentionLaw.of(placed)).isInstanceOf(RetentionFinding.Keep.class);
        assertThat(RetentionLaw.of(placed).ground()).isEqualTo(RetentionGround.HANDED_OVER);
    }

    /// 16 kap. 2 §.
    @ParameterizedTest
    @EnumSource(KeptFor.class)
    void what_a_recorded_fact_keeps_is_kept_for_ever(KeptFor fact) {
        assertThat(
                        RetentionLaw.of(
                                new RetentionFacts(
                                        LAST, BORN, null, UPPSALA, Set.of(fact), List.of())))
                .isInstanceOf(RetentionFinding.Keep.class)
                .extracting(RetentionFinding::ground)
                .isEqualTo(RetentionGround.KEPT_DOCUMENTS);
    }

    /// 16 kap. 2 a § (SFS 2025:1501).
    @ParameterizedTest
    @CsvSource({
        "2015-04-20, 2045-04-20, 2046-12-31",
        // Born on a leap day: not on the last day of February, a day early.
        "2016-02-29, 2046-03-01, 2047-12-31",
        // Turned thirty before the five years were over.
        "1990-04-20, 2025-06-11, 2026-12-31"
    })
    void an_inquiry_is_kept_until_the_child_is_thirty(
            LocalDate born, LocalDate from, LocalDate by) {
        var finding = RetentionLaw.of(inquired(LAST, new InquiredChild(born)));
        assertThat(finding)
                .isEqualTo(
                        new RetentionFinding.Erase(
                                from,
                                by,
                                born.getYear() < 2000
                                        ? RetentionGround.NOTE
                                        : RetentionGround.CHILD_INQUIRY));
    }

    @Test
    void the_youngest_child_decides_and_a_year_lasts_to_its_end() {
        var finding =
                RetentionLaw.of(
                        inquired(
                                LAST,
                                new InquiredChild(LocalDate.of(2012, 1, 1)),
                                InquiredChild.bornIn(2014)));
        assertThat(finding.dueFrom()).isEqualTo("2044-12-31");
    }

    @Test
    void a_child_of_unknown_age_is_not_decided_on() {
        assertThat(RetentionLaw.of(inquired(LAST, new InquiredChild(null))))
                .isEqualTo(
                        new RetentionFinding.Undecidable(
                                LocalDate.of(2025, 6, 11), RetentionGround.CHILD_BIRTH_MISSING));
    }

    @Test
    void nobody_is_decided_on_without_a_birth_day() {
        assertThat(RetentionLaw.of(file(LAST, null)))
                .isEqualTo(
                        new RetentionFinding.Undecidable(
                                LocalDate.of(2025, 6, 11), RetentionGround.BIRTH_DAY_MISSING));
    }

    /// Numbers of Skatteverket's test series. Sixty is added to the day of a coordination number.
    @ParameterizedTest
    @CsvSource({
        "19701075, RESEARCH_DAY",
        "19701076, NOTE",
        "19701015, RESEARCH_DAY",
        "19701016, NOTE"
    })
    void the_number_says_the_day_where_nothing_else_does(String day, RetentionGround ground) {
        var nine = day.substring(2) + "238";
        var number = new IdentityNumber(day + "238" + check(nine));
        var facts = new RetentionFacts(LAST, null, number, UPPSALA, Set.of(), List.of());
        assertThat(RetentionLaw.of(facts).ground()).isEqualTo(ground);
    }

    /// The date in a number may be a day near the birthday: the recorded day goes before it.
    @Test
    void the_recorded_day_goes_before_the_number() {
        var number = new IdentityNumber("19701015238" + check("701015238"));
        var facts =
                new RetentionFacts(
                        LAST, LocalDate.of(1970, 10, 14), number, UPPSALA, Set.of(), List.of());
        assertThat(RetentionLaw.of(facts).ground()).isEqualTo(RetentionGround.NOTE);
    }

    /// A coordination number for somebody whose birth day is not known: day 60.
    @Test
    void a_number_without_a_day_decides_nothing() {
        var number = new IdentityNumber("19701060238" + check("701060238"));
        var facts = new RetentionFacts(LAST, null, number, UPPSALA, Set.of(), List.of());
        assertThat(RetentionLaw.of(facts)).isInstanceOf(RetentionFinding.Undecidable.class);
    }

    @RepeatedTest(200)
    void nothing_goes_early_and_nothing_that_is_kept_goes(RepetitionInfo turn) {
        var dice = new Random(turn.getCurrentRepetition());
        var last = LocalDate.of(2000, 1, 1).plusDays(dice.nextInt(12_000));
        var born = LocalDate.of(1930, 1, 1).plusDays(dice.nextInt(30_000));
        var child = LocalDate.of(1980, 1, 1).plusDays(dice.nextInt(15_000));
        var inquired = dice.nextBoolean();
        var facts =
                new RetentionFacts(
                        last,
                        born,
                        null,
                        dice.nextBoolean() ? UPPSALA : PROVIDER,
                        dice.nextInt(5) == 0 ? Set.of(KeptFor.PLACED_CHILD) : Set.of(),
                        inquired ? List.of(new InquiredChild(child)) : List.of());
        switch (RetentionLaw.of(facts)) {
            case RetentionFinding.Erase erase -> {
                var years = facts.place().privateProvider() ? 2 : 5;
                assertThat(erase.dueFrom()).isAfter(last.plusYears(years));
                assertThat(erase.finishBy().getYear()).isEqualTo(erase.dueFrom().getYear() + 1);
                assertThat(born.getDayOfMonth() % 10 == 5).isFalse();
                assertThat(facts.keptFor()).isEmpty();
                if (inquired) {
                    assertThat(erase.dueFrom()).isAfterOrEqualTo(child.plusYears(30));
                }
            }
            case RetentionFinding.Keep keep ->
                    assertThat(born.getDayOfMonth() % 10 == 5 || !facts.keptFor().isEmpty())
                            .isTrue();
            case RetentionFinding.Undecidable undecidable ->
                    throw new AssertionError("every fact is there");
        }
    }

    private static int check(String nine) {
        var sum = 0;
        for (var i = 0; i < nine.length(); i++) {
            var value = (nine.charAt(i) - '0') * (i % 2 == 0 ? 2 : 1);
            sum += value / 10 + value % 10;
        }
        return (10 - sum % 10) % 10;
    }
}
