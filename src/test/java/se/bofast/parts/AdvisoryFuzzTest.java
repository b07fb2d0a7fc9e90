package se.bofast.parts;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Timeout;
import se.bofast.Quickly;

/// Any file read as advisories: refused with words, or advisories that can be asked about any
/// version, and that a version mended by them is not told to be mended by itself.
@Timeout(60)
class AdvisoryFuzzTest {

    private static final List<String> VERSIONS = List.of("0", "1.0", "2.3.4", "7.0.9", "1-rc1");

    @FuzzTest(maxDuration = "10m")
    void reads_advisories(byte[] input) throws Exception {
        var read = Quickly.run(() -> read(input));
        for (var advisory : read) {
            assertThat(advisory.id()).isNotBlank();
            for (var affected : advisory.affected()) {
                var versions = affected.versions();
                for (var version : VERSIONS) {
                    Quickly.run(() -> versions.contains(version));
                    versions.fixedAfter(version)
                            .ifPresent(fixed -> assertThat(fixed).isNotEqualTo(version));
                    affected.means(new Part("org.invented", "press", version));
                }
                versions.listed().stream()
                        .limit(100)
                        .forEach(listed -> assertThat(versions.contains(listed)).isTrue());
            }
        }
    }

    private static List<Advisory> read(byte[] input) {
        var found = new ArrayList<Advisory>();
        try {
            AdvisoryText.read(new ByteArrayInputStream(input), found::add);
        } catch (Unreadable e) {
            assertThat(e.why()).isNotBlank();
        }
        return found;
    }
}
