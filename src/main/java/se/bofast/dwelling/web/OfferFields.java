package se.bofast.dwelling.web;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.bofast.dwelling.ApartmentPlace;
import se.bofast.dwelling.LandlordId;
import se.bofast.page.Form;

/// The address of an apartment, read the same way wherever it stands.
final class OfferFields {

    private static final int MOST_ROOMS = 30;

    private OfferFields() {}

    static Form filled(Form form, ApartmentPlace place) {
        return form.with("street", place.street())
                .with("apartment", place.apartment())
                .with("postalCode", place.postalCode())
                .with("city", place.city())
                .with("rooms", place.rooms());
    }

    static Optional<ApartmentPlace> place(Form form, @Nullable LandlordId landlord) {
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
        var rooms = form.wholeNumber("rooms", 1, MOST_ROOMS);
        return form.hasErrors() || street.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new ApartmentPlace(
                                street.get(),
                                apartment.orElse(null),
                                postalCode,
                                city.orElse(null),
                                rooms.orElse(null),
                                landlord));
    }
}
