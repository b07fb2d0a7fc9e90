package se.bofast.letter;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.text.PDFTextStripper;

/// Reads in files of letters.
///
/// One letter is taken out of a print file to be read again by itself: its pages are moved to a new
/// file, so that nothing of anybody else's letter follows. The copy is for reading: the print file,
/// which is stored, stays the letter that was made.
public final class LetterPages {

    private LetterPages() {}

    /// @param first the letter's first page, from 1
    /// @param last its last page
    public static byte[] of(byte[] file, int first, int last) {
        try (var whole = Loader.loadPDF(file);
                var one = new PDDocument()) {
            if (first < 1 || last < first || last > whole.getNumberOfPages()) {
                throw new IllegalArgumentException("no pages " + first + " to " + last);
            }
            for (var page = first; page <= last; page++) {
                one.importPage(whole.getPage(page - 1));
            }
            var out = new ByteArrayOutputStream();
            one.save(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Pages of a letter, both included, from 1.
    public record Pages(int first, int last) {}

    /// The file with empty pages in place of those, so that all others stay where they are.
    public static byte[] without(byte[] file, List<Pages> hidden) {
        try (var whole = Loader.loadPDF(file);
                var rest = new PDDocument()) {
            for (var number = 1; number <= whole.getNumberOfPages(); number++) {
                var page = number;
                if (hidden.stream().anyMatch(h -> h.first() <= page && page <= h.last())) {
                    rest.addPage(new PDPage(whole.getPage(page - 1).getMediaBox()));
                } else {
                    rest.importPage(whole.getPage(page - 1));
                }
            }
            var out = new ByteArrayOutputStream();
            rest.save(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// What a reader reads on each page, in order.
    public static List<String> texts(byte[] file) {
        try (var whole = Loader.loadPDF(file)) {
            var texts = new ArrayList<String>();
            var reader = new PDFTextStripper();
            for (var page = 1; page <= whole.getNumberOfPages(); page++) {
                reader.setStartPage(page);
                reader.setEndPage(page);
                texts.add(reader.getText(whole));
            }
            return texts;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
