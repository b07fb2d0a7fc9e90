package se.bofast.letter;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/// Presses documents that are no letters into the same kind of PDF. Safe for many threads.
public final class WritingDocuments {

    private final TemplateEngine templates =
            TemplateEngine.createPrecompiled(null, ContentType.Html, null, "se.bofast");
    private final PdfPress press;
    private final String style;

    public WritingDocuments(PdfPress press) {
        this.press = press;
        try (var in = WritingDocuments.class.getResourceAsStream("/letter/document.css")) {
            if (in == null) {
                throw new IllegalStateException("missing: document.css");
            }
            this.style = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The document as a PDF. A character that no font has becomes its number: a dossier must come
    /// out whole, and what somebody once wrote cannot be asked about any more.
    public PdfFile press(Document document) {
        var out = new StringOutput();
        templates.render("letter/document.jte", Map.of("document", document, "style", style), out);
        var page = out.toString();
        while (true) {
            var wrong = press.unprintableIn(page);
            if (wrong == null) {
                break;
            }
            page = page.replace(Character.toString(wrong.codePoint()), "[" + wrong.written() + "]");
        }
        return switch (press.press(page)) {
            case Pressed.Printed printed -> printed.file();
            case Pressed.Stopped stopped -> throw new IllegalStateException("stopped twice");
        };
    }
}
