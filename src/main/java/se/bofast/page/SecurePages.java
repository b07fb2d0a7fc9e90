package se.bofast.page;

import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter.CrossOriginOpenerPolicy;
import org.springframework.security.web.header.writers.CrossOriginResourcePolicyHeaderWriter.CrossOriginResourcePolicy;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.header.writers.StaticHeadersWriter;

/// The headers our pages are written for: nothing inline, nothing from elsewhere, in no frame, in
/// no search engine and in no other window's reach.
///
/// Kept by no cache either: that, `nosniff`, and over TLS a year of TLS only, are the framework's
/// own.
public final class SecurePages {

    public static final String CONTENT_SECURITY_POLICY =
            "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
                    + " font-src 'self'; object-src 'none'; frame-ancestors 'none';"
                    + " base-uri 'none'; form-action 'self'";

    private static final String PERMISSIONS =
            "camera=(), microphone=(), geolocation=(), payment=(), usb=(), interest-cohort=()";

    private SecurePages() {}

    /// Sets them all for a chain of doors.
    public static void headers(HeadersConfigurer<HttpSecurity> headers, ReferrerPolicy referrer) {
        headers.contentSecurityPolicy(csp -> csp.policyDirectives(CONTENT_SECURITY_POLICY))
                .referrerPolicy(policy -> policy.policy(referrer))
                .permissionsPolicyHeader(permissions -> permissions.policy(PERMISSIONS))
                .crossOriginOpenerPolicy(
                        opener -> opener.policy(CrossOriginOpenerPolicy.SAME_ORIGIN))
                .crossOriginResourcePolicy(
                        resource -> resource.policy(CrossOriginResourcePolicy.SAME_ORIGIN))
                .addHeaderWriter(
                        new StaticHeadersWriter("X-Robots-Tag", "noindex, nofollow, noarchive"))
                .frameOptions(frame -> frame.deny());
    }
}
