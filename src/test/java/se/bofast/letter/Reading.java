package se.bofast.letter;

import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.function.Function;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.PDFTextStripperByArea;

/// Reads finished letters.
final class Reading {

    static final float POINTS_PER_MILLIMETRE = 72 / 25.4f;

    private static final WritingLetters LETTERS =
            new WritingLetters(new TemplateCatalogue(), new PdfPress());

    private Reading() {}

    static WritingLetters letters() {
        return LETTERS;
    }

    static PdfFile pdf(Letter letter) {
        return switch (LETTERS.press(letter)) {
            case Pressed.Printed printed -> printed.file();
            case Pressed.Stopped stopped ->
                    throw new AssertionError(stopped.character().toString());
        };
    }

    static <T> T open(PdfFile file, Function<PDDocument, T> reader) {
        try (var pdf = Loader.loadPDF(file.bytes())) {
            return reader.apply(pdf);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// All text, with line ends and no-break spaces as plain spaces.
    static String text(PdfFile file) {
        return text(file, 1, file.pages());
    }

    static String text(PdfFile file, int firstPage, int lastPage) {
        return open(file, pdf -> text(pdf, firstPage, lastPage));
    }

    static String text(PDDocument pdf, int firstPage, int lastPage) {
        try {
            var stripper = new PDFTextStripper();
            stripper.setStartPage(firstPage);
            stripper.setEndPage(lastPage);
            return plain(stripper.getText(pdf));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Text within a rectangle on a page, measured in millimetres from the upper left corner.
    static String textWithin(PdfFile file, int page, Rectangle2D millimetres) {
        return open(
                file,
                pdf -> {
                    try {
                        var stripper = new PDFTextStripperByArea();
                        stripper.addRegion(
                                "there",
                                new Rectangle2D.Double(
                                        millimetres.getX() * POINTS_PER_MILLIMETRE,
                                        millimetres.getY() * POINTS_PER_MILLIMETRE,
                                        millimetres.getWidth() * POINTS_PER_MILLIMETRE,
                                        millimetres.getHeight() * POINTS_PER_MILLIMETRE));
                        stripper.extractRegions(pdf.getPage(page - 1));
                        return plain(stripper.getTextForRegion("there"));
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                });
    }

    private static String plain(String text) {
        return text.replace('\u00A0', ' ').replaceAll("\\s+", " ").strip();
    }
}
