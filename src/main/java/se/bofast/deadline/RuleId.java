package se.bofast.deadline;

import java.util.regex.Pattern;

/// The stable code of a rule, such as `recovery-period`. All versions of a rule share it.
public record RuleId(String value) implements Comparable<RuleId> {

    private static final Pattern SHAPE = Pattern.compile("[a-z]+(-[a-z]+)*");

    public RuleId {
        if (!SHAPE.matcher(value).matches()) {
            throw new IllegalArgumentException("a rule's code is lower-case words and hyphens");
        }
    }

    @Override
    public int compareTo(RuleId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
