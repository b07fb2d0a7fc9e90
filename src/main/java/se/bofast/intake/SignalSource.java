package se.bofast.intake;

/// Who brought the signal.
public enum SignalSource {
    LANDLORD,
    ENFORCEMENT_AUTHORITY,
    NEIGHBOUR,
    OWN_UNIT,
    THE_PERSON,
    OTHER_AUTHORITY,
    OTHER
}
