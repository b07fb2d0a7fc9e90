package se.bofast.page;

/// The content-security policy our pages are written for: nothing inline, nothing from elsewhere.
public final class SecurePages {

    public static final String CONTENT_SECURITY_POLICY =
            "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
                    + " font-src 'self'; frame-ancestors 'none'; base-uri 'none'; form-action 'self'";

    private SecurePages() {}
}
