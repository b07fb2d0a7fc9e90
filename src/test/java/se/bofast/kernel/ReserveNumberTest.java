package se.bofast.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class ReserveNumberTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 29);

    @Test
    void is_written_so_that_nobody_takes_it_for_a_personal_number() {
        var number = new ReserveNumber(2026, 12);
        assertThat(number.written()).matches("R-2026-00012-\\d");
        assertThat(IdentityNumber.read(number.written(), TODAY)).isEmpty();
        assertThat(IdentityNumber.read(number.written().substring(2), TODAY)).isEmpty();
        assertThat(PersonNumber.of(number.stored())).isEqualTo(number);
        assertThat(PersonNumber.of("198112289874").type()).isEqualTo(PersonNumber.Type.PERSONAL);
        assertThat(number.toString()).doesNotContain("12");
    }

    @Test
    void is_read_in_any_usual_form() {
        var number = new ReserveNumber(2026, 12);
        var last = number.written().charAt(13);
        for (var text :
                new String[] {
                    "R-2026-00012-" + last,
                    "r-2026-00012-" + last,
                    " R 2026 00012 " + last,
                    "R202600012" + last,
                    "R\u20132026\u201300012\u2013" + last
                }) {
            assertThat(PersonNumber.read(text, TODAY)).as(text).contains(number);
        }
        for (var text : new String[] {"R-2026-0012-" + last, "R", "Rut", "R-0000-00000-0", ""}) {
            assertThat(ReserveNumber.read(text)).as(text).isEmpty();
        }
    }

    @Property
    void one_wrong_figure_is_always_seen(
            @ForAll @IntRange(min = 2000, max = 9999) int year,
            @ForAll @IntRange(min = 1, max = 9_999_999) int serial) {
        var written = new ReserveNumber(year, serial).written();
        assertThat(ReserveNumber.read(written)).contains(new ReserveNumber(year, serial));
        var read = new HashSet<String>();
        for (var place = 0; place < written.length(); place++) {
            if (Character.isDigit(written.charAt(place))) {
                for (var figure = '0'; figure <= '9'; figure++) {
                    var other = written.substring(0, place) + figure + written.substring(place + 1);
                    if (figure != written.charAt(place) && ReserveNumber.read(other).isPresent()) {
                        read.add(other);
                    }
                }
            }
        }
        assertThat(read).isEmpty();
    }
}
