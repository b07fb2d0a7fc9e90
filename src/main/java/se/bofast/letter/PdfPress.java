package se.bofast.letter;

import com.openhtmltopdf.extend.FSCacheEx;
import com.openhtmltopdf.extend.FSCacheValue;
import com.openhtmltopdf.extend.FSStream;
import com.openhtmltopdf.extend.impl.FSDefaultCacheStore;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.outputdevice.helper.ExternalResourceType;
import com.openhtmltopdf.pdfboxout.PDFontSupplier;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder.CacheStore;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder.PdfAConformance;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.text.Normalizer;
import java.util.Map;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/// Turns XHTML into a PDF that is both an archive file (PDF/A-2a) and accessible (PDF/UA-1).
///
/// The page needs `lang` on `html`, a `title`, `alt` on images and its style sheet within itself.
/// Nothing is fetched: a picture must stand in the page as `data:image/png`; every other address is
/// refused. Safe for many threads.
public final class PdfPress {

    private static final String PICTURE = "data:image/png;base64,";

    private final LetterFonts fonts = new LetterFonts();
    private final FSCacheEx<String, FSCacheValue> metrics = new FSDefaultCacheStore();
    private final byte[] colours = ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData();

    /// Presses one page of XHTML, well formed.
    ///
    /// @throws IllegalArgumentException the page is not well formed
    public Pressed press(String xhtml) {
        var page = Normalizer.normalize(xhtml, Normalizer.Form.NFC);
        var unprintable = fonts.firstUnprintable(page);
        if (unprintable.isPresent()) {
            return new Pressed.Stopped(Unprintable.of(unprintable.getAsInt()));
        }
        var document = parsed(page);
        var borrowed = fonts.borrow();
        try {
            return new Pressed.Printed(printed(document, borrowed));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            fonts.giveBack(borrowed);
        }
    }

    /// The first character of the text that cannot be printed, or null.
    @org.jspecify.annotations.Nullable
    Unprintable unprintableIn(String text) {
        var first = fonts.firstUnprintable(Normalizer.normalize(text, Normalizer.Form.NFC));
        return first.isPresent() ? Unprintable.of(first.getAsInt()) : null;
    }

    private PdfFile printed(Document document, Map<LetterFonts.Face, TrueTypeFont> borrowed)
            throws IOException {
        var builder = new PdfRendererBuilder();
        builder.usePdfAConformance(PdfAConformance.PDFA_2_A);
        builder.usePdfUaAccessibility(true);
        builder.useColorProfile(colours);
        builder.withProducer("Bofast");
        builder.useUnicodeBidiSplitter(RightToLeft.Pieces::new);
        builder.useUnicodeBidiReorderer(new RightToLeft.Order());
        builder.useUnicodeLineBreaker(new BreakAtSpaces());
        builder.useCacheStore(CacheStore.PDF_FONT_METRICS, metrics);
        refuseTheWorldOutside(builder);
        builder.withW3cDocument(document, null);
        try (var pdf = new PDDocument()) {
            builder.usePDDocument(pdf);
            borrowed.forEach((face, font) ->
                    builder.useFont(
                            new LoadedWhenUsed(pdf, font),
                            face.family,
                            face.weight,
                            FontStyle.NORMAL,
                            true));
            try (var renderer = builder.buildPdfRenderer()) {
                renderer.createPDFWithoutClosing();
            }
            TagTree.mend(document, pdf);
            var out = new ByteArrayOutputStream(64 * 1024);
            pdf.save(out);
            return new PdfFile(out.toByteArray(), pdf.getNumberOfPages());
        }
    }

    private static void refuseTheWorldOutside(PdfRendererBuilder builder) {
        builder.useExternalResourceAccessControl(
                PdfPress::isPictureInThePage,
                ExternalResourceControlPriority.RUN_BEFORE_RESOLVING_URI);
        builder.useExternalResourceAccessControl(
                PdfPress::isPictureInThePage,
                ExternalResourceControlPriority.RUN_AFTER_RESOLVING_URI);
        builder.useUriResolver((base, address) -> address.startsWith(PICTURE) ? address : null);
        builder.useProtocolsStreamImplementation(
                PdfPress::refused, "http", "https", "file", "jar", "classpath", "ftp");
    }

    private static boolean isPictureInThePage(String address, ExternalResourceType type) {
        return type == ExternalResourceType.IMAGE_RASTER && address.startsWith(PICTURE);
    }

    private static FSStream refused(String address) {
        throw new IllegalStateException("a letter fetches nothing");
    }

    private static Document parsed(String page) {
        try {
            var factory = DocumentBuilderFactory.newDefaultInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            var builder = factory.newDocumentBuilder();
            builder.setErrorHandler(null);
            return builder.parse(new InputSource(new StringReader(page)));
        } catch (SAXException e) {
            throw new IllegalArgumentException("the page is not well formed", e);
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// A font enters the document when the first character needs it.
    private static final class LoadedWhenUsed extends PDFontSupplier {

        private final PDDocument pdf;
        private final TrueTypeFont font;

        LoadedWhenUsed(PDDocument pdf, TrueTypeFont font) {
            super(null);
            this.pdf = pdf;
            this.font = font;
        }

        @Override
        public PDFont supply() {
            try {
                return PDType0Font.load(pdf, font, true);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
