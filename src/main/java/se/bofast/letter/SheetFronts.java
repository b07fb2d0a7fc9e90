package se.bofast.letter;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;

/// Sees to it that a printer that prints both sides never puts one person's letter on the back of
/// another's.
final class SheetFronts {

    private SheetFronts() {}

    /// Puts a blank page before each letter that would start on a back.
    ///
    /// @return the page on which each letter starts, 1 for the first page of the file
    static List<Integer> putEachLetterOnAFront(PDDocument pdf) throws IOException {
        var outline = pdf.getDocumentCatalog().getDocumentOutline();
        var starts = new ArrayList<Integer>();
        if (outline == null) {
            return starts;
        }
        var pages = pdf.getPages();
        for (var bookmark : outline.children()) {
            var first = bookmark.findDestinationPage(pdf);
            if (first == null) {
                throw new IllegalStateException("a bookmark without a page");
            }
            if (pages.indexOf(first) % 2 == 1) {
                pages.insertBefore(new PDPage(first.getMediaBox()), first);
            }
            starts.add(pages.indexOf(first) + 1);
        }
        return starts;
    }
}
