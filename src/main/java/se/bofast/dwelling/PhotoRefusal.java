package se.bofast.dwelling;

/// Why a file is not taken as a photo.
public enum PhotoRefusal {
    /// Neither JPEG nor PNG, whatever it is called.
    NO_PHOTO,
    TOO_LARGE,
    /// It begins like a photo and cannot be read.
    BROKEN
}
