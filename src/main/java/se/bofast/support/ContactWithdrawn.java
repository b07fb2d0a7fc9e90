package se.bofast.support;

import se.bofast.access.Subject;

/// A contact of the matter was withdrawn; told in the same transaction. Who keeps a first contact
/// of the matter asks `support.v_contact` anew.
public record ContactWithdrawn(Subject matter) {}
