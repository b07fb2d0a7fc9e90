package se.bofast.person;

import java.util.List;
import se.bofast.kernel.PersonId;

/// People have been hidden, within the transaction that did it: what is on its way to them stops.
///
/// @param people the one whose identity is protected, and those who live with them
public record PersonProtected(List<PersonId> people) {

    public PersonProtected {
        people = List.copyOf(people);
    }
}
