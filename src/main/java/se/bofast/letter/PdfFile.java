package se.bofast.letter;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/// A finished PDF (PDF/A-2a and PDF/UA-1).
public final class PdfFile {

    private final byte[] bytes;
    private final int pages;
    private final List<Integer> firstPages;

    PdfFile(byte[] bytes, int pages, List<Integer> firstPages) {
        this.bytes = bytes;
        this.pages = pages;
        this.firstPages = List.copyOf(firstPages);
    }

    /// A copy of the file's bytes.
    public byte[] bytes() {
        return bytes.clone();
    }

    public int pages() {
        return pages;
    }

    /// The page on which each bookmark starts, 1 for the first.
    List<Integer> firstPages() {
        return firstPages;
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
