package se.bofast.deadline;

/// The paragraph a rule implements, and the wording it follows.
///
/// @param statute the number of the statute, such as `1970:994`; a word such as `lokal rutin` where
///   the rule is practice and not law
/// @param section as it is cited in Swedish, such as `12 kap. 44 §`
/// @param wording the number of the amendment whose wording was read
public record LegalBasis(String statute, String section, String wording) {

    public LegalBasis {
        if (statute.isBlank() || section.isBlank() || wording.isBlank()) {
            throw new IllegalArgumentException("a basis names statute, section and wording");
        }
    }
}
