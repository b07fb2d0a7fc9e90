package se.bofast.person;

/// Where a person lives, or another address where letters reach them.
public enum AddressKind {
    HOME,
    POSTAL
}
