package se.bofast.kernel;

import java.util.UUID;

/// A board (nämnd). Each is its own controller of personal data.
public record BoardId(UUID value) {

    public static BoardId of(String text) {
        return new BoardId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
