package se.bofast.walls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.request;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.HttpMethod;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import se.bofast.HouseTest;
import se.bofast.TestHouse.Boards;
import se.bofast.access.FoundingBoard.UnitKind;
import se.bofast.access.Role;
import se.bofast.access.web.LoggedInAs;
import se.bofast.page.SecurePages;

/// What every address of the house answers with, whoever asks, and what it takes to change
/// anything.
@HouseTest
class HeadersTest {

    private static final Map<String, String> ALWAYS =
            Map.of(
                    "Content-Security-Policy", SecurePages.CONTENT_SECURITY_POLICY,
                    "X-Content-Type-Options", "nosniff",
                    "X-Frame-Options", "DENY",
                    "Cross-Origin-Opener-Policy", "same-origin",
                    "Cross-Origin-Resource-Policy", "same-origin",
                    "X-Robots-Tag", "noindex, nofollow, noarchive");

    /// Bears no token, since there is no session to forge a request of (decision 0062).
    private static final String CODE_DOOR = "/tid";

    private final MockMvc mvc;
    private final Boards boards;
    private final RequestMappingHandlerMapping mappings;

    HeadersTest(
            MockMvc mvc,
            Boards boards,
            @Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping mappings) {
        this.mvc = mvc;
        this.boards = boards;
        this.mappings = mappings;
    }

    private record Endpoint(HttpMethod method, String path) {
        URI address() {
            return URI.create(path.replaceAll("\\{[^}]+}", UUID.randomUUID().toString()));
        }
    }

    private List<Endpoint> endpoints() {
        var found = new ArrayList<Endpoint>();
        mappings.getHandlerMethods()
                .forEach((mapping, handler) ->
                        mapping.getPatternValues()
                                .forEach(path ->
                                        mapping.getMethodsCondition()
                                                .getMethods()
                                                .forEach(method ->
                                                        found.add(
                                                                new Endpoint(
                                                                        method.asHttpMethod(),
                                                                        path)))));
        assertThat(found).hasSizeGreaterThan(100);
        return found;
    }

    private MockHttpServletResponse answer(Endpoint endpoint, RequestPostProcessor... with)
            throws Exception {
        var request = request(endpoint.method(), endpoint.address());
        for (var one : with) {
            request = request.with(one);
        }
        return mvc.perform(request).andReturn().getResponse();
    }

    @Test
    void every_answer_bears_all_headers_and_is_kept_by_nobody() throws Exception {
        var board = boards.make();
        var someone = LoggedInAs.account(board.account(Role.COORDINATOR, UnitKind.HOUSING));
        var wrong = new TreeSet<String>();
        for (var endpoint : endpoints()) {
            for (var response :
                    List.of(
                            answer(endpoint, csrf()),
                            answer(endpoint, csrf(), someone),
                            answer(endpoint, someone))) {
                ALWAYS.forEach((name, value) -> {
                    if (!value.equals(response.getHeader(name))) {
                        wrong.add(endpoint + " " + name + ": " + response.getHeader(name));
                    }
                });
                if (!String.valueOf(response.getHeader("Cache-Control")).contains("no-store")) {
                    wrong.add(endpoint + " is kept: " + response.getHeader("Cache-Control"));
                }
                if (!String.valueOf(response.getHeader("Referrer-Policy"))
                        .matches("same-origin|no-referrer")) {
                    wrong.add(endpoint + " says where one comes from");
                }
                if (!String.valueOf(response.getHeader("Permissions-Policy"))
                        .contains("camera=()")) {
                    wrong.add(endpoint + " lets cameras in");
                }
                var location = response.getHeader("Location");
                if (location != null && (!location.startsWith("/") || location.startsWith("//"))) {
                    wrong.add(endpoint + " leads out of the house: " + location);
                }
                if (response.getHeader("Server") != null
                        || response.getHeader("X-Powered-By") != null) {
                    wrong.add(endpoint + " says what it runs on");
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void nothing_is_changed_without_the_token_of_its_session() throws Exception {
        var board = boards.make();
        var someone = LoggedInAs.account(board.account(Role.ADMINISTRATOR, UnitKind.STAFF));
        var unguarded = new TreeSet<String>();
        for (var endpoint : endpoints()) {
            if (endpoint.method() != HttpMethod.GET
                    && !endpoint.path().equals(CODE_DOOR)
                    && answer(endpoint, someone).getStatus() != 403) {
                unguarded.add(endpoint.toString());
            }
        }
        assertThat(unguarded).isEmpty();
    }

    @Test
    void over_tls_browsers_are_told_to_stay_there() throws Exception {
        var response =
                mvc.perform(request(HttpMethod.GET, URI.create("https://localhost/logga-in")))
                        .andReturn()
                        .getResponse();
        assertThat(response.getHeader("Strict-Transport-Security")).contains("max-age=31536000");
        assertThat(
                        mvc.perform(request(HttpMethod.GET, URI.create("/logga-in")))
                                .andReturn()
                                .getResponse()
                                .getHeader("Strict-Transport-Security"))
                .isNull();
    }
}
