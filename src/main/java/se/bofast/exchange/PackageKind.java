package se.bofast.exchange;

import se.bofast.access.Action;

/// For whom a dossier is taken out.
public enum PackageKind {
    /// Registerutdrag, for the person.
    EXTRACT(Action.MAKE_EXTRACT, "registerutdrag.pdf", "application/pdf"),
    /// Arkivpaket, for the archive.
    ARCHIVE(Action.DELIVER_FILE, "arkivpaket.zip", "application/zip");

    private final Action action;
    private final String fileName;
    private final String type;

    PackageKind(Action action, String fileName, String type) {
        this.action = action;
        this.fileName = fileName;
        this.type = type;
    }

    public Action action() {
        return action;
    }

    /// Says nothing of anybody.
    public String fileName() {
        return fileName;
    }

    public String contentType() {
        return type;
    }
}
