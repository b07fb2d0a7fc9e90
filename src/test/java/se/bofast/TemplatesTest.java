package se.bofast;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// What no template of a page may do, since the content-security policy or the frame forbids it.
/// Letters are documents of their own: they become paper, never pages.
class TemplatesTest {

    private static final Path TEMPLATES = Path.of("src/main/jte");

    @Test
    void nothing_is_written_inline_that_the_browser_would_refuse() {
        assertThat(offenders("<style|\\sstyle=|\\son[a-z]+=\"|javascript:|<script(?![^>]*\\ssrc=)"))
                .isEmpty();
    }

    @Test
    void only_the_layouts_write_the_first_heading() {
        assertThat(offenders("<h1")).containsExactlyInAnyOrder("page/layout.jte", "page/plain.jte");
    }

    @Test
    void only_the_form_part_writes_text_unescaped() {
        assertThat(offenders("\\$unsafe")).containsExactly("page/form.jte");
    }

    @Test
    void every_form_that_changes_something_shows_where_it_comes_from() {
        var form =
                Pattern.compile(
                        "<form[^>]*method=\"post\"[^>]*>(?!\\s*@template\\.page\\.hiddenCsrf)");
        // The error page sends the fields it was given once more, token and all.
        assertThat(offenders(form)).containsExactly("page/error.jte");
    }

    @Test
    void no_template_knows_a_sentence_by_heart() {
        var swedish = Pattern.compile(">\\s*[^<>{}$@`&]*[åäöÅÄÖ][^<>{}`]*<");
        assertThat(offenders(swedish)).isEmpty();
    }

    private static List<String> offenders(String pattern) {
        return offenders(Pattern.compile(pattern));
    }

    private static List<String> offenders(Pattern pattern) {
        try (var paths = Files.walk(TEMPLATES)) {
            return paths.filter(Files::isRegularFile)
                    .filter(path -> pattern.matcher(text(path)).find())
                    .map(path -> TEMPLATES.relativize(path).toString())
                    .filter(name -> !name.startsWith("letter/"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
