package se.bofast.dwelling.web;

import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import se.bofast.dwelling.Landlord;
import se.bofast.dwelling.LandlordContact;
import se.bofast.dwelling.LandlordContact.Reached;
import se.bofast.dwelling.LandlordDetails;
import se.bofast.dwelling.LandlordKind;
import se.bofast.dwelling.LandlordText;
import se.bofast.dwelling.OrganisationNumber;
import se.bofast.page.Form;

/// The fields of a landlord and of a contact, read and filled the same way wherever they stand.
final class Fields {

    /// The hidden field that says which version the form was made from.
    static final String SEEN = "seen";

    private static final int MOST_VERSIONS = 1_000_000;
    private static final Pattern EMAIL = Pattern.compile("[^@\\s]+@[^@\\s.]+(?:\\.[^@\\s.]+)+");
    private static final Pattern PHONE = Pattern.compile("\\+?[\\d ()/-]{5,30}");

    private Fields() {}

    static Form filled(Landlord landlord) {
        var d = landlord.details();
        return Form.empty()
                .with(SEEN, landlord.version())
                .with("name", d.name())
                .with("kind", d.kind())
                .with("organisationNumber", d.organisationNumber())
                .with("street", d.street())
                .with("postalCode", d.postalCode())
                .with("city", d.city())
                .with("phone", d.phone())
                .with("email", d.email())
                .with("note", d.note());
    }

    static Form filled(LandlordContact contact) {
        var r = contact.reached();
        return Form.empty()
                .with(SEEN, contact.version())
                .with("name", r.name())
                .with("function", r.function())
                .with("phone", r.phone())
                .with("email", r.email());
    }

    static int seen(Form form) {
        return form.wholeNumber(SEEN, 0, MOST_VERSIONS).orElse(0);
    }

    static Optional<LandlordDetails> details(Form form) {
        var name = form.requiredText("name", 200, "dwelling.landlord.name.missing");
        if (name.isPresent() && LandlordText.key(name.get()).isEmpty()) {
            form.error("name", "dwelling.landlord.name.missing");
        }
        var kind =
                form.requiredChoice("kind", LandlordKind.class, "dwelling.landlord.kind.missing");
        var number = organisationNumber(form);
        var street = form.text("street", 200);
        var postalCode = postalCode(form);
        var city = form.text("city", 100);
        var phone = phone(form);
        var email = email(form);
        var note = form.text("note", 1000);
        if (form.hasErrors() || name.isEmpty() || kind.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                new LandlordDetails(
                        name.get(),
                        kind.get(),
                        number,
                        street.orElse(null),
                        postalCode,
                        city.orElse(null),
                        phone,
                        email,
                        note.orElse(null)));
    }

    static Optional<Reached> reached(Form form) {
        var name = form.requiredText("name", 200, "dwelling.contact.name.missing");
        var function = form.text("function", 100);
        var phone = phone(form);
        var email = email(form);
        if (form.hasErrors() || name.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Reached(name.get(), function.orElse(null), phone, email));
    }

    private static @Nullable String organisationNumber(Form form) {
        var typed = form.text("organisationNumber", 20);
        if (typed.isEmpty()) {
            return null;
        }
        return switch (OrganisationNumber.read(typed.get())) {
            case OrganisationNumber.Reading.Read(var number) -> number.text();
            case OrganisationNumber.Reading.Wrong(var why) -> {
                form.error(
                        "organisationNumber",
                        switch (why) {
                            case NOT_TEN_DIGITS -> "dwelling.landlord.number.notTen";
                            case PERSONAL_NUMBER -> "dwelling.landlord.number.personal";
                            case CHECK_DIGIT -> "dwelling.landlord.number.check";
                        });
                yield null;
            }
        };
    }

    static @Nullable String postalCode(Form form) {
        var typed = form.text("postalCode", 10).map(text -> text.replaceAll("\\s", ""));
        if (typed.filter(text -> !text.matches("\\d{5}")).isPresent()) {
            form.error("postalCode", "dwelling.landlord.postalCode.wrong");
        }
        return typed.orElse(null);
    }

    private static @Nullable String phone(Form form) {
        var typed = form.text("phone", 40);
        if (typed.filter(text -> !PHONE.matcher(text).matches()).isPresent()) {
            form.error("phone", "dwelling.phone.wrong");
        }
        return typed.orElse(null);
    }

    private static @Nullable String email(Form form) {
        var typed = form.text("email", 200);
        if (typed.filter(text -> !EMAIL.matcher(text).matches()).isPresent()) {
            form.error("email", "dwelling.email.wrong");
        }
        return typed.orElse(null);
    }
}
