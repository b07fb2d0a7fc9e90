package se.bofast.kernel;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.time.LocalDate;
import org.junit.jupiter.api.Timeout;
import se.bofast.Quickly;

/// Any text read as a personal or coordination number: twelve digits that read back.
@Timeout(60)
class IdentityNumberFuzzTest {

    @FuzzTest(maxDuration = "10m")
    void reads_numbers(byte[] input) throws Exception {
        var today = LocalDate.of(2026, 11, 29);
        var text = new String(input, UTF_8);
        var read = IdentityNumber.read(text, today);
        assertThat(IdentityNumber.fault(text, today).isPresent()).isEqualTo(read.isEmpty());
        read.ifPresent(number -> {
            assertThat(number.digits()).matches("[0-9]{12}");
            assertThat(IdentityNumber.read(number.written(), today)).contains(number);
            assertThat(IdentityNumber.read(number.digits(), today)).contains(number);
            number.dateInNumber().ifPresent(day -> assertThat(day).isBeforeOrEqualTo(today));
            assertThat(number.kind()).isNotNull();
        });
        for (var grown : Quickly.grown(text)) {
            Quickly.run(() -> IdentityNumber.fault(grown, today));
        }
    }
}
