package se.bofast.page;

/// An entry of the navigation as the page shows it.
public record MenuEntry(String label, String href, int waiting, boolean current, boolean apart) {}
