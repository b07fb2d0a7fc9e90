package se.bofast.access.web;

import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
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
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.authentication.SimpleUrlAuthenticationFailureHandler;
import org.springframework.security.web.authentication.logout.HeaderWriterLogoutHandler;
import org.springframework.security.web.authentication.logout.SimpleUrlLogoutSuccessHandler;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.header.writers.ClearSiteDataHeaderWriter;
import org.springframework.security.web.header.writers.ClearSiteDataHeaderWriter.Directive;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.security.web.savedrequest.RequestCache;
import org.springframework.session.jdbc.PostgreSqlJdbcIndexedSessionRepositoryCustomizer;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
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

    private final PaceKeeping paceKeeping;

    LogInConfiguration(PaceKeeping paceKeeping) {
        this.paceKeeping = paceKeeping;
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new ActorArgument());
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(paceKeeping);
    }

    @Bean
    SecurityFilterChain doors(
            HttpSecurity http,
            ActorFilter actorFilter,
            ComingIn comingIn,
            GoingOut goingOut,
            Refusing refusing,
            PaceFilter paces,
            SessionEnd sessionEnd)
            throws Exception {
        return http.authorizeHttpRequests(doors ->
                        doors.requestMatchers(OPEN).permitAll().anyRequest().authenticated())
                .formLogin(form ->
                        form.loginPage(LOG_IN)
                                .usernameParameter("login")
                                .passwordParameter("password")
                                .successHandler(comingIn)
                                .failureHandler(failed()))
                .logout(out ->
                        out.logoutUrl(LOG_OUT)
                                .addLogoutHandler(goingOut)
                                .addLogoutHandler(
                                        new HeaderWriterLogoutHandler(
                                                new ClearSiteDataHeaderWriter(
                                                        Directive.CACHE, Directive.STORAGE)))
                                .logoutSuccessHandler(loggedOut()))
                .headers(headers -> SecurePages.headers(headers, ReferrerPolicy.SAME_ORIGIN))
                .requestCache(cache -> cache.requestCache(onlyPages()))
                .exceptionHandling(refusals ->
                        refusals.accessDeniedHandler(refusing)
                                .authenticationEntryPoint(firstLogIn()))
                // Before the token is looked for, which would read a sent file to its end.
                .addFilterBefore(sessionEnd, CsrfFilter.class)
                .addFilterBefore(paces, CsrfFilter.class)
                .addFilterAfter(actorFilter, AuthorizationFilter.class)
                .build();
    }

    private static LoginUrlAuthenticationEntryPoint firstLogIn() {
        return new LoginUrlAuthenticationEntryPoint(LOG_IN) {
            @Override
            public void commence(
                    HttpServletRequest request,
                    HttpServletResponse response,
                    AuthenticationException unknown) {
                OwnRedirects.INSTANCE.sendRedirect(request, response, LOG_IN);
            }
        };
    }

    private static SimpleUrlAuthenticationFailureHandler failed() {
        var handler = new SimpleUrlAuthenticationFailureHandler(LOG_IN + "?fel");
        handler.setRedirectStrategy(OwnRedirects.INSTANCE);
        return handler;
    }

    private static SimpleUrlLogoutSuccessHandler loggedOut() {
        var handler = new SimpleUrlLogoutSuccessHandler();
        handler.setDefaultTargetUrl(LOG_IN + "?ute");
        handler.setRedirectStrategy(OwnRedirects.INSTANCE);
        return handler;
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

    /// The filters belong to the chain above, not to the container as well.
    @Bean
    FilterRegistrationBean<ActorFilter> onlyInTheChain(ActorFilter filter) {
        return notInTheContainer(filter);
    }

    @Bean
    FilterRegistrationBean<PaceFilter> paceOnlyInTheChain(PaceFilter filter) {
        return notInTheContainer(filter);
    }

    @Bean
    FilterRegistrationBean<SessionEnd> endOnlyInTheChain(SessionEnd filter) {
        return notInTheContainer(filter);
    }

    private static <F extends Filter> FilterRegistrationBean<F> notInTheContainer(F filter) {
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
