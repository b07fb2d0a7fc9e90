package se.bofast.intake;

/// How far it is settled whom the signal is about. UNKNOWN_AT_ADDRESS is a valid end.
public enum MatchState {
    MATCHED,
    CREATED,
    ASKED,
    UNKNOWN_AT_ADDRESS
}
