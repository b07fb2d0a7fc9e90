package se.bofast.exchange;

/// Why something is not shown to the person it stands with.
public enum LeftOut {
    /// It tells who reported (OSL 26 kap. 5 §).
    REPORTER("26 kap. 5 §"),
    /// It is about somebody else (OSL 26 kap. 1 §).
    OTHERS("26 kap. 1 §"),
    /// It is of such weight that it is not shown even to who is party (OSL 10 kap. 3 §).
    WEIGHTY("10 kap. 3 §");

    private final String section;

    LeftOut(String section) {
        this.section = section;
    }

    /// The section of offentlighets- och sekretesslagen (2009:400).
    public String section() {
        return section;
    }
}
