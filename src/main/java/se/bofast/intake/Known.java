package se.bofast.intake;

/// Whether the person had an assignment at receipt, or earlier; frozen then.
public enum Known {
    ACTIVE,
    FORMERLY,
    UNKNOWN
}
