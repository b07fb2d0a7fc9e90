package se.bofast.filing;

import java.util.UUID;

/// A list that came as a file from a sender.
public record UploadId(UUID value) {

    /// What stands on the receipt.
    public String receipt() {
        return value.toString().substring(24).toUpperCase(java.util.Locale.ROOT);
    }
}
