package se.bofast.dwelling;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OrganisationNumberTest {

    /// Numbers that authorities and companies publish as their own: Bolagsverket, Skatteverket.
    @ParameterizedTest
    @CsvSource({
        "202100-5489, 202100-5489",
        "2021005448, 202100-5448",
        "16 202100-5448, 202100-5448",
        "202100\u20135448, 202100-5448"
    })
    void reads_a_number_however_it_is_typed(String typed, String number) {
        assertThat(OrganisationNumber.of(typed)).contains(new OrganisationNumber(number));
    }

    @ParameterizedTest
    @CsvSource({
        "202100-5449, CHECK_DIGIT",
        "202100-544, NOT_TEN_DIGITS",
        "Hyresbolaget, NOT_TEN_DIGITS",
        "198001232381, PERSONAL_NUMBER",
        "800123-2381, PERSONAL_NUMBER"
    })
    void says_what_is_wrong(String typed, OrganisationNumber.Why why) {
        assertThat(OrganisationNumber.read(typed))
                .isEqualTo(new OrganisationNumber.Reading.Wrong(why));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9})
    void one_mistyped_digit_is_always_seen(int place) {
        var right = "2021005448";
        for (var digit = '0'; digit <= '9'; digit++) {
            var typed = right.substring(0, place) + digit + right.substring(place + 1);
            assertThat(OrganisationNumber.of(typed).isPresent())
                    .as(typed)
                    .isEqualTo(typed.equals(right));
        }
    }
}
