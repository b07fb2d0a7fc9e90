package se.bofast;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import se.bofast.access.EntrustmentDossier;
import se.bofast.audit.HoldDossier;
import se.bofast.audit.RecordKind;
import se.bofast.count.CountDossier;
import se.bofast.count.Figures;
import se.bofast.deadline.Rules;
import se.bofast.debt.DebtDossier;
import se.bofast.exchange.DossierWords;
import se.bofast.exchange.PackageDossier;
import se.bofast.filing.UploadDossier;
import se.bofast.intake.SignalDossier;
import se.bofast.letter.LetterDossier;
import se.bofast.person.PersonDossier;
import se.bofast.placement.StayDossier;
import se.bofast.prevention.CaseDossier;
import se.bofast.review.ErasedWords;
import se.bofast.support.SupportDossier;
import se.bofast.tenancy.TenancyDossier;

/// The wall around the message files: both languages whole, nothing missing, nothing left over.
class MessagesTest {

    private static final String HOUSE = "se.bofast.";
    private static final Path MESSAGES = Path.of("src/main/resources/messages");
    private static final List<String> LANGUAGES = List.of("sv", "en");
    private static final Pattern LABEL =
            Pattern.compile("(\\w+\\.([A-Z]\\w*))\\.[A-Z0-9_]+((?:\\.[a-z]\\w*)?)");
    private static final Pattern PLACE = Pattern.compile("\\{(\\d+)(,[a-z]+)?");
    private static final Pattern ALL_OF = Pattern.compile("Choice\\.all\\(\\s*([\\w.]+)\\.class");

    /// Keys that code puts together: a room adds its family here with every key it can make, and
    /// they are checked like written ones. What enums are called is a family of its own, also with
    /// something after the constant (`deadline.FactKind.SERVED_ON.hint`).
    private static final Collection<Set<String>> FAMILIES =
            List.of(rules(), figures(), dossiers(), erased());

    private static Set<String> rules() {
        return Rules.ALL.stream()
                .flatMap(rule -> Stream.of("name", "why", "next").map(rule::messageKey))
                .collect(Collectors.toSet());
    }

    private static Set<String> figures() {
        return Figures.ALL.stream()
                .flatMap(figure ->
                        Stream.of(figure.nameKey(), figure.wordingKey(), figure.populationKey()))
                .collect(Collectors.toSet());
    }

    private static Set<String> erased() {
        return ErasedWords.TABLES.stream().map(ErasedWords::key).collect(Collectors.toSet());
    }

    /// A test of the exchange asks that no room is missing here.
    private static Set<String> dossiers() {
        return Stream.of(
                        EntrustmentDossier.KINDS,
                        HoldDossier.KINDS,
                        CountDossier.KINDS,
                        DebtDossier.KINDS,
                        PackageDossier.KINDS,
                        UploadDossier.KINDS,
                        SignalDossier.KINDS,
                        LetterDossier.KINDS,
                        PersonDossier.KINDS,
                        CaseDossier.KINDS,
                        SupportDossier.KINDS,
                        TenancyDossier.KINDS,
                        StayDossier.KINDS)
                .flatMap(List::stream)
                .filter(RecordKind::isTold)
                .flatMap(kind ->
                        Stream.concat(
                                Stream.of(DossierWords.kindKey(kind)),
                                kind.fields().stream()
                                        .flatMap(field ->
                                                Stream.concat(
                                                        Stream.of(DossierWords.fieldKey(field)),
                                                        field.codes().stream()
                                                                .map(DossierWords::codeKey)))))
                .collect(Collectors.toSet());
    }

    @Test
    void both_languages_have_the_same_keys() {
        assertThat(sentences("en").keySet()).isEqualTo(sentences("sv").keySet());
    }

