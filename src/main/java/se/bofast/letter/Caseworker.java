package se.bofast.letter;

/// A named person at the board whom others may turn to (handläggare).
///
/// @param title as it is said to others, "socialsekreterare"
public record Caseworker(String name, String title, String phone, String email) {

    public Caseworker {
        Letter.requireText(name, "name");
        Letter.requireText(title, "title");
        Letter.requireText(phone, "phone");
        Letter.requireText(email, "email");
    }
}
