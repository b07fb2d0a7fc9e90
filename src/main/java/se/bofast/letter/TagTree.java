package se.bofast.letter;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureNode;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/// Mends what the library leaves in the tags, so that the letter can be read aloud.
final class TagTree {

    private static final Set<String> TEXT_TAGS = Set.of("P", "H1", "H2", "LBody");
    private static final Set<String> TEXT_ELEMENTS = Set.of("p", "h1", "h2", "li");
    private static final Set<String> PARTS_OF_TABLE = Set.of("THead", "TFoot");

    private TagTree() {}

    static void mend(Document page, PDDocument pdf) {
        var root = pdf.getDocumentCatalog().getStructureTreeRoot();
        prune(root);
        spellOut(page, root);
    }

    private static void prune(PDStructureNode parent) {
        for (var child : children(parent)) {
            prune(child);
            if (PARTS_OF_TABLE.contains(child.getStructureType()) && child.getKids().isEmpty()) {
                parent.removeKid(child);
            } else if (child.getStructureType().equals("Span")
                    && children(child).stream()
                            .anyMatch(kid -> kid.getStructureType().equals("Div"))) {
                child.setStructureType("Div");
            }
        }
    }

    /// Right-to-left text lies in the file as it is drawn: joined forms, from left to right. Each
    /// paragraph also gets its text as it is read.
    private static void spellOut(Document page, PDStructureNode root) {
        var written = new ArrayList<String>();
        collectWritten(page.getDocumentElement(), false, written);
        var tagged = new ArrayList<PDStructureElement>();
        collectTagged(root, false, tagged);
        if (written.size() != tagged.size()) {
            throw new IllegalStateException(
                    "paragraphs " + written.size() + ", tags " + tagged.size());
        }
        for (var i = 0; i < tagged.size(); i++) {
            tagged.get(i).setActualText(written.get(i));
        }
    }

    private static void collectWritten(Element element, boolean inherited, List<String> found) {
        var language = element.getAttribute("lang");
        var rightToLeft = language.isEmpty() ? inherited : isRightToLeft(language);
        if (TEXT_ELEMENTS.contains(element.getTagName())) {
            var text = element.getTextContent().strip().replaceAll("\\s+", " ");
            if (rightToLeft && !text.isEmpty()) {
                found.add(text);
            }
            return;
        }
        for (var child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child.getNodeType() == Node.ELEMENT_NODE) {
                collectWritten((Element) child, rightToLeft, found);
            }
        }
    }

    private static void collectTagged(
            PDStructureNode parent, boolean inherited, List<PDStructureElement> found) {
        for (var child : children(parent)) {
            var language = child.getLanguage();
            var rightToLeft = language == null ? inherited : isRightToLeft(language);
            if (TEXT_TAGS.contains(child.getStructureType())) {
                if (rightToLeft) {
                    found.add(child);
                }
            } else {
                collectTagged(child, rightToLeft, found);
            }
        }
    }

    private static boolean isRightToLeft(String language) {
        return LetterLanguage.of(language).map(LetterLanguage::isRightToLeft).orElse(false);
    }

    private static List<PDStructureElement> children(PDStructureNode parent) {
        return parent.getCOSObject().containsKey(COSName.K)
                ? parent.getKids().stream()
                        .filter(PDStructureElement.class::isInstance)
                        .map(PDStructureElement.class::cast)
                        .toList()
                : List.of();
    }
}
