package se.bofast.person;

/// One thing a name is found by, compared with `=`: row of `person.name_key`.
public record NameKey(KeyKind kind, String key) {

    public enum KeyKind {
        /// All parts, folded and sorted: the same whichever of the names is written first.
        FULL,
        /// One part, folded; also the parts of a double name written together.
        PART,
        /// The first three letters of a part.
        START,
        /// How a part sounds ({@link NameText#sound}).
        SOUND
    }
}
