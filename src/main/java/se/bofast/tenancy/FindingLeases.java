package se.bofast.tenancy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.bofast.dwelling.Apartment;
import se.bofast.dwelling.ApartmentId;
import se.bofast.dwelling.Apartments;
import se.bofast.dwelling.DwellingId;
import se.bofast.dwelling.Dwellings;
import se.bofast.kernel.IdentityNumber;
import se.bofast.kernel.Money;
import se.bofast.kernel.PersonId;
import se.bofast.person.People;
import se.bofast.tenancy.LeaseLine.Cell;

/// Finds what a row of a list of leases is about: a lease the register has, a new one, or why it
/// can be neither.
@Component
class FindingLeases {

    sealed interface Found {

        /// The register has it.
        ///
        /// @param rent what the list says it costs from a day, and the register does not
        record There(Lease lease, @Nullable NewRent rent) implements Found {}

        /// @param apartment the board's, if it is one
        /// @param dwelling the home, if the register has it
        /// @param shared several households may rent there at a time
        record Fresh(
                @Nullable ApartmentId apartment,
                @Nullable DwellingId dwelling,
                LeaseLine.@Nullable Address address,
                boolean shared,
                List<PersonId> people)
                implements Found {

            /// What tells the home from others of the list.
            String home() {
                return apartment != null
                        ? apartment.toString()
                        : String.valueOf(dwelling != null ? dwelling : address);
            }

            /// True where not both rows can be right.
            boolean collides(LeaseLine one, LeaseLine other) {
                return overlap(one.terms(), other.terms())
                        && (apartment != null && !shared
                                || one.tenant().equals(other.tenant())
                                || one.tenant().equals(other.tenantToo()));
            }
        }

        record Wrong(Cell cell, String key) implements Found {}
    }

    record NewRent(LocalDate from, Money rent) {}

    private record Home(
            @Nullable Apartment apartment,
            @Nullable DwellingId dwelling,
            LeaseLine.@Nullable Address address) {}

    private final Leases leases;
    private final Rents rents;
    private final Apartments apartments;
    private final Dwellings dwellings;
    private final People people;

    FindingLeases(
            Leases leases, Rents rents, Apartments apartments, Dwellings dwellings, People people) {
        this.leases = leases;
        this.rents = rents;
        this.apartments = apartments;
        this.dwellings = dwellings;
        this.people = people;
    }

    Found find(LeaseLine line, Map<IdentityNumber, PersonId> known) {
        var renting = new ArrayList<PersonId>();
        var tenant = known.get(line.tenant());
        if (tenant == null) {
            return new Found.Wrong(line.cells().tenant(), "tenancy.import.unknownTenant");
        }
        renting.add(tenant);
        if (line.tenantToo() != null) {
            var too = known.get(line.tenantToo());
            if (too == null) {
                return new Found.Wrong(line.cells().tenantToo(), "tenancy.import.unknownTenant");
            }
            if (!too.equals(tenant)) {
                renting.add(too);
            }
        }
        // Linked or found by an earlier number: the same human under two rows is no two tenants.
        if (people.names(renting).size() != renting.size()) {
            return new Found.Wrong(line.cells().tenant(), "tenancy.import.unknownTenant");
        }
        var home = home(line);
        if (home.isEmpty()) {
            return new Found.Wrong(
                    line.cells().home(),
                    line.apartment() != null && apartments.byNumber(line.apartment()).isPresent()
                            ? "tenancy.import.notHeld"
                            : "tenancy.import.noApartment");
        }
        return in(home.get(), line, tenant, renting);
    }

