package se.bofast.person;

/// One thing a name is found by: row of `person.name_key`.
public record NameKey(KeyKind kind, String key) {

    public enum KeyKind {
        /// One part, folded; also the parts of a double name written together.
        PART,
        /// How a part sounds ({@link NameText#sound}).
        SOUND
    }
}
