package se.bofast.letter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import javax.imageio.ImageIO;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PdfPressTest {

    private static final PdfPress PRESS = new PdfPress();

    private static String page(String head, String body) {
        return """
        <html lang="sv"><head><title>Prov</title>
        <style>body { font-family: "Bofast Text" }</style>%s</head><body>%s</body></html>
        """
                .formatted(head, body);
    }

    private static PdfFile pressed(String page) {
        return ((Pressed.Printed) PRESS.press(page)).file();
    }

    private static long pictures(PdfFile file) {
        return Reading.open(file, PdfPressTest::pictures);
    }

    private static long pictures(PDDocument pdf) {
        var resources = pdf.getPage(0).getResources();
        return StreamSupport.stream(resources.getXObjectNames().spliterator(), false)
                .filter(resources::isImageXObject)
                .count();
    }

    @Test
    void a_picture_in_the_page_is_printed() {
        var address = new CodePicture(Samples.SENDER.answerPage()).asPngAddress();
        assertThat(pictures(pressed(page("", "<p>x</p><img alt='x' src='" + address + "'/>"))))
                .isEqualTo(1);
    }

    @Test
    void nothing_is_fetched_over_the_net() throws Exception {
        var asked = new AtomicInteger();
        var server =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext(
                "/",
                exchange -> {
                    asked.incrementAndGet();
                    exchange.sendResponseHeaders(404, -1);
                    exchange.close();
                });
        server.start();
        try {
            var there = "http://127.0.0.1:" + server.getAddress().getPort();
            var head =
                    """
                    <link rel="stylesheet" href="%1$s/a.css" type="text/css"/>
                    <style>
                      @import url("%1$s/b.css");
                      @font-face { font-family: "Far"; src: url("%1$s/c.ttf"); }
                      p { font-family: "Far", "Bofast Text"; background-image: url("%1$s/d.png"); }
                    </style>
                    """
                            .formatted(there);
            var body = "<p>x</p><img alt='x' src='%1$s/e.png'/>".formatted(there);
            assertThat(pictures(pressed(page(head, body)))).isZero();
            assertThat(asked).hasValue(0);
        } finally {
            server.stop(0);
        }
    }

    @Test
    void nothing_is_read_from_the_machine(@TempDir Path folder) throws IOException {
        var picture = new CodePicture(Samples.SENDER.answerPage()).asPngAddress();
        var file = folder.resolve("picture.png");
        Files.write(file, Base64.getDecoder().decode(picture.substring(picture.indexOf(',') + 1)));
        for (var address :
                new String[] {
                    file.toUri().toString(), file.toString(), "classpath:/letter/templates.csv"
                }) {
            var page = page("", "<p>x</p><img alt='x' src='" + address + "'/>");
            assertThat(pictures(pressed(page))).as(address).isZero();
        }
    }

    @Test
    void a_page_that_brings_its_own_entities_is_refused() {
        var page =
                "<!DOCTYPE html [<!ENTITY x SYSTEM \"file:///etc/hostname\">]>"
                        + page("", "<p>&x;</p>");
        assertThatThrownBy(() -> PRESS.press(page)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!DOCTYPE html SYSTEM 'http://127.0.0.1:9/x.dtd'>",
                "<!DOCTYPE html [<!ENTITY % x SYSTEM 'http://127.0.0.1:9/x'> %x;]>",
                "<!DOCTYPE html [<!ENTITY a 'ha'><!ENTITY b '&a;&a;&a;&a;'><!ENTITY c '&b;&b;&b;&b;'>]>",
                "<!DOCTYPE html>"
            })
    void any_declaration_of_what_the_page_is_made_of_is_refused(String declaration) {
        assertThatThrownBy(() -> PRESS.press(declaration + page("", "<p>x</p>")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    /// Every way the library or a browser knows to bring something in from elsewhere.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "<object type='image/png' data='%s'>x</object>",
                "<object type='application/pdf' data='%s'>x</object>",
                "<embed src='%s'/>",
                "<iframe src='%s'></iframe>",
                "<input type='image' src='%s' alt='x'/>",
                "<svg xmlns='http://www.w3.org/2000/svg' xmlns:l='http://www.w3.org/1999/xlink'><image l:href='%s'/></svg>",
                "<x:include xmlns:x='http://www.w3.org/2001/XInclude' href='%s' parse='text'/>",
                "<p style='background-image: url(\"%s\")'>x</p>",
                "<ul><li style='list-style-image: url(\"%s\")'>x</li></ul>",
                "<p style='content: url(\"%s\")'>x</p>",
                "<img alt='x' src='jar:%s!/x.png'/>",
                "<img alt='x' src='%s'/>"
            })
    void nothing_is_brought_in_from_elsewhere(String piece, @TempDir Path folder) throws Exception {
        var asked = new AtomicInteger();
        var server =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext(
                "/",
                exchange -> {
                    asked.incrementAndGet();
                    exchange.sendResponseHeaders(404, -1);
                    exchange.close();
                });
        server.start();
        var secret = Files.writeString(folder.resolve("secret.txt"), "hemligheten");
        try {
            var there = "http://127.0.0.1:" + server.getAddress().getPort() + "/x.png";
            for (var address : new String[] {there, secret.toUri().toString(), "//127.0.0.1/x"}) {
                var head = "<base href='%s'/>".formatted(there);
                var pdf = pressed(page(head, "<p>y</p>" + piece.formatted(address)));
                assertThat(pictures(pdf)).as(address).isZero();
                assertThat(Reading.text(pdf)).doesNotContain("hemligheten");
            }
            assertThat(asked).hasValue(0);
        } finally {
            server.stop(0);
        }
    }

    @Test
    void a_style_sheet_before_the_page_is_not_fetched() throws Exception {
        assertThat(
                        pictures(
                                pressed(
                                        "<?xml-stylesheet type='text/css' href='file:///etc/hostname'?>"
                                                + page("", "<p>x</p>"))))
                .isZero();
    }

    @Test
    void a_page_that_is_not_well_formed_is_refused() {
        assertThatThrownBy(() -> PRESS.press("<html><p>"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void ligatures_do_not_swallow_letters() {
        var text = "bekräfta träffa finns flytta offentlig";
        assertThat(Reading.text(pressed(page("", "<p>" + text + "</p>")))).contains(text);
    }

    @Test
    void several_threads_get_their_own_letters() throws Exception {
        try (var pool = Executors.newFixedThreadPool(4)) {
            var jobs =
                    IntStream.range(0, 24)
                            .mapToObj(i ->
                                    (Callable<String>)
                                            () ->
                                                    Reading.text(
                                                            Reading.pdf(
                                                                    UnprintableTest.to(
                                                                            "Person " + i))))
                            .toList();
            var texts = pool.invokeAll(jobs);
            for (var i = 0; i < texts.size(); i++) {
                assertThat(texts.get(i).get()).contains("Hej Person " + i + ",");
            }
        }
    }

    @Test
    void a_telephone_reads_the_code_from_the_paper() throws Exception {
        var file = Reading.pdf(Samples.letter(Samples.invitation(), null));
        var picture =
                Reading.open(
                        file,
                        pdf -> {
                            try {
                                return new PDFRenderer(pdf).renderImageWithDPI(0, 150);
                            } catch (IOException e) {
                                throw new UncheckedIOException(e);
                            }
                        });
        var width = picture.getWidth();
        var height = picture.getHeight();
        var dots = picture.getRGB(0, 0, width, height, null, 0, width);
        var read =
                new QRCodeReader()
                        .decode(
                                new BinaryBitmap(
                                        new HybridBinarizer(
                                                new RGBLuminanceSource(width, height, dots))),
                                Map.of(DecodeHintType.TRY_HARDER, true));
        assertThat(read.getText()).isEqualTo("https://tid.exempelstad.example/#7K4M-PQ8T-XW3R-D");
    }

    @Test
    void the_picture_of_the_code_is_crisp() throws IOException {
        var picture = new CodePicture(Samples.SENDER.answerLink(Samples.CODE));
        var address = picture.asPngAddress();
        var image =
                ImageIO.read(
                        new ByteArrayInputStream(
                                Base64.getDecoder()
                                        .decode(address.substring(address.indexOf(',') + 1))));
        assertThat(image.getWidth()).isEqualTo(picture.modules() * 4);
        assertThat(image.getColorModel().getPixelSize()).isEqualTo(1);
    }
}
