package se.bofast.page;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.session.autoconfigure.SessionAutoConfiguration;
import org.springframework.boot.session.jdbc.autoconfigure.JdbcSessionAutoConfiguration;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.web.servlet.mvc.Controller;
import se.bofast.kernel.Conflict;
import se.bofast.kernel.Forbidden;
import se.bofast.kernel.HouseClock;
import se.bofast.kernel.NotFound;

/// A house of one room, without database and log-in, to test the pages in and to look at them: run
/// the main method and open `/visning`.
@TestConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration(
        exclude = {
            DataSourceAutoConfiguration.class,
            SessionAutoConfiguration.class,
            JdbcSessionAutoConfiguration.class
        })
@ComponentScan("se.bofast.page")
class PageHouse {

    static final Instant NOW = Instant.parse("2026-11-21T09:00:00Z");

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

    @Bean("/visning")
    Controller showcase(gg.jte.TemplateEngine engine, Frames frames) {
        return (request, response) ->
                new Showcase(engine, frames.of(request)).page(request.getParameterMap());
    }

    @Bean("/saknas")
    Controller missing() {
        return (request, response) -> {
            throw new NotFound();
        };
    }

    @Bean("/nekad")
    Controller forbidden() {
        return (request, response) -> {
            throw new Forbidden();
        };
    }

    @Bean("/krock")
    Controller conflict() {
        return (request, response) -> {
            throw new Conflict("page.conflict.again");
        };
    }

    @Bean("/fel")
    Controller fault() {
        return (request, response) -> {
            throw new IllegalStateException("Lind, Sankt E-gatan 117");
        };
    }

    @Bean("/mallfel")
    Controller templateFault() {
        return (request, response) -> Pages.render("page/layout", Map.of("title", "Utan innehåll"));
    }

    @Bean("/tappad")
    Controller lost() {
        return (request, response) -> {
            throw new IllegalStateException(
                    new java.sql.SQLException("terminating connection", "57P01"));
        };
    }

    @Bean("/sparat")
    Controller saved() {
        return (request, response) ->
                Pages.onward("/visning", Notice.success("page.search.button").withUndo("/angra"));
    }
}
