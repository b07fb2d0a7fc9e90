package se.bofast.deadline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.Arrays;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// [impl->req~deadline.words~1]
class DeadlineMessagesTest {

    private static Properties messages(String language) {
        var messages = new Properties();
        var name = "/messages/deadline_" + language + ".properties";
        try (var stream = DeadlineMessagesTest.class.getResourceAsStream(name)) {
            assertThat(stream).as(name).isNotNull();
            messages.load(new InputStreamReader(stream, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return messages;
    }

    private static Set<String> needed() {
        var keys = new TreeSet<String>();
        for (var rule : Rules.ALL) {
            for (var part : new String[] {"name", "why", "next"}) {
                keys.add(rule.messageKey(part));
            }
        }
        for (var kind : FactKind.values()) {
            var key = "deadline.FactKind." + kind;
            keys.add(key);
            keys.add(key + ".hint");
            keys.add(key + ".missing");
        }
        for (var code : RemarkCode.values()) {
            keys.add("deadline.RemarkCode." + code);
        }
        for (var type :
                new Class<?>[] {
                    Certainty.class,
                    Duty.class,
                    Severity.class,
                    Finding.Kind.class,
                    DayKind.class,
                    RetentionGround.class
                }) {
            Arrays.stream(type.getEnumConstants())
                    .forEach(label -> keys.add("deadline." + type.getSimpleName() + "." + label));
        }
        return keys;
    }

    @ParameterizedTest
    @ValueSource(strings = {"sv", "en"})
    void each_language_has_every_sentence_and_no_other(String language) {
        assertThat(messages(language).stringPropertyNames()).isEqualTo(needed());
    }

    @ParameterizedTest
    @ValueSource(strings = {"sv", "en"})
    void no_sentence_is_empty_shouts_or_breaks_the_message_format(String language) {
        messages(language)
                .forEach((key, text) ->
                        assertThat((String) text)
                                .as("%s", key)
                                .isNotBlank()
                                .doesNotContain("!", "'", "  "));
    }

    @ParameterizedTest
    @ValueSource(strings = {"sv", "en"})
    void each_remark_has_a_place_for_each_parameter(String language) {
        var messages = messages(language);
        var locale = Locale.of(language);
        for (var code : RemarkCode.values()) {
            var sentence = messages.getProperty("deadline.RemarkCode." + code);
            assertThat(new MessageFormat(sentence, locale).getFormatsByArgumentIndex())
                    .as("%s", code)
                    .hasSize(code.places().size());
        }
    }

    @Test
    void the_sentences_fill_in() {
        var moved = messages("sv").getProperty("deadline.RemarkCode.MOVED");
        assertThat(MessageFormat.format(moved, "fre 19 juni", "midsommarafton", "mån 22 juni"))
                .isEqualTo(
                        "fre 19 juni är midsommarafton. Sista dagen flyttas till nästa vardag, "
                                + "mån 22 juni (lag 1930:173 2 §).");
        var used = messages("sv").getProperty("deadline.RemarkCode.DAYS_ALREADY_USED");
        assertThat(MessageFormat.format(used, 1)).contains("hade en dag redan gått");
        assertThat(MessageFormat.format(used, 6)).contains("hade 6 dagar redan gått");
        var routine = messages("en").getProperty("deadline.RemarkCode.LOCAL_ROUTINE");
        assertThat(MessageFormat.format(routine, 0)).contains("the same day");
        assertThat(MessageFormat.format(routine, 5)).contains("5 working days");
    }

    @Test
    void the_two_kinds_of_recovery_have_different_names() {
        var names = new TreeSet<String>();
        var swedish = messages("sv");
        Rules.ALL.forEach(rule -> names.add(swedish.getProperty(rule.messageKey("name"))));

        assertThat(names).hasSize((int) Rules.ALL.stream().map(Rule::id).distinct().count());
        assertThat(names.stream().filter(name -> name.contains("återvinning")))
                .containsExactly("Sista dag att begära återvinning av utslaget");
    }

    @Test
    void a_remark_refuses_parameters_that_do_not_fit_its_places() {
        org.assertj.core.api.Assertions.assertThatThrownBy(
                        () -> Remark.of(RemarkCode.MUST_MOVE_ANYWAY, 3))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(Remark.of(RemarkCode.LATE_MONTHS, 3).messageKey())
                .isEqualTo("deadline.RemarkCode.LATE_MONTHS");
    }
}
