package se.bofast.letter;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// A finished PDF (PDF/A-2a and PDF/UA-1).
public final class PdfFile {

    private final byte[] bytes;
    private final int pages;

    PdfFile(byte[] bytes, int pages) {
        this.bytes = bytes;
        this.pages = pages;
    }

    /// A copy of the file's bytes.
    public byte[] bytes() {
        return bytes.clone();
    }

    public int pages() {
        return pages;
    }

    /// Size in bytes.
    public int size() {
        return bytes.length;
    }

    /// SHA-256 of the bytes, 64 lower-case hexadecimal digits.
    public String sha256() {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
