package se.bofast.letter;

import gg.jte.Content;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Writes letters: as a piece of a page to look at, and as a PDF to send. Safe for many threads.
public final class WritingLetters {

    private final TemplateEngine templates =
            TemplateEngine.createPrecompiled(null, ContentType.Html, null, "se.bofast");
    private final TemplateCatalogue catalogue;
    private final PdfPress press;
    private final String style;

    public WritingLetters(TemplateCatalogue catalogue, PdfPress press) {
        this.catalogue = catalogue;
        this.press = press;
        this.style = read("/letter/paper.css") + read("/static/letter/letter.css");
    }

    /// The letter as an HTML `article` without style or script of its own, under the page's own
    /// `h1`: its title is an `h2`. The page that shows it links `/letter/letter.css`.
    public String preview(Letter letter) {
        return sheet(letter, 1, false)
                .replace("<h2", "<h3")
                .replace("</h2", "</h3")
                .replace("<h1", "<h2")
                .replace("</h1", "</h2");
    }

    /// The letter as a PDF, or the character that stopped it.
    public Pressed press(Letter letter) {
        return press.press(paper(letter, List.of(sheet(letter, 1, true))));
    }

    /// With which version and languages the letter is written.
    public TemplateUse use(Letter letter) {
        var version = versionFor(letter);
        return new TemplateUse(version.code(), version.number(), besideOf(letter, version));
    }

    /// The first character of a text that cannot be printed, so that the field it stands in can be
    /// named before a letter is made of it.
    public Optional<Unprintable> unprintable(String text) {
        return Optional.ofNullable(unprintableIn(text));
    }

    /// Sheets of many letters as one file.
    ///
    /// @param first a letter of the file; gives it its title
    PdfFile press(Letter first, List<String> sheets) {
        return switch (press.press(paper(first, sheets))) {
            case Pressed.Printed printed -> printed.file();
            case Pressed.Stopped stopped ->
                    throw new IllegalStateException("stopped by " + stopped.character().written());
        };
    }

    /// The first character of the text that cannot be printed, or null.
    @Nullable Unprintable unprintableIn(String sheet) {
        return press.unprintableIn(sheet);
    }

    /// One letter as a piece of XHTML.
    ///
    /// @param number its number in the file, from 1
    String sheet(Letter letter, int number, boolean onPaper) {
        var version = versionFor(letter);
        var bodies = new ArrayList<Body>();
        bodies.add(body(letter, version, LetterLanguage.SWEDISH, onPaper));
        var beside = besideOf(letter, version);
        if (beside != null) {
            bodies.add(body(letter, version, beside, onPaper));
        }
        var out = new StringOutput();
        templates.render(
                "letter/sheet.jte",
                Map.of("letter", letter, "bodies", bodies, "number", number),
                out);
        return out.toString();
    }

    private String paper(Letter first, List<String> sheets) {
        var frame = versionFor(first).wording(LetterLanguage.SWEDISH);
        var out = new StringOutput();
        templates.render(
                "letter/paper.jte",
                Map.of(
                        "title", frame.of("title"),
                        "author", first.sender().municipality(),
                        "bookmark", frame.of("bookmark"),
                        "style", style,
                        "sheets", sheets),
                out);
        return out.toString();
    }

    private Body body(
            Letter letter, TemplateVersion version, LetterLanguage language, boolean onPaper) {
        var wording = version.wording(language);
        var values = new HashMap<String, Object>();
        values.put("letter", letter);
        values.put("content", letter.content());
        values.put("wording", wording);
        values.put("onPaper", onPaper);
        if (letter.content() instanceof EvictionConfirmationCopy copy) {
            values.put("copied", copied(letter, copy, onPaper));
        }
        return new Body(wording, out -> templates.render(templateOf(letter), values, out));
    }

    /// The confirmation as it was sent, in its own version and in Swedish only.
    private Content copied(Letter letter, EvictionConfirmationCopy copy, boolean onPaper) {
        var sent =
                new Letter(
                        copy.confirmation(),
                        copy.sentTo(),
                        letter.sender(),
                        letter.writtenOn(),
                        null,
                        letter.reference());
        return body(sent, versionFor(sent), LetterLanguage.SWEDISH, onPaper).content();
    }

    private static String templateOf(Letter letter) {
        return switch (letter.content()) {
            case Invitation i -> "letter/invitation.jte";
            case Reminder r -> "letter/reminder.jte";
            case LandlordReceipt r -> "letter/landlord_receipt.jte";
            case EvictionConfirmation c -> "letter/eviction_confirmation.jte";
            case EvictionConfirmationCopy c -> "letter/eviction_confirmation_copy.jte";
            case PaymentUndertaking u -> "letter/payment_undertaking.jte";
        };
    }

    private TemplateVersion versionFor(Letter letter) {
        return catalogue.validOn(letter.content().template(), letter.writtenOn());
    }

    private static @Nullable LetterLanguage besideOf(Letter letter, TemplateVersion version) {
        var beside = letter.beside();
        return beside != null
                        && beside != LetterLanguage.SWEDISH
                        && version.languages().contains(beside)
                ? beside
                : null;
    }

    private static String read(String resource) {
        try (var in = WritingLetters.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("missing: " + resource);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The letter's text in one language.
    record Body(Wording wording, Content content) {}
}
