package se.bofast.debt.web;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import se.bofast.debt.Creditor;
import se.bofast.dwelling.LandlordId;
import se.bofast.dwelling.Landlords;
import se.bofast.page.Choice;
import se.bofast.page.Form;

/// The two fields that say whom the money is owed to: a landlord of the register, or a name.
@Component
class CreditorFields {

    static final int LONGEST = 200;

    private final Landlords landlords;

    CreditorFields(Landlords landlords) {
        this.landlords = landlords;
    }

    List<Choice> choices() {
        return landlords.all().stream()
                .map(l -> Choice.of(l.id().value().toString(), l.name()))
                .toList();
    }

    /// Reads one of the two; both or none is an error of the form.
    Optional<Creditor> read(Form form) {
        var landlord = form.uuid("landlord").map(LandlordId::new);
        var name = form.text("creditor", LONGEST);
        if (form.error("landlord").isPresent() || form.error("creditor").isPresent()) {
            return Optional.empty();
        }
        if (landlord.isPresent() && name.isPresent()) {
            form.error("creditor", "debt.creditor.both");
            return Optional.empty();
        }
        if (landlord.isPresent()) {
            var known = landlords.names(List.of(landlord.get())).get(landlord.get());
            if (known == null) {
                form.error("landlord", "page.error.choice");
                return Optional.empty();
            }
            return Optional.of(new Creditor.OfRegister(known.id(), known.name()));
        }
        if (name.isEmpty()) {
            form.error("creditor", "debt.creditor.missing");
        }
        return name.map(Creditor.Named::new);
    }
}