    private Found in(Home home, LeaseLine line, PersonId tenant, List<PersonId> renting) {
        var apartment = home.apartment();
        var there = home.dwelling() == null ? List.<Lease>of() : leases.of(home.dwelling());
        var same =
                there.stream()
                        .filter(lease -> lease.terms().startOn().equals(line.terms().startOn()))
                        .filter(lease -> lease.people().contains(tenant))
                        .findFirst();
        if (same.isPresent()) {
            return again(same.get(), line, renting);
        }
        var theirs =
                there.stream()
                        .filter(lease -> lease.people().stream().anyMatch(renting::contains))
                        .anyMatch(lease -> overlap(lease.terms(), line.terms()));
        var let =
                apartment != null
                        && !apartment.details().shared()
                        && leases.lettings(apartment.id()).stream()
                                .anyMatch(other ->
                                        overlap(other.startOn(), other.endOn(), line.terms()));
        if (theirs || let) {
            return new Found.Wrong(line.cells().start(), "tenancy.import.overlaps");
        }
        return new Found.Fresh(
                apartment == null ? null : apartment.id(),
                home.dwelling(),
                home.address(),
                apartment != null && apartment.details().shared(),
                renting);
    }

    /// Empty where the board has no such apartment on the first day.
    private Optional<Home> home(LeaseLine line) {
        var first = line.terms().startOn();
        var sublet = line.terms().tenure().isSublet();
        if (line.apartment() != null) {
            return apartments
                    .byNumber(line.apartment(), first)
                    .map(it -> new Home(sublet ? it : null, it.dwelling(), null));
        }
        var address = Objects.requireNonNull(line.address(), "one of the two");
        var dwelling = dwellings.find(address.key(), address.apartment()).orElse(null);
        var held = dwelling == null ? null : apartments.of(dwelling, first).orElse(null);
        return Optional.of(new Home(sublet ? held : null, dwelling, address));
    }

    private Found again(Lease lease, LeaseLine line, List<PersonId> renting) {
        if (!lease.people().containsAll(renting) || !agree(lease.terms(), line.terms())) {
            return new Found.Wrong(line.cells().start(), "tenancy.import.differs");
        }
        if (line.rent() == null) {
            return new Found.There(lease, null);
        }
        var stands = rents.rents(List.of(lease.id())).getOrDefault(lease.id(), List.of());
        if (line.rentFrom() == null && !stands.isEmpty()) {
            // The list says what it costs and not since when: right if it ever cost that.
            return stands.stream().anyMatch(rent -> rent.amount().equals(line.rent()))
                    ? new Found.There(lease, null)
                    : new Found.Wrong(line.cells().rentFrom(), "tenancy.import.rentFromMissing");
        }
        var from = line.rentFrom() == null ? lease.terms().startOn() : line.rentFrom();
        RentLedger.Rent before = null;
        for (var rent : stands) {
            if (!rent.startOn().isAfter(from)) {
                before = rent;
            }
        }
        return new Found.There(
                lease,
                before != null && before.amount().equals(line.rent())
                        ? null
                        : new NewRent(from, line.rent()));
    }

    /// True where the list says nothing of the terms that the register says otherwise.
    private static boolean agree(LeaseTerms stands, LeaseTerms said) {
        return stands.tenure() == said.tenure()
                && (said.untilOn() == null || said.untilOn().equals(stands.untilOn()))
                && (said.endOn() == null || said.endOn().equals(stands.endOn()))
                && (said.endCause() == null
                        || said.endCause() == LeaseEnd.UNKNOWN
                        || said.endCause() == stands.endCause())
                && (said.noticeMonths() == null
                        || said.noticeMonths().equals(stands.noticeMonths()))
                && (said.letWithOthers() == null
                        || said.letWithOthers().equals(stands.letWithOthers()))
                && (said.waiverMadeOn() == null
                        || said.waiverMadeOn().equals(stands.waiverMadeOn())
                                && Objects.equals(said.waiverApproved(), stands.waiverApproved())
                                && Objects.equals(said.waiverUntil(), stands.waiverUntil()))
                && (said.landlordToldOn() == null
                        || said.landlordToldOn().equals(stands.landlordToldOn()));
    }

    private static boolean overlap(LeaseTerms one, LeaseTerms other) {
        return overlap(one.startOn(), one.endOn(), other);
    }

    private static boolean overlap(LocalDate start, @Nullable LocalDate end, LeaseTerms terms) {
        return (terms.endOn() == null || !start.isAfter(terms.endOn()))
                && (end == null || !end.isBefore(terms.startOn()));
    }
}
