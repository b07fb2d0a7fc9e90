package se.bofast.intake;

/// A fact of a notice was corrected. In the same transaction.
public record SignalFactCorrected(SignalId signal) {}
