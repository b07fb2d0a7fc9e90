package se.bofast.count;

/// What is counted, and thereby which day places it in a period.
public enum Basis {
    /// Signals, by the day they were received.
    SIGNAL,
    /// Cases, by the day they were opened.
    CASE,
    /// Contacts and attempts with the tenant, by the day they happened.
    CONTACT,
    /// Appointments, by the day they were to take place.
    APPOINTMENT,
    /// Letters with a proposed time to people, by the day they were sent.
    LETTER,
    /// Decisions in cases, by the day of decision.
    DECISION,
    /// Outcomes, by the day the outcome was decided.
    OUTCOME,
    /// Evictions, by the day they were carried out.
    EVICTION,
    /// Cases that were open on the last day of the period.
    OPEN
}
