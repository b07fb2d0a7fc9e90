package se.bofast.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import se.bofast.kernel.Money;

class WordsTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);
    private static final Words SWEDISH = Words.swedish();
    private static final Words ENGLISH = Words.english();

    @Test
    void writes_a_day_of_this_year_without_the_year() {
        assertThat(SWEDISH.day(LocalDate.of(2026, 11, 24), TODAY)).isEqualTo("tis 24 nov");
        assertThat(ENGLISH.day(LocalDate.of(2026, 11, 24), TODAY)).isEqualTo("Tue 24 Nov");
    }

    @Test
    void writes_a_day_of_another_year_with_the_year() {
        assertThat(SWEDISH.day(LocalDate.of(2027, 3, 1), TODAY)).isEqualTo("mån 1 mars 2027");
    }

    @Test
    void writes_a_day_out() {
        assertThat(SWEDISH.longDay(LocalDate.of(2026, 11, 24)))
                .isEqualTo("tisdag 24 november 2026");
        assertThat(SWEDISH.month(LocalDate.of(2026, 11, 24))).isEqualTo("november 2026");
    }

    @Test
    void says_how_many_days_are_left() {
        assertThat(SWEDISH.daysLeft(TODAY.plusDays(3), TODAY)).isEqualTo("3 dagar kvar");
        assertThat(SWEDISH.daysLeft(TODAY.plusDays(1), TODAY)).isEqualTo("i morgon");
        assertThat(SWEDISH.daysLeft(TODAY, TODAY)).isEqualTo("i dag");
        assertThat(SWEDISH.daysLeft(TODAY.minusDays(1), TODAY)).isEqualTo("1 dag för sent");
        assertThat(SWEDISH.daysLeft(TODAY.minusDays(2), TODAY)).isEqualTo("2 dagar för sent");
        assertThat(ENGLISH.daysLeft(TODAY.plusDays(1200), TODAY)).isEqualTo("1\u00a0200 days left");
    }

    @Test
    void writes_ore_only_where_there_are_any() {
        assertThat(SWEDISH.money(Money.kronor(14_320))).isEqualTo("14\u00a0320\u00a0kr");
        assertThat(SWEDISH.money(new Money(1_432_050))).isEqualTo("14\u00a0320,50\u00a0kr");
        assertThat(SWEDISH.money(Money.kronor(-500))).isEqualTo("\u2212500\u00a0kr");
        assertThat(ENGLISH.money(Money.kronor(14_320))).isEqualTo("14\u00a0320\u00a0kr");
    }

    @Test
    void says_a_share_with_its_denominator() {
        assertThat(SWEDISH.share(12, 40)).isEqualTo("12 av 40 (30\u00a0%)");
        assertThat(ENGLISH.share(12, 40)).isEqualTo("12 of 40 (30\u00a0%)");
        assertThat(SWEDISH.share(0, 0)).isEqualTo("0 av 0");
    }

    @Test
    void writes_a_moment_in_swedish_time() {
        var summer = Instant.parse("2026-07-01T08:42:00Z");
        assertThat(SWEDISH.time(summer)).isEqualTo("10.42");
        assertThat(ENGLISH.time(summer)).isEqualTo("10:42");
        assertThat(SWEDISH.moment(Instant.parse("2026-12-31T23:30:00Z"), TODAY))
                .isEqualTo("fre 1 jan 2027 00.30");
        assertThat(SWEDISH.moment(summer)).isEqualTo("ons 1 juli 2026 10.42");
    }

    @Test
    void writes_arguments_as_their_kind_is_written() {
        var words =
                new Words(
                        Languages.SWEDISH,
                        Map.of(
                                "a.b", "{0}: {1}, ärende {2}, {3,choice,1#en rad|1<{3} rader}",
                                "page.weekdays.short", "mån tis ons tors fre lör sön",
                                "page.months.short",
                                        "jan feb mars apr maj juni juli aug sep okt nov dec"),
                        true);
        assertThat(
                        words.t(
                                "a.b",
                                LocalDate.of(2026, 11, 24),
                                Money.kronor(1500),
                                "2026-0412",
                                1200))
                .isEqualTo(
                        "tis 24 nov 2026: 1\u00a0500\u00a0kr, ärende 2026-0412, 1\u00a0200 rader");
    }

    @Test
    void leaves_apostrophes_alone() {
        var words = new Words(Languages.ENGLISH, Map.of("a.b", "Don't", "a.c", "{0}'s day"), true);
        assertThat(words.t("a.b")).isEqualTo("Don't");
        assertThat(words.t("a.c", "Monday")).isEqualTo("Monday's day");
    }

    @Test
    void throws_in_tests_at_a_missing_key_and_shows_it_in_production() {
        assertThatThrownBy(() -> SWEDISH.t("page.no.such"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("page.no.such");
        assertThat(Languages.read(false).words(Languages.ENGLISH).t("page.no.such"))
                .isEqualTo("page.no.such");
    }

    @Test
    void labels_an_enum_by_its_room_and_name() {
        assertThat(SWEDISH.label(Frame.Theme.DARK)).isEqualTo("Mörkt");
        assertThat(Words.labelKey(Notice.Tone.INFO)).isEqualTo("page.Tone.INFO");
        assertThat(Words.labelKey(Month.MAY)).isEqualTo("page.Month.MAY");
    }

    @Test
    void speaks_swedish_to_a_language_the_house_does_not_speak() {
        assertThat(Languages.read(true).words(Locale.of("fi")).language()).isEqualTo("sv");
    }

    /// A constant with a body has a class of its own.
    private enum Month {
        MAY {}
    }
}
