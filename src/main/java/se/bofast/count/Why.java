package se.bofast.count;

/// Why a person is counted under a definition, or is not.
public enum Why {
    IN,
    /// Younger or older than those the count is about: children are counted with their parents.
    OUTSIDE_POPULATION,
    /// Nobody has said where the person was that day; somebody knew in the three months before.
    NO_STAY,
    /// It is known that it is not known where the person was.
    PLACE_UNKNOWN,
    OWN_HOME,
    /// The form is in no category of the definition.
    FORM_NOT_COUNTED,
    HAS_HOME,
    /// Is to stay longer than three months more.
    NOT_LEAVING,
    /// Nobody has said when the person is to leave.
    NO_END_KNOWN,
    /// Had been there for more than three months.
    TOO_LONG,
    /// Nobody has said for how long the person had been there.
    LENGTH_UNKNOWN
}
