package se.bofast.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.bofast.Quickly;

class EasyPasswordsTest {

    private static final List<String> KNOWN =
            List.of("kimfor", "Kim Förvaltare", "Nystads socialnämnd", "Nystad");

    /// What has leaked most often, rows of keys, seasons and years, and what one's colleagues know.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "passwordpassword",
                "password12345",
                "qwertyuiop12",
                "123456789012",
                "iloveyou1234",
                "aaaaaaaaaaaa",
                "abcabcabcabc",
                "unbelievable",
                "Sommaren2026!",
                "sommaren2026",
                "hosten202611",
                "Lösenord2026",
                "l0senord2026",
                "VälkommenJuli",
                "Nystad202611",
                "kimfor123456",
                "forvaltare26",
                "socialnämnden1",
                "Bofastbofast"
            })
    void are_refused(String password) {
        assertThat(password.length()).isGreaterThanOrEqualTo(OwnSettings.SHORTEST_PASSWORD);
        assertThat(EasyPasswords.has(password, KNOWN)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "hare katt gran",
                "nyckel-till-hemmet",
                "vinter-moln-åker-sju",
                "blåbär trumma vante",
                "k7x2-9qbd-m4tz-w8hp",
                "åäöåäö ÅÄÖ 你好 xyz",
                "Tåget gick för sent i tisdags"
            })
    void are_not_refused_for_what_signs_are_in_them(String password) {
        assertThat(EasyPasswords.has(password, KNOWN)).isFalse();
    }

    @Test
    void a_one_time_password_would_pass() {
        for (var n = 0; n < 50; n++) {
            assertThat(EasyPasswords.has(OneTimePassword.make(), KNOWN)).isFalse();
        }
    }

    @Test
    @Timeout(60)
    void the_longest_are_reckoned_at_once() {
        for (var piece : List.of("a", "4@", "password", "qwer1!", "€", "🔑")) {
            var longest = piece.repeat(200 / piece.length());
            Quickly.run(() -> EasyPasswords.has(longest, KNOWN));
        }
    }
}
