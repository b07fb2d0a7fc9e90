package se.bofast.access;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import org.junit.jupiter.api.Timeout;
import se.bofast.Quickly;

/// What a proxy writes as the address a request came from may be anything.
@Timeout(60)
class HouseholdFuzzTest {

    @FuzzTest(maxDuration = "10m")
    void reads_addresses(byte[] input) throws Exception {
        var text = new String(input, UTF_8);
        var household = Paces.household(text);
        assertThat(household.length()).isLessThanOrEqualTo(Math.max(16, text.length()));
        assertThat(Paces.Whom.login(text)).isEqualTo(Paces.Whom.login(" " + text));
        for (var grown : Quickly.grown(text)) {
            Quickly.run(() -> Paces.household(grown));
        }
    }
}
