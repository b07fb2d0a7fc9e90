package se.bofast.access;

/// What a reviewer finds of an access.
public enum Verdict {
    IN_ORDER,
    /// The employee's head is asked.
    TO_THE_HEAD,
    /// Otillåten: to be handled as a breach of secrecy.
    UNAUTHORISED
}
