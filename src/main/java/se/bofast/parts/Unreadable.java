package se.bofast.parts;

/// What was given is no list of advisories, and why: words for the person at the terminal.
class Unreadable extends Exception {

    private static final long serialVersionUID = 1L;

    private final String why;

    Unreadable(String why) {
        super(why);
        this.why = why;
    }

    String why() {
        return why;
    }
}
