package se.bofast.letter;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalTime;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.bofast.kernel.Money;

class WordingTest {

    private static Wording wording(LetterLanguage language) {
        return new TemplateCatalogue().version(TemplateCode.INVITATION, 1).wording(language);
    }

    @ParameterizedTest
    @CsvSource({
        "SWEDISH,fredag 4 december 2026,14.05",
        "ENGLISH,Friday 4 December 2026,14:05",
        "ARABIC,الجمعة 4 ديسمبر 2026,14:05",
        "SPANISH,viernes 4 de diciembre de 2026,14:05"
    })
    void writes_days_and_times_as_the_language_does(
            LetterLanguage language, String day, String time) {
        var wording = wording(language);
        assertThat(wording.day(Samples.LAST_DAY).replace('\u00A0', ' ')).isEqualTo(day);
        assertThat(wording.time(LocalTime.of(14, 5))).isEqualTo(time);
    }

    @Test
    void ukrainian_months_are_inflected() {
        assertThat(wording(LetterLanguage.UKRAINIAN).date(Samples.LAST_DAY).replace('\u00A0', ' '))
                .isEqualTo("4 грудня 2026 року");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "SWEDISH;0;Bor det barn hos dig?",
                "SWEDISH;1;Du har ett barn hemma. Vi tänker på barnet först.",
                "SWEDISH;2;Du har barn hemma. Vi tänker på barnen först.",
                "ENGLISH;1;You have a child at home.",
                "ENGLISH;3;You have children at home.",
                "UKRAINIAN;1;З вами живе дитина.",
                "UKRAINIAN;2;З вами живуть діти.",
                "UKRAINIAN;5;З вами живуть діти.",
                "ARABIC;1;يعيش معك طفل في البيت.",
                "ARABIC;2;يعيش معك أطفال في البيت.",
                "SPANISH;0;¿Viven niños con usted?"
            })
    void speaks_of_one_child_or_several(LetterLanguage language, int children, String sentence) {
        assertThat(wording(language).of("children", "children", children)).startsWith(sentence);
    }

    @ParameterizedTest
    @CsvSource({"1432000,14 320 kr", "50,'0,50 kr'", "123456789,'1 234 567,89 kr'", "100,1 kr"})
    void writes_money_with_spaces_that_do_not_break(long ore, String written) {
        assertThat(wording(LetterLanguage.SWEDISH).money(new Money(ore)))
                .isEqualTo(written.replace(' ', '\u00A0'));
    }

    @Test
    void months_of_one_year_share_the_year() {
        var wording = wording(LetterLanguage.SWEDISH);
        assertThat(wording.months(List.of(YearMonth.of(2026, 9)))).isEqualTo("september 2026");
        assertThat(
                        wording.months(
                                List.of(
                                        YearMonth.of(2026, 9),
                                        YearMonth.of(2026, 10),
                                        YearMonth.of(2026, 11))))
                .isEqualTo("september, oktober och november 2026");
        assertThat(wording.months(List.of(YearMonth.of(2025, 12), YearMonth.of(2026, 1))))
                .isEqualTo("december 2025 och januari 2026");
    }

    @Test
    void keeps_a_swedish_number_in_its_order_within_arabic() {
        assertThat(wording(LetterLanguage.ARABIC).asIs("010-123 45 67"))
                .isEqualTo("\u2066010-123 45 67\u2069");
        assertThat(wording(LetterLanguage.ARABIC).asIs("ليلى")).isEqualTo("ليلى");
        assertThat(wording(LetterLanguage.ENGLISH).asIs("010-123 45 67"))
                .isEqualTo("010-123 45 67");
    }

    @Test
    void names_a_language_in_the_readers_own() {
        var tigrinya = Locale.forLanguageTag("ti");
        assertThat(wording(LetterLanguage.SWEDISH).languageName(tigrinya)).isEqualTo("tigrinja");
        assertThat(wording(LetterLanguage.ENGLISH).languageName(tigrinya)).isEqualTo("Tigrinya");
    }

    @Test
    void braces_and_quotes_in_a_name_are_nothing_but_text() {
        assertThat(wording(LetterLanguage.SWEDISH).of("greeting", "name", "O'Brien {0}"))
                .isEqualTo("Hej O'Brien {0},");
    }

    @Test
    void finds_the_language_by_its_tag() {
        assertThat(LetterLanguage.of("ar-SY")).contains(LetterLanguage.ARABIC);
        assertThat(LetterLanguage.of("uk")).contains(LetterLanguage.UKRAINIAN);
        assertThat(LetterLanguage.of("so")).isEmpty();
    }
}
