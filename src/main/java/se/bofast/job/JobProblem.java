package se.bofast.job;

/// The work cannot be done. The code is a message key's last part, never a sentence about anybody.
public final class JobProblem extends RuntimeException {

    private static final long serialVersionUID = 1;
    private final String code;

    public JobProblem(String code) {
        super(code);
        this.code = code;
    }

    public String code() {
        return code;
    }
}
