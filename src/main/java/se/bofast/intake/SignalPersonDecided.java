package se.bofast.intake;

import se.bofast.kernel.PersonId;

/// A person has decided whom a doubtful or unknown signal is about. In the same transaction.
public record SignalPersonDecided(SignalId signal, PersonId person) {}
