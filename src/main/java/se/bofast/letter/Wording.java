package se.bofast.letter;

import com.ibm.icu.text.ListFormatter;
import com.ibm.icu.text.MessageFormat;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import se.bofast.kernel.Money;

/// A template's sentences in one language, with that language's way to write days and times.
///
/// Sentences follow ICU's message syntax, which knows singular and plural of every language.
final class Wording {

    private static final char ISOLATE = '\u2066';
    private static final char END_ISOLATE = '\u2069';
    private static final char NO_BREAK_SPACE = '\u00A0';

    private final LetterLanguage language;
    private final Map<String, String> sentences;

    private Wording(LetterLanguage language, Map<String, String> sentences) {
        this.language = language;
        this.sentences = Map.copyOf(sentences);
    }

    static Wording read(LetterLanguage language, String... files) {
        var sentences = new HashMap<String, String>();
        for (var file : files) {
            var read = new Properties();
            try (var in =
                    new InputStreamReader(TemplateCatalogue.open(file), StandardCharsets.UTF_8)) {
                read.load(in);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            read.stringPropertyNames().forEach(key -> sentences.put(key, read.getProperty(key)));
        }
        return new Wording(language, sentences);
    }

    LetterLanguage language() {
        return language;
    }

    String direction() {
        return language.isRightToLeft() ? "rtl" : "ltr";
    }

    Map<String, String> sentences() {
        return sentences;
    }

    /// The sentence, with names and values in turn: `of("hours", "from", "9.00", "to", "15.00")`.
    String of(String key, Object... namesAndValues) {
        var values = new HashMap<String, Object>();
        for (var i = 0; i < namesAndValues.length; i += 2) {
            var value = namesAndValues[i + 1];
            values.put(
                    (String) namesAndValues[i],
                    value instanceof String text
                            ? asIs(text)
                            : value instanceof Enum<?> one ? one.name() : value);
        }
        return new MessageFormat(sentence(key), language.locale()).format(values);
    }

    private String sentence(String key) {
        var sentence = sentences.get(key);
        if (sentence == null) {
            throw new IllegalStateException("no sentence " + key + " in " + language);
        }
        return sentence;
    }

    /// A name, number or address. In right-to-left text it is kept in its own order, or "08-123 45"
    /// would read backwards.
    String asIs(String text) {
        return language.isRightToLeft() && !isRightToLeft(text)
                ? ISOLATE + text + END_ISOLATE
                : text;
    }

    private static boolean isRightToLeft(String text) {
        return text.codePoints()
                .map(Character::getDirectionality)
                .anyMatch(direction ->
                        direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT
                                || direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC);
    }

    /// `tisdag 1 december 2026`: stands by itself, or where the language does not inflect it.
    String day(LocalDate day) {
        return unbroken(day.format(formatter("pattern.day")));
    }

    /// `1 december 2026`.
    String date(LocalDate day) {
        return unbroken(day.format(formatter("pattern.date")));
    }

    String time(LocalTime time) {
        return time.format(formatter("pattern.time"));
    }

    /// `14 320 kr`, with öre only where there are any. Written alike in every language, so that the
    /// reader knows the sum from the landlord's papers.
    String money(Money money) {
        var kronor =
                String.format(Locale.ROOT, "%,d", money.ore() / 100).replace(',', NO_BREAK_SPACE);
        var ore = money.ore() % 100;
        return kronor
                + (ore == 0 ? "" : String.format(Locale.ROOT, ",%02d", ore))
                + NO_BREAK_SPACE
                + "kr";
    }

    /// `september och oktober 2026`; months of different years each with its year.
    String months(List<YearMonth> months) {
        var oneYear = months.stream().map(YearMonth::getYear).distinct().count() == 1;
        var last = months.size() - 1;
        var written =
                java.util.stream.IntStream.rangeClosed(0, last)
                        .mapToObj(i ->
                                months.get(i)
                                        .format(
                                                formatter(
                                                        oneYear && i < last
                                                                ? "pattern.month.short"
                                                                : "pattern.month")))
                        .toList();
        return ListFormatter.getInstance(language.locale()).format(written);
    }

    /// The name of another language, in this one: `arabiska`.
    String languageName(Locale other) {
        return other.getDisplayLanguage(Locale.forLanguageTag(language.tag()));
    }

    String hours(SenderDetails sender) {
        return of("hours", "from", time(sender.phoneFrom()), "to", time(sender.phoneTo()));
    }

    private DateTimeFormatter formatter(String pattern) {
        return DateTimeFormatter.ofPattern(
                sentence(pattern), Locale.forLanguageTag(language.tag()));
    }

    /// A day is not split between two lines after its number.
    private static String unbroken(String day) {
        return day.replaceAll("(\\d+) ", "$1" + NO_BREAK_SPACE);
    }
}
