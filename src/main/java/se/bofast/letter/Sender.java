package se.bofast.letter;

import java.util.List;

/// What the board has said of itself for its letters.
///
/// @param enforcementAddress where confirmations to Kronofogden are sent, one to four lines; empty:
///   not filled in
public record Sender(SenderDetails details, List<String> enforcementAddress) {

    public Sender {
        enforcementAddress = List.copyOf(enforcementAddress);
        if (enforcementAddress.size() > Recipient.MOST_LINES) {
            throw new IllegalArgumentException("an address has at most four lines");
        }
    }
}
