package se.bofast.person;

import se.bofast.kernel.PersonId;

/// A person to register among many, with the id the caller has already given them.
public record NewPersonRow(PersonId id, NewPerson person) {}
