/// Person: people as one board knows them, their numbers, names and addresses, households,
/// protected identities, consents, and what was told to whom.
///
/// Publishes {@link se.bofast.person.People}, {@link se.bofast.person.PersonSearch}, {@link
/// se.bofast.person.Households}, {@link se.bofast.person.Consents}, {@link
/// se.bofast.person.Disclosures}, {@link se.bofast.person.Doubles} and the views `person.v_*`.
/// Names of protected people never leave here except to the person's own page, for who may see
/// them. Other rooms add to that page through {@link se.bofast.person.PersonSection}, and say whose
/// work is about whom through {@link se.bofast.person.PersonTies}.
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "database", "access", "audit", "page", "job"})
package se.bofast.person;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
