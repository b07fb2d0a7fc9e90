package se.bofast.access.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import se.bofast.access.Pace;
import se.bofast.database.TestDatabase;

/// The whole house over a real connection, behind a proxy it trusts.
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "bofast.jobs.running=false",
            "bofast.trusted-proxies=192.0.2.9, 127.0.0.1",
            "server.port=0"
        })
class BehindProxyTest {

    @LocalServerPort private int port;

    /// Before the server starts, which asks for the database at once.
    @DynamicPropertySource
    static void database(DynamicPropertyRegistry registry) {
        var address = TestDatabase.copy();
        registry.add("bofast.database.url", address::url);
        registry.add("bofast.database.owner-password", address::ownerPassword);
        registry.add("bofast.database.app-password", address::appPassword);
    }

    private String get(String target, String host, String... headers) throws IOException {
        try (var line = new Socket("127.0.0.1", port)) {
            line.setSoTimeout(10_000);
            line.getOutputStream()
                    .write(
                            ("GET "
                                            + target
                                            + " HTTP/1.1\r\nHost: "
                                            + host
                                            + "\r\nConnection: close\r\n"
                                            + String.join("", headers)
                                            + "\r\n")
                                    .getBytes(StandardCharsets.ISO_8859_1));
            line.getOutputStream().flush();
            return new String(line.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void no_redirect_repeats_the_host_a_request_names() throws IOException {
        for (var target :
                new String[] {
                    "/", "/arenden", "/installningar?flik=1", "/valj-namnd", "/finns-ej"
                }) {
            var answer = get(target, "elak.example");
            assertThat(answer).startsWith("HTTP/1.1 302");
            assertThat(answer).contains("\r\nLocation: /logga-in\r\n");
            assertThat(answer).doesNotContain("elak.example");
        }
        assertThat(get("/logga-in", "elak.example")).doesNotContain("elak.example");
    }

    @Test
    void over_tls_the_cookie_is_for_tls_alone() throws IOException {
        var plain = get("/logga-in", "localhost");
        assertThat(cookie(plain, "bofast"))
                .contains("HttpOnly", "SameSite=Lax")
                .doesNotContain("Secure");
        var tls =
                get(
                        "/logga-in",
                        "localhost",
                        "X-Forwarded-Proto: https\r\n",
                        "X-Forwarded-For: 203.0.113.5\r\n");
        assertThat(cookie(tls, "__Host-bofast"))
                .contains("HttpOnly", "SameSite=Lax", "Secure", "Path=/")
                .doesNotContain("Domain");
        // One slipped in under the other name is no session.
        var name = cookie(tls, "__Host-bofast").replaceFirst("^[^=]*=([^;]*);.*", "$1");
        assertThat(
                        get(
                                "/logga-in",
                                "localhost",
                                "X-Forwarded-Proto: https\r\n",
                                "Cookie: bofast=" + name + "\r\n"))
                .contains("Set-Cookie: __Host-bofast=");
        assertThat(
                        get(
                                "/logga-in",
                                "localhost",
                                "X-Forwarded-Proto: https\r\n",
                                "Cookie: __Host-bofast=" + name + "\r\n"))
                .doesNotContain("Set-Cookie");
        assertThat(tls).contains("Strict-Transport-Security: max-age=31536000");
    }

    private static String cookie(String answer, String name) {
        return answer.lines()
                .filter(line -> line.startsWith("Set-Cookie: " + name + "="))
                .findFirst()
                .orElseThrow();
    }

    /// Each browser behind the proxy is counted by its own address.
    @Test
    void the_pace_is_that_of_the_address_the_proxy_names() throws IOException {
        var one = "X-Forwarded-For: 203.0.113.8\r\n";
        var other = "X-Forwarded-For: 203.0.113.9\r\n";
        var status = "";
        for (var n = 0; n <= 2 * Pace.OPEN.most() && !status.equals("429"); n++) {
            status = get("/finns-ej", "localhost", one).substring(9, 12);
        }
        assertThat(status).isEqualTo("429");
        assertThat(get("/finns-ej", "localhost", other)).startsWith("HTTP/1.1 302");
        assertThat(get("/finns-ej", "localhost", one, "X-Forwarded-For: 198.51.100.1\r\n"))
                .startsWith("HTTP/1.1 302");
    }
}
