package se.bofast.filing;

import java.io.IOException;
import java.io.InputStream;

/// The content of a file: the same content has the same hash and gets the same receipt.
///
/// @param value SHA-256 in 64 hexadecimal figures
public record FileHash(String value) {

    public FileHash {
        Sha256.require(value);
    }

    public static FileHash of(byte[] file) {
        return new FileHash(Sha256.hex(Sha256.digest().digest(file)));
    }

    /// Reads the stream to its end and leaves it open.
    ///
    /// @throws IOException where the stream cannot be read
    public static FileHash of(InputStream file) throws IOException {
        var digest = Sha256.digest();
        var part = new byte[65_536];
        for (var read = file.read(part); read >= 0; read = file.read(part)) {
            digest.update(part, 0, read);
        }
        return new FileHash(Sha256.hex(digest.digest()));
    }
}
