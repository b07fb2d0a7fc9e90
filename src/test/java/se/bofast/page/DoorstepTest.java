package se.bofast.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import showcase.PageHouse;

/// What is said to a connection that sends what no browser sends.
@SpringBootTest(
        classes = PageHouse.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = "spring.servlet.multipart.max-file-size=1MB")
@ExtendWith(OutputCaptureExtension.class)
class DoorstepTest {

    @LocalServerPort private int port;

    private String said(String request) throws IOException {
        try (var line = new Socket("localhost", port)) {
            line.setSoTimeout(10_000);
            line.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            line.getOutputStream().flush();
            return new String(line.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
        }
    }

    private String get(String target, String... headers) throws IOException {
        return said(
                "GET "
                        + target
                        + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
                        + String.join("", headers)
                        + "\r\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/%2e%2e/",
                "/%2e%2e/%2e%2e/etc/passwd",
                "/../../etc/passwd",
                "/%2fetc",
                "/om%00",
                "/om%5c..%5c",
                "/a%zz",
                "/<script>alert(1)</script>",
                "/om;jsessionid=1",
                "/visning%3bx",
                "//om",
                "/om/./x",
                "/\u00e5\u00e4\u00f6",
                "/{x}",
                "om",
                "*"
            })
    void a_malformed_address_gets_no_more_than_its_status(String target) throws IOException {
        var answer = get(target);
        assertThat(answer).startsWith("HTTP/1.1 4");
        assertNothingTold(answer);
        assertThat(answer).doesNotContain("alert(1)", "passwd", "etc");
    }

    /// ASVS 13.4.3 and 13.4.4.
    @Test
    void no_folder_is_listed_and_nothing_is_echoed() throws IOException {
        for (var folder : new String[] {"/vendor/", "/vendor/htmx-2.0.11/", "/fonts/"}) {
            assertThat(get(folder)).as(folder).startsWith("HTTP/1.1 404");
        }
        var echo =
                said(
                        "TRACE / HTTP/1.1\r\nHost: localhost\r\nX-Told: hemligt\r\nConnection: close\r\n\r\n");
        assertThat(echo).startsWith("HTTP/1.1 4").doesNotContain("hemligt");
    }

    @Test
    void nor_does_what_is_hardly_a_request() throws IOException {
        for (var request :
                new String[] {
                    "GET / HTTP/1.1\r\nConnection: close\r\n\r\n",
                    "GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\nConnection: close\r\n\r\n",
                    "GET / HTTP/1.1\r\nHost: [x\r\nConnection: close\r\n\r\n",
                    "GE\u0001T / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n",
                    "POST /sparat HTTP/1.1\r\nHost: localhost\r\nContent-Length: -1\r\nConnection: close\r\n\r\n",
                    "POST /sparat HTTP/1.1\r\nHost: localhost\r\nContent-Length: 4\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\n0\r\n\r\n",
                    "GET /om HTTP/9.9\r\nHost: localhost\r\nConnection: close\r\n\r\n",
                    "GET /" + "a".repeat(20_000) + " HTTP/1.1\r\nHost: localhost\r\n\r\n",
                    "TRACE / HTTP/1.1\r\nHost: localhost\r\nX-Secret: hemlig\r\nConnection: close\r\n\r\n",
                    "hej\r\n\r\n"
                }) {
            var answer = said(request);
            assertThat(answer).as(request).matches("(?s)HTTP/1\\.1 [45].*|");
            assertNothingTold(answer);
            assertThat(answer).doesNotContain("hemlig");
        }
    }

    private static void assertNothingTold(String answer) {
        assertThat(answer)
                .doesNotContainIgnoringCase("tomcat")
                .doesNotContainIgnoringCase("apache")
                .doesNotContainIgnoringCase("exception")
                .doesNotContainIgnoringCase("org.springframework")
                .doesNotContain("Server:", "HTTP Status");
    }

    @Test
    void a_stranger_is_not_believed_about_where_it_comes_from() throws IOException {
        var answer =
                get(
                        "/om",
                        "X-Forwarded-Proto: https\r\n",
                        "X-Forwarded-For: 203.0.113.5\r\n",
                        "X-Forwarded-Host: elak.example\r\n",
                        "Forwarded: for=203.0.113.5;proto=https;host=elak.example\r\n");
        assertThat(answer).startsWith("HTTP/1.1 200");
        assertThat(answer)
                .doesNotContain("Strict-Transport-Security")
                .doesNotContain("elak.example");
    }

    @Test
    void a_file_without_end_is_stopped_at_the_limit() throws IOException {
        var chunk = "10000\r\n" + "a;b\n".repeat(16_384) + "\r\n";
        var sent = 0L;
        String answer;
        try (var line = new Socket("localhost", port)) {
            line.setSoTimeout(20_000);
            var out = line.getOutputStream();
            out.write(
                    "POST /sparat HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\nContent-Type: multipart/form-data; boundary=b\r\n\r\n"
                            .getBytes(StandardCharsets.US_ASCII));
            var head =
                    "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"../../x.csv\"\r\n\r\n";
            out.write(
                    (Integer.toHexString(head.length()) + "\r\n" + head + "\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            try {
                while (sent < 1_000_000_000L) {
                    out.write(chunk.getBytes(StandardCharsets.US_ASCII));
                    sent += 65_536;
                }
            } catch (IOException e) {
                // Cut off: as it should be.
            }
            try {
                answer =
                        new String(line.getInputStream().readNBytes(20), StandardCharsets.US_ASCII);
            } catch (IOException e) {
                answer = "";
            }
        }
        assertThat(sent).isLessThan(150_000_000L);
        assertThat(answer).matches("(?s)HTTP/1\\.1 4.*|");
    }

    @Test
    void nothing_of_it_is_logged(CapturedOutput output) throws IOException {
        get("/%2e%2e/hemlig");
        get("/finns-inte/Hemligsson", "X-Namn: Hemligsson\r\n");
        get("/om?namn=Hemligsson");
        assertThat(output.getAll()).doesNotContainIgnoringCase("hemlig");
    }
}
