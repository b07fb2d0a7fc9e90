package se.bofast.person;

/// Registered sex, as the statistics ask for it.
public enum Sex {
    FEMALE,
    MALE
}
