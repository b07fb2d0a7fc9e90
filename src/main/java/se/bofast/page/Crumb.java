package se.bofast.page;

/// A step of the way back to the list a page belongs to.
public record Crumb(String label, String href) {}
