package se.bofast.page;

/// A part of a thing shown as a row of links (`page/tabs`). `current`: the part being looked at.
public record Tab(String label, String href, boolean current) {}
