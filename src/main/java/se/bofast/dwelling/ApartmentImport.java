package se.bofast.dwelling;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.bofast.access.Action;
import se.bofast.access.Actor;
import se.bofast.filing.ImportKind;
import se.bofast.filing.Outlook;

/// Reads a list of apartments and their rents in. What the register has already gets a new rent by
/// it and nothing else.
@Component
final class ApartmentImport implements ImportKind<ApartmentLine> {

    private static final Sender OWN = new Sender("own", "Eget register");

    private final TakingApartments taking;
    private final Landlords landlords;

    ApartmentImport(TakingApartments taking, Landlords landlords) {
        this.taking = taking;
        this.landlords = landlords;
    }

    @Override
    public String code() {
        return "apartments";
    }

    @Override
    public String nameKey() {
        return "dwelling.import.name";
    }

    @Override
    public String hintKey() {
        return "dwelling.import.hint";
    }

    @Override
    public Place place() {
        return new Place("dwelling.apartments.title", "/bostader");
    }

    @Override
    public Action action() {
        return Action.IMPORT_APARTMENTS;
    }

    @Override
    public List<Sender> senders() {
        var senders = new ArrayList<Sender>();
        senders.add(OWN);
        landlords.all().stream()
                .map(landlord -> new Sender(landlord.id().toString(), landlord.name()))
                .forEach(senders::add);
        return senders;
    }

    @Override
    public ApartmentRowReader reader() {
        return new ApartmentRowReader();
    }

    @Override
    public @Nullable String outlookKey(Outlook outlook) {
        return switch (outlook) {
            case KNOWN -> "dwelling.import.outlook.rent";
            case NEW -> "dwelling.import.outlook.new";
            case REPEATED -> "dwelling.import.outlook.same";
            case ASKED, NOBODY -> null;
        };
    }

    @Override
    public List<Foreseen> foresee(Reception reception, List<ReadRow<ApartmentLine>> rows) {
        return rows.stream()
                .map(row -> new Foreseen(taking.outlook(row.value()), List.of()))
                .toList();
    }

    @Override
    public List<Outcome> accept(
            Actor actor, Reception reception, List<ReadRow<ApartmentLine>> rows) {
        return taking.take(
                actor,
                OWN.key().equals(reception.sender().key())
                        ? null
                        : new LandlordId(UUID.fromString(reception.sender().key())),
                rows.stream().map(ReadRow::value).toList());
    }

    @Override
    public Set<UUID> worked(Collection<UUID> results) {
        return taking.worked(results);
    }

    @Override
    public void undo(Actor actor, List<UUID> results, String reason) {
        taking.takeBack(results);
    }

    @Override
    public String hrefOf(UUID result) {
        return "/bostader/" + taking.apartmentOf(result);
    }
}
