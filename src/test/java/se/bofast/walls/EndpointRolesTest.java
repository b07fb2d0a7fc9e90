package se.bofast.walls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.request;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import se.bofast.HouseTest;
import se.bofast.TestHouse.Boards;
import se.bofast.access.FoundingBoard.UnitKind;
import se.bofast.access.Role;
import se.bofast.access.web.LoggedInAs;

/// Every address of the house, asked by every role, with ids of nothing. Which roles are not
/// refused stands in a table that a person can read and a change of it must be committed with: `mvn
/// test -Dtest=EndpointRolesTest -Dbofast.endpoints.write=true` writes it anew.
@HouseTest
class EndpointRolesTest {

    private static final Path TABLE = Path.of("src/test/resources/endpoint-roles.txt");
    private static final int FORBIDDEN = 403;
    private static final int FAULT = 500;

    private final MockMvc mvc;
    private final Boards boards;
    private final RequestMappingHandlerMapping mappings;

    EndpointRolesTest(
            MockMvc mvc,
            Boards boards,
            @Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping mappings) {
        this.mvc = mvc;
        this.boards = boards;
        this.mappings = mappings;
    }

    private record Endpoint(String method, String path) {

        static Endpoint of(String text) {
            var parts = text.split(" ", 2);
            return new Endpoint(parts[0], parts[1]);
        }
    }

    @Test
    void each_role_reaches_what_the_table_says_and_nothing_breaks() throws Exception {
        var board = boards.make();
        var employees = new EnumMap<Role, RequestPostProcessor>(Role.class);
        for (var role : Role.values()) {
            employees.put(role, LoggedInAs.account(board.account(role, UnitKind.HOUSING)));
        }
        var open = new ArrayList<String>();
        var closed = new TreeMap<String, String>();
        var broken = new ArrayList<String>();
        for (var name : endpoints()) {
            var endpoint = Endpoint.of(name);
            if (isOpen(endpoint)) {
                open.add(name);
                continue;
            }
            var reached = new TreeSet<Role>();
            for (var employee : employees.entrySet()) {
                var status = status(endpoint, employee.getValue());
                if (status >= FAULT) {
                    broken.add(name + " " + employee.getKey() + " " + status);
                }
                if (status != FORBIDDEN) {
                    reached.add(employee.getKey());
                }
            }
            closed.put(name, written(reached));
        }
        assertThat(broken).isEmpty();
        var table = table(open, closed);
        if (Boolean.getBoolean("bofast.endpoints.write")) {
            Files.writeString(TABLE, table);
        }
        assertThat(table).isEqualTo(Files.readString(TABLE));
    }

    private static String written(TreeSet<Role> reached) {
        if (reached.size() == Role.values().length) {
            return "everyone";
        }
        return reached.isEmpty()
                ? "nobody"
                : reached.stream().map(Role::name).collect(Collectors.joining(" "));
    }

    private static String table(List<String> open, Map<String, String> closed) {
        var text = new StringBuilder("# Open without a log-in\n");
        open.forEach(name -> text.append(name).append('\n'));
        text.append(
                "\n# Roles that are not refused (403); what a subject allows comes after that\n");
        closed.forEach((name, roles) -> text.append(name).append(": ").append(roles).append('\n'));
        return text.toString();
    }

    private TreeSet<String> endpoints() {
        var found = new TreeSet<String>();
        mappings.getHandlerMethods()
                .forEach((mapping, handler) -> {
                    if (handler.getBeanType().getName().startsWith("se.bofast.")) {
                        for (var path : mapping.getPatternValues()) {
                            mapping.getMethodsCondition()
                                    .getMethods()
                                    .forEach(method -> found.add(method + " " + path));
                        }
                    }
                });
        assertThat(found).hasSizeGreaterThan(20);
        return found;
    }

    private boolean isOpen(Endpoint endpoint) throws Exception {
        var location =
                mvc.perform(
                                request(HttpMethod.valueOf(endpoint.method()), address(endpoint))
                                        .with(csrf()))
                        .andReturn()
                        .getResponse()
                        .getHeader("Location");
        return location == null || !location.endsWith("/logga-in");
    }

    private int status(Endpoint endpoint, RequestPostProcessor employee) throws Exception {
        return mvc.perform(
                        request(HttpMethod.valueOf(endpoint.method()), address(endpoint))
                                .with(employee)
                                .with(csrf()))
                .andReturn()
                .getResponse()
                .getStatus();
    }

    private static java.net.URI address(Endpoint endpoint) {
        return java.net.URI.create(
                endpoint.path().replaceAll("\\{[^}]+}", UUID.randomUUID().toString()));
    }
}
