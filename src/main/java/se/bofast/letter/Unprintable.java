package se.bofast.letter;

/// A character that cannot be printed as it should look. The letter is stopped instead of going out
/// with an empty box.
///
/// @param characterName the character's name in Unicode, in English ("CJK UNIFIED IDEOGRAPH 6F22"),
///   or "UNNAMED CHARACTER"
/// @param codePoint the character's number in Unicode
public record Unprintable(String characterName, int codePoint) {

    static Unprintable of(int codePoint) {
        var name = Character.isValidCodePoint(codePoint) ? Character.getName(codePoint) : null;
        return new Unprintable(name == null ? "UNNAMED CHARACTER" : name, codePoint);
    }

    /// The number as it is usually written: U+6F22.
    public String written() {
        return "U+%04X".formatted(codePoint);
    }
}
