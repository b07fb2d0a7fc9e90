package se.bofast.access.web;

import java.util.List;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.security.web.savedrequest.RequestCache;
import org.springframework.session.jdbc.PostgreSqlJdbcIndexedSessionRepositoryCustomizer;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import se.bofast.access.Accounts;
import se.bofast.page.SecurePages;

/// How one comes in. Local accounts today; single sign-on is one more `oauth2Login` here, giving
/// the same {@link Employee} as principal.
@Configuration(proxyBeanMethods = false)
class LogInConfiguration implements WebMvcConfigurer {

    static final String LOG_IN = "/logga-in";
    static final String LOG_OUT = "/logga-ut";
    static final String CHOOSE_BOARD = "/valj-namnd";
    static final String NEW_PASSWORD = "/nytt-losenord";

    /// Pages and files that need no log-in. Everything else does.
    static final String[] OPEN = {
        LOG_IN,
        "/favicon.ico",
        "/favicon.svg",
        "/mark.svg",
        "/bofast.css",
        "/bofast.js",
        "/fonts/**",
        "/vendor/**",
        "/om",
        "/sprak/**",
        "/utseende",
        "/kortkommandon",
        "/datum",
        "/hjalp",
        "/tid/**",
        "/start/**",
        "/halsa",
        "/error"
    };

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new ActorArgument());
    }

    @Bean
    SecurityFilterChain doors(
            HttpSecurity http,
            ActorFilter actorFilter,
            ComingIn comingIn,
            GoingOut goingOut,
            Refusing refusing)
            throws Exception {
        return http.authorizeHttpRequests(doors ->
                        doors.requestMatchers(OPEN).permitAll().anyRequest().authenticated())
                .formLogin(form ->
                        form.loginPage(LOG_IN)
                                .usernameParameter("login")
                                .passwordParameter("password")
                                .successHandler(comingIn)
                                .failureUrl(LOG_IN + "?fel"))
                .logout(out ->
                        out.logoutUrl(LOG_OUT)
                                .addLogoutHandler(goingOut)
                                .logoutSuccessUrl(LOG_IN + "?ute"))
                .headers(headers ->
                        headers.contentSecurityPolicy(csp ->
                                        csp.policyDirectives(SecurePages.CONTENT_SECURITY_POLICY))
                                .referrerPolicy(referrer ->
                                        referrer.policy(
                                                ReferrerPolicyHeaderWriter.ReferrerPolicy
                                                        .SAME_ORIGIN))
                                .permissionsPolicyHeader(permissions ->
                                        permissions.policy(
                                                "camera=(), microphone=(), geolocation=(), interest-cohort=()"))
                                .crossOriginOpenerPolicy(opener ->
                                        opener.policy(
                                                CrossOriginOpenerPolicyHeaderWriter
                                                        .CrossOriginOpenerPolicy.SAME_ORIGIN))
                                .frameOptions(frame -> frame.deny()))
                .requestCache(cache -> cache.requestCache(onlyPages()))
                .exceptionHandling(refusals -> refusals.accessDeniedHandler(refusing))
                .addFilterAfter(actorFilter, AuthorizationFilter.class)
                .build();
    }

    /// After the log-in one comes to the page one asked for, never to what a script in it asked
    /// for.
    private static RequestCache onlyPages() {
        var pages = new HttpSessionRequestCache();
        pages.setRequestMatcher(request -> {
            var destination = request.getHeader("Sec-Fetch-Dest");
            return request.getMethod().equals("GET")
                    && (destination == null || destination.equals("document"))
                    && request.getHeader("HX-Request") == null;
        });
        return pages;
    }

    /// The filter belongs to the chain above, not to the container as well.
    @Bean
    FilterRegistrationBean<ActorFilter> onlyInTheChain(ActorFilter filter) {
        var registration = new FilterRegistrationBean<>(filter);
        registration.setEnabled(false);
        return registration;
    }

    /// Two answers at once, as after a button pressed twice, may remember the same word: the later
    /// one stays, and neither fails.
    @Bean
    PostgreSqlJdbcIndexedSessionRepositoryCustomizer rememberingTwice() {
        return new PostgreSqlJdbcIndexedSessionRepositoryCustomizer();
    }

    @Bean
    AuthenticationManager authenticationManager(Accounts accounts) {
        return new ProviderManager(new LocalAccounts(accounts));
    }

    private record LocalAccounts(Accounts accounts) implements AuthenticationProvider {

        @Override
        public Authentication authenticate(Authentication given) {
            var password = String.valueOf(given.getCredentials());
            return accounts.authenticate(given.getName(), password)
                    .map(id ->
                            UsernamePasswordAuthenticationToken.authenticated(
                                    new Employee(id.value()), null, List.of()))
                    .orElseThrow(() -> new BadCredentialsException("log-in refused"));
        }

        @Override
        public boolean supports(Class<?> kind) {
            return UsernamePasswordAuthenticationToken.class.isAssignableFrom(kind);
        }
    }
}
