package se.bofast.tenancy.web;

/// Takes back what was begun, and leaves the form's key free for another try.
final class TurnedDown extends RuntimeException {

    private final String key;

    TurnedDown(String key) {
        super(key);
        this.key = key;
    }

    String key() {
        return key;
    }
}
