package se.bofast.intake;

/// How the signal came. Registered mail counts as given on the day it was posted (JB 12:63).
public enum Channel {
    REGISTERED_MAIL,
    MAIL,
    EMAIL,
    PHONE,
    VISIT,
    FILE,
    DOOR,
    SECURE_MAIL,
    OTHER
}
