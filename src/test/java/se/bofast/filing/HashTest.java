package se.bofast.filing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class HashTest {

    /// FIPS 180-2, appendix B.1.
    @Test
    void is_the_sha_256_of_the_files_bytes() throws IOException {
        var file = "abc".getBytes(UTF_8);
        assertThat(FileHash.of(file).value())
                .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
        assertThat(FileHash.of(new ByteArrayInputStream(file))).isEqualTo(FileHash.of(file));
        assertThat(FileHash.of("abd".getBytes(UTF_8))).isNotEqualTo(FileHash.of(file));
    }

    @Test
    void is_made_only_from_a_hash() {
        assertThatThrownBy(() -> new FileHash("x")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new RowHash("X".repeat(64)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void is_the_same_for_the_same_content_of_a_row() {
        var hash = hash(List.of("Hyresgäst", "Belopp"), List.of("Ek, Anna", "5"));
        assertThat(hash(List.of("Belopp", "Namn"), List.of("5", "EK,  Anna"))).isEqualTo(hash);
        assertThat(hash(List.of("Hyresgäst", "Belopp", "Anm"), List.of("Ek, Anna", "5", "ny")))
                .isEqualTo(hash);
        assertThat(hash(List.of("Hyresgäst", "Belopp", "Objekt"), List.of("Ek, Anna", "5", "")))
                .isEqualTo(hash);
    }

    @Test
    void is_another_for_another_content_of_a_row() {
        var hash = hash(List.of("Hyresgäst", "Belopp"), List.of("Ek", "5"));
        assertThat(hash(List.of("Hyresgäst", "Belopp"), List.of("Ek", "6"))).isNotEqualTo(hash);
        assertThat(hash(List.of("Hyresgäst", "Orsak"), List.of("Ek", "5"))).isNotEqualTo(hash);
    }

    private static RowHash hash(List<String> header, List<String> cells) {
        return RowHash.of(ColumnMapping.propose(header, Lists.FIELDS).row(new Row(2, cells)));
    }
}
