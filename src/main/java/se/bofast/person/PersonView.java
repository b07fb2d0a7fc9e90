package se.bofast.person;

import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.bofast.kernel.HouseClock;
import se.bofast.kernel.PersonId;
import se.bofast.kernel.PersonNumber;
import se.bofast.page.Section;

/// Everything a person's own page shows, to somebody who may see it. Names and numbers are whole,
/// also those of a protected person; other people's follow {@link People#names}.
///
/// @param current who the person is believed to be
/// @param earlier what was believed before, newest first
/// @param addresses current ones first
/// @param ways those in use first
/// @param names of everybody in the households whose name may be shown
/// @param sections what other rooms add, in order
/// @param linked the other rows that are the same human, as far as the reader may see them
public record PersonView(
        IdentityFact current,
        List<IdentityFact> earlier,
        List<AddressFact> addresses,
        List<ContactWay> ways,
        ChangingLanguage.Spoken spoken,
        List<Household> households,
        Map<PersonId, PersonName> names,
        Map<PersonId, LocalDate> births,
        List<Consent> consents,
        List<Disclosure> disclosures,
        List<Placed> sections,
        List<Linked> linked,
        boolean mayChange,
        LocalDate today) {

    /// Another row that is the same human: who it says they are, and what other rooms know of it.
    ///
    /// @param pair the link, for who may take it apart; null also where they are one through a
    ///   third
    public record Linked(
            IdentityFact current,
            List<AddressFact> addresses,
            @Nullable DoublePair pair,
            List<Placed> sections) {

        public Linked {
            addresses = List.copyOf(addresses);
            sections = List.copyOf(sections);
        }

        public List<Section> shown() {
            return sections.stream().map(Placed::section).toList();
        }
    }

    /// A section and where on the page it stands.
    public record Placed(int order, Section section) {}

    /// Sections below this stand before what was consented to and told, the others after.
    public static final int BEFORE_CONSENTS = 500;

    public PersonView {
        earlier = List.copyOf(earlier);
        addresses = List.copyOf(addresses);
        ways = List.copyOf(ways);
        households = List.copyOf(households);
        names = Map.copyOf(names);
        births = Map.copyOf(births);
        consents = List.copyOf(consents);
        disclosures = List.copyOf(disclosures);
        sections = List.copyOf(sections);
        linked = List.copyOf(linked);
    }

    public PersonId id() {
        return current.person();
    }

    /// The name as this page may show it, whole.
    public PersonName name() {
        return current.name();
    }

    public boolean isProtected() {
        return current.identity().protection().hides();
    }

    /// A number the person had, which another has taken the place of.
    ///
    /// @param row of the identity that says so
    /// @param fromOn since when, as told, else since it was recorded here
    /// @param reason why another took its place
    public record EarlierNumber(
            UUID row, PersonNumber number, LocalDate fromOn, LocalDate untilOn, String reason) {}

    /// The latest first.
    public List<EarlierNumber> earlierNumbers() {
        var found = new ArrayList<EarlierNumber>();
        var after = current;
        for (var n = 0; n < earlier.size(); n++) {
            var fact = earlier.get(n);
            var number = fact.identity().number();
            var until = fact.numberUntilOn();
            if (number != null && until != null) {
                found.add(
                        new EarlierNumber(
                                fact.id(), number, since(n, number, until), until, after.reason()));
            }
            after = fact;
        }
        return found;
    }

    private LocalDate since(int place, PersonNumber number, LocalDate until) {
        var told = earlier.get(place).numberFromOn();
        if (told != null) {
            return told;
        }
        var first = earlier.get(place);
        for (var older : earlier.subList(place, earlier.size())) {
            if (!number.equals(older.identity().number())) {
                break;
            }
            first = older;
        }
        var recorded = LocalDate.ofInstant(first.recordedAt(), HouseClock.ZONE);
        return recorded.isAfter(until) ? until : recorded;
    }

    /// Whole years; null when the birthday is not known.
    public @Nullable Integer age() {
        var birthOn = current.identity().birthOn();
        return birthOn == null ? null : Period.between(birthOn, today).getYears();
    }

    public List<AddressFact> currentAddresses() {
        return addresses.stream().filter(fact -> fact.supersededAt() == null).toList();
    }

    public List<AddressFact> earlierAddresses() {
        return addresses.stream().filter(fact -> fact.supersededAt() != null).toList();
    }

    public @Nullable AddressFact address(AddressKind kind) {
        return currentAddresses().stream()
                .filter(fact -> fact.address().kind() == kind)
                .findFirst()
                .orElse(null);
    }

    public List<ContactWay> waysInUse() {
        return ways.stream().filter(way -> way.endedAt() == null).toList();
    }

    /// The household one would add a member to: one the person lives in today.
    public @Nullable Household household() {
        return households.stream().filter(this::livesIn).findFirst().orElse(null);
    }

    public boolean livesIn(Household household) {
        return household.members().stream()
                .anyMatch(member ->
                        id().equals(member.membership().person())
                                && member.membership().period().includes(today));
    }

    /// Sections that stand before the consents, or those after.
    public List<Section> sections(boolean before) {
        return sections.stream()
                .filter(placed -> placed.order() < BEFORE_CONSENTS == before)
                .map(Placed::section)
                .toList();
    }
}
