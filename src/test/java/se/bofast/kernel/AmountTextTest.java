package se.bofast.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AmountTextTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "12345 | 1234500",
                "12345,50 | 1234550",
                "12345,5 | 1234550",
                "12345.50 | 1234550",
                "12 345 | 1234500",
                "12 345,50 | 1234550",
                "12 345.50 | 1234550",
                "12.345,50 | 1234550",
                "12.345 | 1234500",
                "1.234.567 | 123456700",
                "1.234.567,89 | 123456789",
                "12,345.50 | 1234550",
                "1,234,567 | 123456700",
                "1,234,567.8 | 123456780",
                "12 345 kr | 1234500",
                "12 345,50 Kr. | 1234550",
                "SEK 12345 | 1234500",
                "12345 SEK | 1234500",
                "kr 500 | 50000",
                "500 kronor | 50000",
                "500:- | 50000",
                "500,- | 50000",
                "500.- kr | 50000",
                "500:- kr | 50000",
                "-500 | -50000",
                "500- | -50000",
                "1 234,50- | -123450",
                "\u2212500,25 kr | -50025",
                "(500) | -50000",
                "SEK -500 | -50000",
                "-kr 500 | -50000",
                "+500 | 50000",
                "0 | 0",
                "0,05 | 5",
                "007 | 700",
                "999999999999 | 99999999999900"
            })
    void reads_amounts_as_they_are_written(String text, long ore) {
        assertThat(AmountText.read(text)).contains(new Money(ore));
        assertThat(AmountText.fault(text)).isEmpty();
    }

    @Test
    void reads_every_kind_of_space_between_thousands() {
        for (var space : new String[] {" ", "\u00a0", "\u202f", "\u2009", "\u2007"}) {
            assertThat(AmountText.read("12" + space + "345,50" + space + "kr"))
                    .contains(new Money(1234550));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"12,345", "1,234", "999,999 kr", "-12,345"})
    void refuses_a_comma_before_three_figures_as_ambiguous(String text) {
        assertThat(AmountText.read(text)).isEmpty();
        assertThat(AmountText.fault(text)).contains(AmountText.Fault.AMBIGUOUS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"12345,678", "0,345", "0.345", "1234.5678", "12 345,678", "12345.678"})
    void refuses_parts_of_an_ore(String text) {
        assertThat(AmountText.read(text)).isEmpty();
        assertThat(AmountText.fault(text)).contains(AmountText.Fault.PARTS_OF_ORE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "kr",
                "-",
                "()",
                "ett tusen",
                "12 34",
                "1 2345",
                "012 345",
                "12.34.567",
                "12,34,567",
                "1.234,567.89",
                "12,",
                ",50",
                "--5",
                "-5-",
                "1e5",
                "1,98112E+11",
                "12 345 EUR",
                "9999999999999",
                "\u0661\u0662"
            })
    void reads_nothing_from_what_is_no_amount(String text) {
        assertThat(AmountText.read(text)).isEmpty();
        assertThat(AmountText.fault(text)).contains(AmountText.Fault.SHAPE);
    }

    @Property
    void reads_back_every_amount_in_each_written_form(
            @ForAll @LongRange(min = -9_999_999_999L, max = 9_999_999_999L) long ore) {
        var kronor = Math.abs(ore) / 100;
        var sign = ore < 0 ? "-" : "";
        var rest = "%02d".formatted(Math.abs(ore) % 100);
        var english = String.format(Locale.ROOT, "%,d", kronor);
        for (var text :
                new String[] {
                    sign + kronor + "," + rest,
                    sign + kronor + "." + rest,
                    sign + english + "." + rest,
                    sign + english.replace(',', '\u00a0') + "," + rest + " kr",
                    sign + english.replace(',', '.') + "," + rest
                }) {
            assertThat(AmountText.read(text)).as(text).contains(new Money(ore));
        }
    }

    @Property
    void either_reads_a_text_or_says_why_not(@ForAll String text) {
        assertThat(AmountText.read(text).isPresent())
                .isNotEqualTo(AmountText.fault(text).isPresent());
    }
}
