package se.bofast.letter;

import java.util.List;

/// Name and address as they show in the window of the envelope.
///
/// @param addressLines one to four lines: c/o, street, postal code and town, country
public record Recipient(String name, List<String> addressLines) {

    /// What fits in the window of the envelope.
    public static final int MOST_LINES = 4;

    public Recipient {
        Letter.requireText(name, "name");
        addressLines = List.copyOf(addressLines);
        if (addressLines.isEmpty() || addressLines.size() > MOST_LINES) {
            throw new IllegalArgumentException("an address has one to four lines");
        }
        addressLines.forEach(line -> Letter.requireText(line, "address line"));
    }

    /// Never the name and address, so that they cannot land in a log by accident.
    @Override
    public String toString() {
        return "Recipient[hidden]";
    }
}
