package se.bofast.person;

/// How a person's identity is protected (domain.md 4.5). Everything but NONE hides name, number and
/// address from everyone without {@code SEE_PROTECTED_PERSON}.
public enum Protection {
    NONE,
    /// Sekretessmarkering: the tax agency's warning (OSL 22 kap. 1 §).
    MARKED,
    /// Skyddad folkbokföring: registered elsewhere than where one lives (FOL 16-17 §§).
    HIDDEN_REGISTRATION,
    /// Fingerade personuppgifter (1991:483).
    FICTITIOUS;

    public boolean hides() {
        return this != NONE;
    }
}
