package showcase;

import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServletRequest;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.session.autoconfigure.SessionAutoConfiguration;
import org.springframework.boot.session.jdbc.autoconfigure.JdbcSessionAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import se.bofast.kernel.Conflict;
import se.bofast.kernel.Forbidden;
import se.bofast.kernel.HouseClock;
import se.bofast.kernel.NotFound;
import se.bofast.page.Frames;
import se.bofast.page.MenuItem;
import se.bofast.page.MenuSource;
import se.bofast.page.Notice;
import se.bofast.page.Pages;
import se.bofast.page.SearchPlace;
import se.bofast.page.SecurePages;
import se.bofast.page.WhoIsHere;

/// A house of one room, without database and log-in, to test the pages in and to look at them: run
/// the main method and open `/visning`.
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration(
        exclude = {
            DataSourceAutoConfiguration.class,
            SessionAutoConfiguration.class,
            JdbcSessionAutoConfiguration.class
        })
// Lazily, since parts that keep things in the database have none here.
@ComponentScan(basePackages = "se.bofast.page", lazyInit = true)
@Import(PageHouse.Rooms.class)
public class PageHouse {

    public static final Instant NOW = Instant.parse("2026-11-21T09:00:00Z");

    public static void main(String[] arguments) {
        SpringApplication.run(PageHouse.class, arguments);
    }

    @Bean
    Clock clock() {
        return new HouseClock(Clock.fixed(NOW, HouseClock.ZONE));
    }

    @Bean
    SecurityFilterChain open(HttpSecurity http) {
        return http.authorizeHttpRequests(all -> all.anyRequest().permitAll())
                .headers(headers ->
                        headers.contentSecurityPolicy(policy ->
                                policy.policyDirectives(SecurePages.CONTENT_SECURITY_POLICY)))
                .build();
    }

    @Bean
    WhoIsHere whoIsHere() {
        return () ->
                Optional.of(
                        new WhoIsHere.Here(
                                java.util.UUID.fromString("00000000-0000-0000-0000-00000000a001"),
                                "Kim Exempel",
                                "Norrmalms stadsdelsnämnd",
                                "Bosociala enheten",
                                "/byt",
                                "/logga-ut"));
    }

    @Bean
    SearchPlace searchPlace() {
        return () -> "/sok";
    }

    @Bean
    MenuSource menuSource() {
        return () ->
                List.of(
                        new MenuItem("page.about", "/om", 910),
                        new MenuItem("page.help", "/hjalp", 20, 3),
                        new MenuItem("page.search.button", "/visning", 10));
    }

    @Bean
    Filter faultyFilter() {
        return (request, response, chain) -> {
            if (request instanceof HttpServletRequest http
                    && http.getRequestURI().startsWith("/filterfel")) {
                throw new IllegalStateException("Exempel, Hemligagatan 117");
            }
            chain.doFilter(request, response);
        };
    }

    /// Pages as a room would have them.
    @Controller
    static class Rooms {

        private final gg.jte.TemplateEngine engine;
        private final Frames frames;

        Rooms(gg.jte.TemplateEngine engine, Frames frames) {
            this.engine = engine;
            this.frames = frames;
        }

        @RequestMapping("/visning")
        ModelAndView showcase(HttpServletRequest request) {
            return new Showcase(engine, frames.of(request)).page(request.getParameterMap());
        }

        @GetMapping("/saknas")
        void missing() {
            throw new NotFound();
        }

        @GetMapping("/nekad")
        void forbidden() {
            throw new Forbidden();
        }

        @RequestMapping("/krock")
        void conflict() {
            throw new Conflict("page.conflict.again");
        }

        @RequestMapping("/fel")
        void fault() {
            throw new IllegalStateException("Exempel, Hemligagatan 117");
        }

        @GetMapping("/fel/{code}")
        void faultAt() {
            throw new IllegalStateException("Exempel, Hemligagatan 117");
        }

        @GetMapping("/mallfel")
        ModelAndView templateFault() {
            return Pages.render("page/layout", Map.of("title", 5, "content", "fel sort"));
        }

        @RequestMapping("/tappad")
        void lost() {
            throw new IllegalStateException(new SQLException("terminating connection", "57P01"));
        }

        @GetMapping("/vagra")
        void refused(@RequestParam int number) {
            throw new IllegalStateException("no number, no call: " + number);
        }

        @GetMapping("/sida/{id}")
        ModelAndView byId(@PathVariable UUID id) {
            return Pages.onward("/visning?id=" + id);
        }

        @PostMapping("/sparat")
        ModelAndView saved() {
            return Pages.onward("/visning", Notice.success("page.days.left", 3).withUndo("/angra"));
        }
    }
}
