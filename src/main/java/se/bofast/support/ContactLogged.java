package se.bofast.support;

import java.time.Instant;
import se.bofast.access.Subject;

/// A contact was written down; told in the same transaction.
///
/// @param attempt it was an attempt to reach the tenant
/// @param personalContact the tenant was reached in person
/// @param landlordTold the landlord was given information
public record ContactLogged(
        Subject matter,
        Instant at,
        boolean attempt,
        boolean personalContact,
        boolean landlordTold) {}
