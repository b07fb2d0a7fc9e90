package se.bofast.dwelling.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.bofast.dwelling.Agreement;
import se.bofast.dwelling.AgreementDetails;
import se.bofast.dwelling.AgreementKind;
import se.bofast.dwelling.Apartment;
import se.bofast.dwelling.ApartmentDetails;
import se.bofast.dwelling.ApartmentKind;
import se.bofast.dwelling.ApartmentPlace;
import se.bofast.dwelling.LandlordId;
import se.bofast.kernel.Money;
import se.bofast.page.Form;

/// The fields of an apartment and of an agreement, read and filled the same way wherever they
/// stand.
final class ApartmentFields {

    private static final int LAST_FLOOR = 60;
    private static final int LEAST_SQUARE_METRES = 8;
    private static final int MOST_SQUARE_METRES = 500;
    private static final int MOST_ROOMS = 30;

    private ApartmentFields() {}

    /// What the form says of an apartment.
    record Written(
            ApartmentPlace place,
            ApartmentDetails details,
            LocalDate startOn,
            @Nullable Money rent) {}

    static Form filled(Apartment apartment) {
        var d = apartment.details();
        var p = apartment.place();
        return Form.empty()
                .with(Fields.SEEN, apartment.version())
                .with("number", d.number())
                .with("kind", d.kind())
                .with("street", p.street())
                .with("apartment", p.apartment())
                .with("postalCode", p.postalCode())
                .with("city", p.city())
                .with("landlord", p.landlord())
                .with("agreement", d.agreement())
                .with("rooms", p.rooms())
                .with("squareMetres", d.squareMetres())
                .with("mostPeople", d.mostPeople())
                .with("floor", d.floor())
                .with("lift", d.lift())
                .with("stepFree", d.stepFree())
                .with("wheelchair", d.wheelchair())
                .with("shared", d.shared() ? "yes" : null)
                .with("startOn", apartment.startOn())
                .with("note", d.note());
    }

    /// @param agreements those there are
    static Optional<Written> read(Form form, LocalDate today, List<Agreement> agreements) {
        var number = form.requiredText("number", 40, "dwelling.apartment.number.missing");
        var kind =
                form.requiredChoice("kind", ApartmentKind.class, "dwelling.apartment.kind.missing");
        var street = form.requiredText("street", 200, "dwelling.apartment.street.missing");
        if (street.isPresent() && !ApartmentPlace.isAddress(street.get())) {
            form.error("street", "dwelling.apartment.street.missing");
        }
        var apartment = form.text("apartment", 10);
        if (apartment.filter(text -> !text.matches("\\d{4}")).isPresent()) {
            form.error("apartment", "dwelling.apartment.apartment.wrong");
        }
        var postalCode = Fields.postalCode(form);
        var city = form.text("city", 100);
        var landlord = form.uuid("landlord").map(LandlordId::new);
        var agreement = agreement(form, agreements);
        if (agreement.isPresent()
                && landlord.filter(one -> !one.equals(agreement.get().landlord())).isPresent()) {
            form.error("agreement", "dwelling.apartment.agreement.other");
        }
        var rooms = form.wholeNumber("rooms", 1, MOST_ROOMS);
        var squareMetres =
                form.wholeNumber("squareMetres", LEAST_SQUARE_METRES, MOST_SQUARE_METRES);
        var mostPeople = form.wholeNumber("mostPeople", 1, MOST_ROOMS);
        var floor = form.wholeNumber("floor", -3, LAST_FLOOR);
        var startOn = form.requiredDate("startOn", today);
        var rent = rent(form);
        var note = form.text("note", 1000);
        if (form.hasErrors()
                || number.isEmpty()
                || kind.isEmpty()
                || street.isEmpty()
                || startOn.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                new Written(
                        new ApartmentPlace(
                                street.get(),
                                apartment.orElse(null),
                                postalCode,
                                city.orElse(null),
                                rooms.orElse(null),
                                agreement.map(Agreement::landlord).or(() -> landlord).orElse(null)),
                        new ApartmentDetails(
                                number.get(),
                                kind.get(),
                                agreement.map(Agreement::id).orElse(null),
                                floor.orElse(null),
                                form.yesNo("lift").orElse(null),
                                form.yesNo("stepFree").orElse(null),
                                form.yesNo("wheelchair").orElse(null),
                                squareMetres.orElse(null),
                                mostPeople.orElse(null),
                                form.check("shared"),
                                note.orElse(null)),
                        startOn.get(),
                        rent));
    }

    private static Optional<Agreement> agreement(Form form, List<Agreement> agreements) {
        var chosen = form.uuid("agreement");
        var found = chosen.flatMap(id -> find(agreements, id));
        if (chosen.isPresent() && found.isEmpty()) {
            form.error("agreement", "page.error.choice");
        }
        return found;
    }

    private static Optional<Agreement> find(List<Agreement> agreements, UUID id) {
        return agreements.stream().filter(one -> one.id().value().equals(id)).findFirst();
    }

    /// An amount to pay; null where nothing is written.
    static @Nullable Money rent(Form form) {
        var rent = form.money("rent");
        if (rent.filter(money -> money.compareTo(Money.ZERO) < 0).isPresent()) {
            form.error("rent", "dwelling.rent.negative");
        }
        return rent.orElse(null);
    }

    static Form filled(Agreement agreement) {
        var d = agreement.details();
        return Form.empty()
                .with(Fields.SEEN, agreement.version())
                .with("landlord", agreement.landlord())
                .with("kind", d.kind())
                .with("name", d.name())
                .with("yearlyQuota", d.yearlyQuota())
                .with("noticeMonths", d.noticeMonths())
                .with("waiverUntil", d.waiverUntil())
                .with("startOn", d.startOn())
                .with("endOn", d.endOn())
                .with("note", d.note());
    }

    static Optional<AgreementDetails> agreementDetails(Form form, LocalDate today) {
        var kind =
                form.requiredChoice("kind", AgreementKind.class, "dwelling.agreement.kind.missing");
        var name = form.requiredText("name", 120, "dwelling.agreement.name.missing");
        var quota = form.wholeNumber("yearlyQuota", 1, 10_000);
        if (kind.filter(one -> one == AgreementKind.YEARLY_QUOTA).isPresent()) {
            if (quota.isEmpty()) {
                form.error("yearlyQuota", "dwelling.agreement.quota.missing");
            }
        } else if (kind.isPresent() && quota.isPresent()) {
            form.error("yearlyQuota", "dwelling.agreement.quota.other");
        }
        var notice = form.wholeNumber("noticeMonths", 0, 24);
        var waiver = form.date("waiverUntil", today);
        var startOn = form.requiredDate("startOn", today);
        var endOn = form.date("endOn", today);
        if (startOn.isPresent() && endOn.filter(day -> day.isBefore(startOn.get())).isPresent()) {
            form.error("endOn", "dwelling.agreement.endOn.before");
        }
        var note = form.text("note", 1000);
        if (form.hasErrors() || kind.isEmpty() || name.isEmpty() || startOn.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                new AgreementDetails(
                        kind.get(),
                        name.get(),
                        quota.orElse(null),
                        notice.orElse(null),
                        waiver.orElse(null),
                        startOn.get(),
                        endOn.orElse(null),
                        note.orElse(null)));
    }
}
