package se.bofast.letter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class TemplateCatalogueTest {

    private static final TemplateCatalogue CATALOGUE = new TemplateCatalogue();
    private static final Pattern ARGUMENT = Pattern.compile("\\{(\\w+)");

    /// Names of values. What else follows a brace begins a branch of a sentence.
    private static final Set<String> VALUES =
            Set.of(
                    "reason",
                    "children",
                    "kind",
                    "amount",
                    "day",
                    "date",
                    "time",
                    "name",
                    "phone",
                    "email",
                    "hours",
                    "from",
                    "to",
                    "address",
                    "language");

    static Stream<TemplateCatalogue.Row> rows() {
        return TemplateCatalogue.rows().stream();
    }

    static Stream<TemplateVersion> versions() {
        return CATALOGUE.versions().stream();
    }

    @ParameterizedTest
    @EnumSource
    void every_letter_has_a_version_today(TemplateCode code) {
        assertThat(CATALOGUE.validOn(code, Samples.TODAY).code()).isEqualTo(code);
    }

    @Test
    void the_date_of_the_letter_chooses_the_version() {
        var code = TemplateCode.EVICTION_CONFIRMATION;
        assertThat(CATALOGUE.validOn(code, LocalDate.of(2025, 6, 30)).number()).isEqualTo(1);
        assertThat(CATALOGUE.validOn(code, LocalDate.of(2025, 7, 1)).number()).isEqualTo(2);
        assertThat(CATALOGUE.version(code, 1).validFrom()).isEqualTo(LocalDate.of(2024, 7, 1));
        assertThatThrownBy(() -> CATALOGUE.validOn(code, LocalDate.of(2024, 6, 30)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void the_new_regulation_is_cited_from_the_day_it_applies() {
        var before = CATALOGUE.version(TemplateCode.EVICTION_CONFIRMATION, 1);
        var after = CATALOGUE.version(TemplateCode.EVICTION_CONFIRMATION, 2);
        assertThat(before.wording(LetterLanguage.SWEDISH).sentences().get("basis"))
                .doesNotContain("2025:468");
        assertThat(after.wording(LetterLanguage.SWEDISH).sentences().get("basis"))
                .contains("11 kap. 3 § socialtjänstförordningen (2025:468)");
    }

    /// If this fails, and a letter has gone out with the version: put the text back and add a
    /// version with the new wording. Otherwise write the new fingerprint in the catalogue.
    @ParameterizedTest
    @MethodSource("rows")
    void a_version_is_never_edited_unseen(TemplateCatalogue.Row row) throws Exception {
        var digest = MessageDigest.getInstance("SHA-256");
        for (var file : new String[] {row.frame(), row.text()}) {
            try (var in = TemplateCatalogue.open("text/" + file)) {
                digest.update(in.readAllBytes());
            }
        }
        assertThat(HexFormat.of().formatHex(digest.digest()).substring(0, 16))
                .as(row.text())
                .isEqualTo(row.fingerprint());
    }

    @ParameterizedTest
    @MethodSource("versions")
    void a_translation_says_all_that_the_swedish_text_says(TemplateVersion version) {
        var swedish = version.wording(LetterLanguage.SWEDISH).sentences();
        for (var language : version.languages()) {
            var translated = version.wording(language).sentences();
            for (var key : swedish.keySet()) {
                if (isSwedishOnly(key)) {
                    continue;
                }
                assertThat(translated).as(version + " " + language).containsKey(key);
                assertThat(arguments(translated.getOrDefault(key, "")))
                        .as(version + " " + language + " " + key)
                        .isEqualTo(arguments(swedish.getOrDefault(key, "")));
            }
            assertThat(translated.keySet())
                    .as(version + " " + language)
                    .allMatch(key -> swedish.containsKey(key) || key.equals("pointer"));
        }
    }

    /// Sender, window and copy stand in the Swedish part alone.
    private static boolean isSwedishOnly(String key) {
        return key.startsWith("contact.")
                || key.equals("return")
                || key.equals("reference")
                || key.equals("bookmark")
                || key.equals("copy");
    }

    private static TreeSet<String> arguments(String sentence) {
        return ARGUMENT.matcher(sentence)
                .results()
                .map(found -> found.group(1))
                .filter(VALUES::contains)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void no_sentence_lies_unused() throws IOException {
        var sources =
                Stream.of(Path.of("src/main/jte/letter"), Path.of("src/main/java/se/bofast/letter"))
                        .flatMap(TemplateCatalogueTest::files)
                        .map(TemplateCatalogueTest::read)
                        .collect(Collectors.joining());
        var unused =
                CATALOGUE.versions().stream()
                        .flatMap(version -> keys(version))
                        .filter(key -> !key.startsWith("now.") || key.equals("now.heading"))
                        .filter(key -> !sources.contains('"' + key + '"'))
                        .distinct()
                        .sorted();
        assertThat(unused).isEmpty();
    }

    private static Stream<String> keys(TemplateVersion version) {
        return version.languages().stream()
                .flatMap(language -> version.wording(language).sentences().keySet().stream());
    }

    private static Stream<Path> files(Path folder) {
        try (var files = Files.list(folder)) {
            return files.toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
