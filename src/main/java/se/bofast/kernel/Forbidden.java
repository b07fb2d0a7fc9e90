package se.bofast.kernel;

/// The role does not include the action. Used only where the action names no subject.
public final class Forbidden extends RuntimeException {

    private static final long serialVersionUID = 1;

    public Forbidden() {
        super("the role does not include the action");
    }
}