    @Test
    void no_key_stands_twice_or_in_another_rooms_file() {
        var wrong = new ArrayList<String>();
        for (var file : files()) {
            var name = file.getFileName().toString();
            var seen = new HashSet<String>();
            for (var key : keys(file)) {
                if (!seen.add(key) || !key.startsWith(room(name) + ".")) {
                    wrong.add(name + ": " + key);
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void each_sentence_has_the_same_places_in_both_languages() {
        var english = sentences("en");
        var wrong =
                sentences("sv").entrySet().stream()
                        .filter(entry ->
                                !places(entry.getValue())
                                        .equals(places(english.getOrDefault(entry.getKey(), ""))))
                        .map(Map.Entry::getKey);
        assertThat(wrong).isEmpty();
    }

    @Test
    void each_sentence_can_be_written() {
        for (var language : LANGUAGES) {
            sentences(language)
                    .forEach((key, sentence) -> {
                        assertThat(sentence).as(key).isNotBlank();
                        if (sentence.contains("{")) {
                            var unused =
                                    new MessageFormat(sentence.replace("'", "''"), Locale.ROOT);
                        }
                    });
        }
    }

    @Test
    void no_sentence_raises_its_voice() {
        for (var language : LANGUAGES) {
            assertThat(sentences(language).values()).noneMatch(sentence -> sentence.contains("!"));
        }
    }

    @Test
    void every_key_used_has_a_sentence() {
        var missing = new TreeSet<>(usedKeys());
        FAMILIES.forEach(missing::addAll);
        missing.removeAll(sentences("sv").keySet());
        assertThat(missing).isEmpty();
    }

    @Test
    void every_sentence_is_used() {
        var unused = new TreeSet<>(sentences("sv").keySet());
        unused.removeAll(usedKeys());
        FAMILIES.forEach(unused::removeAll);
        labelFamilies().forEach((type, labels) -> unused.removeAll(labels));
        assertThat(unused).isEmpty();
    }

    @Test
    void an_enum_with_one_label_has_all() {
        var missing = new TreeSet<String>();
        labelFamilies().values().forEach(missing::addAll);
        missing.removeAll(sentences("sv").keySet());
        assertThat(missing).isEmpty();
    }

    @Test
    void an_enum_offered_as_choices_has_labels() {
        var labelled =
                sentences("sv").keySet().stream()
                        .map(LABEL::matcher)
                        .filter(java.util.regex.Matcher::matches)
                        .map(label -> label.group(2))
                        .collect(Collectors.toSet());
        var offered = new TreeSet<String>();
        for (var source : sources()) {
            var matcher = ALL_OF.matcher(source);
            while (matcher.find()) {
                var name = matcher.group(1);
                offered.add(name.substring(name.lastIndexOf('.') + 1));
            }
        }
        offered.removeAll(labelled);
        assertThat(offered).isEmpty();
    }

    /// Every enum of the house that has labels, with the keys all its constants need.
    private static Map<String, Set<String>> labelFamilies() {
        var endings = new TreeMap<String, Set<String>>();
        for (var key : sentences("sv").keySet()) {
            var label = LABEL.matcher(key);
            if (label.matches()) {
                endings.computeIfAbsent(label.group(1), type -> new TreeSet<>())
                        .add(label.group(3));
            }
        }
        var families = new TreeMap<String, Set<String>>();
        new ClassFileImporter()
                        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                        .importPackages("se.bofast")
                        .stream()
                        .filter(JavaClass::isEnum)
                        .filter(type -> type.getPackageName().length() > HOUSE.length())
                        .forEach(type -> {
                            var room =
                                    type.getPackageName().substring(HOUSE.length()).split("\\.")[0];
                            var name = room + "." + type.getSimpleName();
                            for (var ending : endings.getOrDefault(name, Set.of())) {
                                type.getEnumConstants()
                                        .forEach(constant ->
                                                families.computeIfAbsent(
                                                                name, key -> new TreeSet<>())
                                                        .add(
                                                                name
                                                                        + "."
                                                                        + constant.name()
                                                                        + ending));
                            }
                        });
        return families;
    }

    /// Every whole string in templates and code that has the form of a key of a room with
    /// sentences.
    private static Set<String> usedKeys() {
        var rooms =
                files().stream()
                        .map(file -> room(file.getFileName().toString()))
                        .distinct()
                        .collect(Collectors.joining("|"));
        // Between its own quotes only: an attribute's quotes around an expression pair up wrongly.
        var literal =
                Pattern.compile(
                        "\"((?:"
                                + rooms
                                + ")(?:\\.[a-z0-9][A-Za-z0-9]*|\\.[A-Z]\\w*\\.[A-Z0-9_]+)+)\"");
        var used = new HashSet<String>();
        for (var source : sources()) {
            var matcher = literal.matcher(source);
            while (matcher.find()) {
                used.add(matcher.group(1));
            }
        }
        return used;
    }

    private static List<String> sources() {
        var sources = new ArrayList<String>();
        for (var root : List.of("src/main/java", "src/main/jte")) {
            try (var paths = Files.walk(Path.of(root))) {
                paths.filter(Files::isRegularFile).map(MessagesTest::text).forEach(sources::add);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return sources;
    }

    private static Set<String> places(String sentence) {
        var places = new TreeSet<String>();
        var matcher = PLACE.matcher(sentence);
        while (matcher.find()) {
            places.add(matcher.group());
        }
        return places;
    }

    private static List<Path> files() {
        try (var paths = Files.list(MESSAGES)) {
            return paths.filter(path -> path.toString().endsWith(".properties")).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String room(String fileName) {
        return fileName.substring(0, fileName.lastIndexOf('_'));
    }

    private static List<String> keys(Path file) {
        return text(file)
                .lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#") && line.contains("="))
                .map(line -> line.substring(0, line.indexOf('=')).strip())
                .toList();
    }

    private static Map<String, String> sentences(String language) {
        var sentences = new TreeMap<String, String>();
        for (var file : files()) {
            if (file.toString().endsWith("_" + language + ".properties")) {
                var properties = new java.util.Properties();
                try (var reader = Files.newBufferedReader(file)) {
                    properties.load(reader);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
                properties.forEach((key, value) -> sentences.put(key.toString(), value.toString()));
            }
        }
        return sentences;
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
