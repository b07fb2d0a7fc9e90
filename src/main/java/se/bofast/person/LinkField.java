package se.bofast.person;

/// What two rows about people are compared by. In the order they are explained.
public enum LinkField {
    GIVEN,
    FAMILY,
    /// Taken off where given and family name agree only crosswise.
    CROSSED,
    BIRTH,
    NUMBER,
    SEX,
    STREET,
    HOUSE,
    POSTCODE,
    TOWN,
    /// Taken off where surname and address together say no more than "of one family".
    HOUSEHOLD
}
