package se.bofast.parts;

/// A library of the house.
record Part(String group, String name, String version) {

    /// What Maven and advisories for it call the library.
    String coordinates() {
        return group + ":" + name;
    }
}
