package se.bofast.letter;

import java.util.List;

/// Name and address as they show in the window of the envelope.
///
/// @param addressLines one to four lines: c/o, street, postal code and town, country
public record Recipient(String name, List<String> addressLines) {

    public Recipient {
        Letter.requireText(name, "name");
        addressLines = List.copyOf(addressLines);
        if (addressLines.isEmpty() || addressLines.size() > 4) {
            throw new IllegalArgumentException("an address has one to four lines");
        }
        addressLines.forEach(line -> Letter.requireText(line, "address line"));
    }
}
