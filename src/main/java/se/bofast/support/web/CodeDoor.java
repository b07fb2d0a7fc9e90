package se.bofast.support.web;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import se.bofast.page.SecurePages;

/// The door for who has a letter and no account: no session, no cookie that follows one, nothing
/// known of who is logged in next door.
///
/// A token against forged requests is not asked for: what a forger lacks is the code, and that
/// travels in the body of every request (decision 0062).
@Configuration(proxyBeanMethods = false)
class CodeDoor {

    @Bean
    @Order(1)
    SecurityFilterChain codeDoorChain(HttpSecurity http) throws Exception {
        return http.securityMatcher(CodePage.PATH, CodePage.PATH + "/**")
                .authorizeHttpRequests(doors -> doors.anyRequest().permitAll())
                .sessionManagement(
                        session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .csrf(csrf -> csrf.disable())
                .requestCache(cache -> cache.disable())
                .headers(headers -> SecurePages.headers(headers, ReferrerPolicy.NO_REFERRER))
                .build();
    }
}
