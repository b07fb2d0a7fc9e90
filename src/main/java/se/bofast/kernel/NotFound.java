package se.bofast.kernel;

/// The thing does not exist, or it is not within the asker's reach. Both get the same answer.
public final class NotFound extends RuntimeException {

    private static final long serialVersionUID = 1;

    public NotFound() {
        super("not found or not within reach");
    }
}
