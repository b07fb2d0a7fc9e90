package se.bofast.letter;

import de.siegmar.fastcsv.reader.CsvReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// The templates with their versions and languages, read from `letter/templates.csv`.
///
/// A version that a letter has gone out with is never edited: a new wording is a new version with a
/// day of its own. The file holds each text's fingerprint, and a test compares.
public final class TemplateCatalogue {

    static final String FOLDER = "/letter/";

    private final List<TemplateVersion> versions;

    /// Reads the catalogue and every text it names.
    public TemplateCatalogue() {
        var wordings = new TreeMap<Row, Map<LetterLanguage, Wording>>();
        rows().forEach(row ->
                wordings.computeIfAbsent(row, key -> new EnumMap<>(LetterLanguage.class))
                        .put(row.language(), row.wording()));
        versions =
                wordings.entrySet().stream()
                        .map(entry ->
                                new TemplateVersion(
                                        entry.getKey().code(),
                                        entry.getKey().version(),
                                        entry.getKey().validFrom(),
                                        entry.getValue()))
                        .toList();
    }

    /// Every version, oldest first within its template.
    public List<TemplateVersion> versions() {
        return versions;
    }

    /// The version valid on the day.
    ///
    /// @throws IllegalArgumentException the template had no version that day
    public TemplateVersion validOn(TemplateCode code, LocalDate day) {
        return versions.stream()
                .filter(version -> version.code() == code && !version.validFrom().isAfter(day))
                .max(Comparator.comparing(TemplateVersion::validFrom))
                .orElseThrow(() -> new IllegalArgumentException(code + " has no version that day"));
    }

    /// A version by its number, to show how an old letter read.
    ///
    /// @throws IllegalArgumentException there is no such version
    public TemplateVersion version(TemplateCode code, int number) {
        return versions.stream()
                .filter(version -> version.code() == code && version.number() == number)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no version " + number));
    }

    static List<Row> rows() {
        try (var csv =
                CsvReader.builder()
                        .fieldSeparator(';')
                        .ofNamedCsvRecord(
                                new InputStreamReader(
                                        open("templates.csv"), StandardCharsets.UTF_8))) {
            return csv.stream()
                    .map(line ->
                            new Row(
                                    TemplateCode.valueOf(line.getField("template")),
                                    Integer.parseInt(line.getField("version")),
                                    LocalDate.parse(line.getField("valid_from")),
                                    LetterLanguage.of(line.getField("language")).orElseThrow(),
                                    line.getField("frame"),
                                    line.getField("text"),
                                    line.getField("fingerprint")))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static InputStream open(String name) {
        var in = TemplateCatalogue.class.getResourceAsStream(FOLDER + name);
        if (in == null) {
            throw new IllegalStateException("missing: " + FOLDER + name);
        }
        return in;
    }

    /// A line of the catalogue. Lines of one version differ in language and texts.
    ///
    /// @param fingerprint first 16 hexadecimal digits of the SHA-256 of frame and text together
    record Row(
            TemplateCode code,
            int version,
            LocalDate validFrom,
            LetterLanguage language,
            String frame,
            String text,
            String fingerprint)
            implements Comparable<Row> {

        Wording wording() {
            return Wording.read(language, "text/" + frame, "text/" + text);
        }

        /// Equal for lines of one version.
        @Override
        public int compareTo(Row other) {
            return Comparator.comparing(Row::code)
                    .thenComparing(Row::version)
                    .thenComparing(Row::validFrom)
                    .compare(this, other);
        }
    }
}
