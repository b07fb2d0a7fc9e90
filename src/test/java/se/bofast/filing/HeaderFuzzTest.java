package se.bofast.filing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import se.bofast.Quickly;

/// Any names of columns: each field at most once, and the same proposal each time.
@Timeout(60)
class HeaderFuzzTest {

    @FuzzTest(maxDuration = "10m")
    void maps_columns(byte[] input) throws Exception {
        var header = Stream.of(new String(input, UTF_8).split("\n", 40)).toList();
        var mapping = Quickly.run(() -> ColumnMapping.propose(header, Lists.FIELDS));
        assertThat(mapping.columns()).hasSize(header.size());
        assertThat(mapping.columns().stream().filter(c -> c.field() != null).map(c -> c.field()))
                .doesNotHaveDuplicates();
        assertThat(mapping.choosing(Map.of()).choices()).isEqualTo(mapping.choices());
        assertThat(mapping.choosing(mapping.choices()).choices()).isEqualTo(mapping.choices());
        assertThat(ColumnMapping.propose(header, Lists.FIELDS).key()).isEqualTo(mapping.key());
    }
}
