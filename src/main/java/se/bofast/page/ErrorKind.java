package se.bofast.page;

import org.springframework.http.HttpStatus;

/// The kinds of error page and their words: what happened, what is kept, what to do.
enum ErrorKind {
    BAD_REQUEST("page.error.400.title", "page.error.400.what", "page.error.400.next"),
    FORBIDDEN("page.error.403.title", "page.error.403.what", "page.error.403.next"),
    EXPIRED("page.error.expired.title", "page.error.expired.what", "page.error.expired.next"),
    NOT_FOUND("page.error.404.title", "page.error.404.what", "page.error.404.next"),
    CONFLICT("page.error.409.title", "page.error.409.what", "page.error.409.next"),
    TOO_LARGE("page.error.413.title", "page.error.413.what", "page.error.413.next"),
    TOO_MANY("page.error.429.title", "page.error.429.what", "page.error.429.next"),
    FAULT("page.error.500.title", "page.error.500.what", "page.error.500.next"),
    LOST_DATABASE("page.error.503.title", "page.error.503.what", "page.error.503.next");

    final String titleKey;
    final String whatKey;
    final String nextKey;

    ErrorKind(String titleKey, String whatKey, String nextKey) {
        this.titleKey = titleKey;
        this.whatKey = whatKey;
        this.nextKey = nextKey;
    }

    static ErrorKind of(HttpStatus status) {
        return switch (status) {
            case FORBIDDEN -> FORBIDDEN;
            case NOT_FOUND, METHOD_NOT_ALLOWED -> NOT_FOUND;
            case CONFLICT -> CONFLICT;
            case CONTENT_TOO_LARGE -> TOO_LARGE;
            case TOO_MANY_REQUESTS -> TOO_MANY;
            case SERVICE_UNAVAILABLE -> LOST_DATABASE;
            default -> status.is4xxClientError() ? BAD_REQUEST : FAULT;
        };
    }
}
