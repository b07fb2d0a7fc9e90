package se.bofast.dwelling;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import org.junit.jupiter.api.Timeout;
import se.bofast.Quickly;

/// Any text read as an organisation number: ten digits that read back.
@Timeout(60)
class OrganisationNumberFuzzTest {

    @FuzzTest(maxDuration = "10m")
    void reads_numbers(byte[] input) throws Exception {
        var text = new String(input, UTF_8);
        OrganisationNumber.of(text)
                .ifPresent(number -> {
                    assertThat(number.text()).matches("[0-9]{6}-[0-9]{4}");
                    assertThat(OrganisationNumber.of(number.text())).contains(number);
                    assertThat(OrganisationNumber.of("16" + number.text())).contains(number);
                });
        for (var grown : Quickly.grown(text)) {
            Quickly.run(() -> OrganisationNumber.read(grown));
        }
    }
}
