package se.bofast.page;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.bofast.kernel.Money;

class MoneyReadingTest {

    private static final Words SWEDISH = Words.swedish();
    private static final Words ENGLISH = Words.english();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "12 345,50|1234550",
                "12.345,50|1234550",
                "12345.50|1234550",
                "12345,5|1234550",
                "12345.5|1234550",
                "1,234.50|123450",
                "1,234,567.50|123456750",
                "12 345 kr|1234500",
                "12\u00a0345\u00a0kr|1234500",
                "12\u202f345,00 SEK|1234500",
                "12 345:-|1234500",
                "kr 12 345|1234500",
                "12345 kr.|1234500",
                "12.345|1234500",
                "1.234.567|123456700",
                "0|0",
                "0,05|5",
                "-500|-50000",
                "\u2212500 kr|-50000",
                "\u2013 500,25|-50025",
            })
    void reads_an_amount_as_people_and_sheets_write_it(String text, long ore) {
        assertThat(MoneyReading.read(text)).contains(new Money(ore));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "kr",
                "-",
                "x",
                "12,345",
                "1 2345",
                "12 34,50",
                "12,345,50",
                "12.3456",
                "1.2,3",
                "12 345,505",
                "--5",
                "5-",
                "1e3",
                "99999999999999999999"
            })
    void refuses_what_is_no_amount_or_would_be_a_guess(String text) {
        assertThat(MoneyReading.read(text)).isEmpty();
    }

    @Property
    void reads_back_what_the_house_writes(
            @ForAll @LongRange(min = -99_999_999_999L, max = 99_999_999_999L) long ore) {
        var money = new Money(ore);
        assertThat(MoneyReading.read(SWEDISH.money(money))).contains(money);
        assertThat(MoneyReading.read(ENGLISH.money(money))).contains(money);
        assertThat(Form.empty().with("amount", money).money("amount")).contains(money);
        assertThat(
                        MoneyReading.read(
                                "%s%d.%02d"
                                        .formatted(
                                                ore < 0 ? "-" : "",
                                                Math.abs(ore) / 100,
                                                Math.abs(ore) % 100)))
                .contains(money);
    }

    @Property
    void never_stumbles(@ForAll String text) {
        assertThat(MoneyReading.read(text)).satisfies(read -> assertThat(read).isNotNull());
    }
}
