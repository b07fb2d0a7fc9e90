package se.bofast.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.roda_project.commons_ip2.validator.EARKSIPValidator;
import org.roda_project.commons_ip2.validator.reporter.ValidationReportOutputJson;

/// The package holds against the field's own validator, and a file changed afterwards is found.
class WritingPackageTest {

    private static final Instant NOW = Instant.parse("2026-11-29T10:00:00Z");

    @TempDir Path folder;

    @Test
    void the_fields_validator_finds_nothing_wrong() throws Exception {
        assertThat(isValid(zip())).isTrue();
    }

    @Test
    void holds_the_dossier_its_schema_and_the_letters_under_neutral_names() throws Exception {
        assertThat(files(zip()).keySet())
                .extracting(name -> name.substring(name.indexOf('/') + 1))
                .contains(
                        "METS.xml",
                        "schemas/akt-1.xsd",
                        "representations/akt/data/akt.pdf",
                        "representations/akt/data/akt.xml",
                        "representations/brev/data/brev-1.pdf");
    }

    @Test
    void a_tampered_file_is_found() throws Exception {
        var files = files(zip());
        var letter =
                files.keySet().stream()
                        .filter(name -> name.endsWith("brev-1.pdf"))
                        .findFirst()
                        .orElseThrow();
        files.put(letter, "%PDF-1.7 another".getBytes(StandardCharsets.UTF_8));
        assertThat(isValid(zipped(files))).isFalse();
    }

    private static byte[] zip() {
        return WritingPackage.zip(
                new WritingPackage.Contents(
                        UUID.fromString("0193a1b2-0000-7000-8000-000000000001"),
                        "Personakt",
                        "Socialnämnden i Teststad",
                        "Teststad",
                        "Prövad, Anna",
                        "Sekretess enligt 26 kap. 1 §",
                        "0.1.0",
                        NOW,
                        "%PDF-1.7 akt".getBytes(StandardCharsets.UTF_8),
                        "<akt/>".getBytes(StandardCharsets.UTF_8),
                        "<xs:schema xmlns:xs=\"http://www.w3.org/2001/XMLSchema\"/>"
                                .getBytes(StandardCharsets.UTF_8),
                        List.of(
                                new WritingPackage.Letter(
                                        "brev-1.pdf",
                                        "%PDF-1.7 brev".getBytes(StandardCharsets.UTF_8)))));
    }

    private boolean isValid(byte[] zip) throws Exception {
        var path = Files.write(folder.resolve("paket.zip"), zip);
        try (var out = new ByteArrayOutputStream()) {
            var report = new ValidationReportOutputJson(path, out);
            return new EARKSIPValidator(report, WritingPackage.SPECIFICATION)
                    .validate(WritingPackage.SPECIFICATION);
        }
    }

    private static Map<String, byte[]> files(byte[] zip) throws IOException {
        var files = new LinkedHashMap<String, byte[]>();
        try (var in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (var entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                files.put(entry.getName(), in.readAllBytes());
            }
        }
        return files;
    }

    private static byte[] zipped(Map<String, byte[]> files) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            for (var file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue());
                zip.closeEntry();
            }
        }
        return out.toByteArray();
    }
}
