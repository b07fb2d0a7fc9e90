package se.bofast.dwelling;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.bofast.access.Access;
import se.bofast.access.Action;
import se.bofast.access.Actor;
import se.bofast.audit.Log;
import se.bofast.audit.LogEntry;
import se.bofast.dwelling.KeepingApartments.Keeping;
import se.bofast.filing.ImportKind.Outcome;
import se.bofast.filing.Outlook;
import se.bofast.kernel.FoldedText;

/// Takes rows of a list of apartments in, and back. What a row became is the new apartment, or the
/// new rent of one that the register had.
@Component
class TakingApartments {

    private static final String REASON = "Inläst lista";

    private final JdbcClient db;
    private final Apartments apartments;
    private final Agreements agreements;
    private final Landlords landlords;
    private final Dwellings dwellings;
    private final KeepingApartments keeping;
    private final ObjectProvider<ApartmentUse> uses;
    private final Access access;
    private final Log log;
    private final Clock clock;

    TakingApartments(
            JdbcClient db,
            Apartments apartments,
            Agreements agreements,
            Landlords landlords,
            Dwellings dwellings,
            KeepingApartments keeping,
            ObjectProvider<ApartmentUse> uses,
            Access access,
            Log log,
            Clock clock) {
        this.db = db;
        this.apartments = apartments;
        this.agreements = agreements;
        this.landlords = landlords;
        this.dwellings = dwellings;
        this.keeping = keeping;
        this.uses = uses;
        this.access = access;
        this.log = log;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public Outlook outlook(ApartmentLine line) {
        var known = known(line);
        if (known.isEmpty()) {
            return Outlook.NEW;
        }
        return saysNothingNew(known.get(), line) ? Outlook.REPEATED : Outlook.KNOWN;
    }

    /// The apartment in use with the number, or the one held at the address on any day from then.
    private Optional<ApartmentId> known(ApartmentLine line) {
        return apartments
                .byNumber(line.details().number())
                .or(() ->
                        dwellings
                                .find(line.place().key(), line.place().apartment())
                                .flatMap(dwelling -> heldFrom(dwelling, line.startOn())));
    }

    private Optional<ApartmentId> heldFrom(DwellingId dwelling, LocalDate day) {
        return db.sql(
                        """
                        select a.id from dwelling.apartment a
                        where a.board_id = framework.board_id() and a.dwelling_id = :dwelling
                          and a.end_cause is distinct from 'MISTAKE' and (a.end_on is null or a.end_on >= :day)
                        order by a.start_on desc limit 1
                        """)
                .param("dwelling", dwelling.value())
                .param("day", day)
                .query((rs, n) -> new ApartmentId(rs.getObject("id", UUID.class)))
                .optional();
    }

    private boolean saysNothingNew(ApartmentId known, ApartmentLine line) {
        var rent = line.rent();
        return rent == null
                || apartments.rentOn(known, rentFrom(line)).filter(rent::equals).isPresent();
    }

    private static LocalDate rentFrom(ApartmentLine line) {
        return Objects.requireNonNullElse(line.rentFrom(), line.startOn());
    }

    /// @param sender whose all apartments are that have no landlord in their row; null: nobody's
    @Transactional
    public List<Outcome> take(Actor actor, @Nullable LandlordId sender, List<ApartmentLine> lines) {
        access.require(actor, Action.IMPORT_APARTMENTS);
        var owners =
                landlords.ensureAll(
                        lines.stream()
                                .flatMap(line -> Stream.ofNullable(line.landlord()))
                                .distinct()
                                .toList());
        var all = agreements.all();
        var outcomes = new ArrayList<Outcome>(lines.size());
        for (var line : lines) {
            var known = known(line);
            if (known.isPresent()) {
                outcomes.add(again(known.get(), line));
                continue;
            }
            var named = line.landlord() == null ? null : owners.get(line.landlord());
            outcomes.add(fresh(line, named == null ? sender : named, all));
        }
        return outcomes;
    }

    private Outcome again(ApartmentId known, ApartmentLine line) {
        var rent = line.rent();
        if (rent == null || saysNothingNew(known, line)) {
            return new Outcome(known.value(), true, null);
        }
        return new Outcome(
                keeping.settingRent(Action.IMPORT_APARTMENTS, known, rentFrom(line), rent, REASON),
                false,
                null);
    }

    private Outcome fresh(
            ApartmentLine line, @Nullable LandlordId owner, List<Agreement> agreements) {
        var name = line.agreement();
        var under = name == null ? Optional.<Agreement>empty() : named(name, owner, agreements);
        var d = line.details();
        var place = line.place();
        var kept =
                keeping.registering(
                        Action.IMPORT_APARTMENTS,
                        new ApartmentPlace(
                                place.street(),
                                place.apartment(),
                                place.postalCode(),
                                place.city(),
                                place.rooms(),
                                owner == null
                                        ? under.map(Agreement::landlord).orElse(null)
                                        : owner),
                        new ApartmentDetails(
                                d.number(),
                                d.kind(),
                                under.map(Agreement::id).orElse(null),
                                d.floor(),
                                d.lift(),
                                d.stepFree(),
                                d.wheelchair(),
                                d.squareMetres(),
                                d.mostPeople(),
                                d.shared(),
                                // What the list calls an agreement nobody has entered is not lost.
                                name == null || under.isPresent() ? null : name),
                        line.startOn(),
                        null);
        if (!(kept instanceof Keeping.Kept(var id))) {
            throw new IllegalStateException("known and new at once");
        }
        if (line.rent() != null) {
            keeping.settingRent(Action.IMPORT_APARTMENTS, id, rentFrom(line), line.rent(), REASON);
        }
        return new Outcome(id.value(), false, null);
    }

    private static Optional<Agreement> named(
            String name, @Nullable LandlordId owner, List<Agreement> agreements) {
        return agreements.stream()
                .filter(one ->
                        FoldedText.of(one.details().name()).equals(FoldedText.of(name))
                                && (owner == null || one.landlord().equals(owner)))
                .findFirst();
    }

    /// Those somebody has worked on since.
    @Transactional(readOnly = true)
    public Set<UUID> worked(Collection<UUID> results) {
        var ids = results.toArray(UUID[]::new);
        var worked =
                new HashSet<>(
                        db.sql(
                                        """
                                        select a.id from dwelling.apartment a
                                        where a.board_id = framework.board_id() and a.id = any (:ids)
                                          and (a.version > 1
                                               or exists (select 1 from dwelling.apartment_key k
                                                          where k.board_id = a.board_id and k.apartment_id = a.id)
                                               or exists (select 1 from dwelling.inspection i
                                                          where i.board_id = a.board_id and i.apartment_id = a.id)
                                               or exists (select 1 from dwelling.apartment_room r
                                                          where r.board_id = a.board_id and r.apartment_id = a.id)
                                               or (select count(*) from dwelling.apartment_rent t
                                                   where t.board_id = a.board_id and t.apartment_id = a.id) > 1)
                                        union all
                                        select t.id from dwelling.apartment_rent t
                                        where t.board_id = framework.board_id() and t.id = any (:ids)
                                          and t.superseded_at is not null
                                        """)
                                .param("ids", ids)
                                .query(UUID.class)
                                .list());
        var asApartments = results.stream().map(ApartmentId::new).toList();
        uses.stream()
                .flatMap(use -> use.used(asApartments).stream())
                .map(ApartmentId::value)
                .forEach(worked::add);
        return worked;
    }

    /// The new were never held; what the rent was before holds again.
    @Transactional
    public void takeBack(List<UUID> results) {
        for (var result : results) {
            var apartment = apartments.find(new ApartmentId(result));
            if (apartment.isPresent()) {
                keeping.ending(
                        Action.IMPORT_APARTMENTS,
                        apartment.get().id(),
                        apartment.get().startOn(),
                        ApartmentEnd.MISTAKE);
            } else {
                takeRentBack(result);
            }
        }
    }

    private void takeRentBack(UUID rent) {
        var now = Timestamp.from(clock.instant());
        db.sql(
                        """
                        update dwelling.apartment_rent set superseded_at = :now
                        where board_id = framework.board_id() and id = :id and superseded_at is null
                        """)
                .param("now", now)
                .param("id", rent)
                .update();
        db.sql(
                        """
                        insert into dwelling.apartment_rent (board_id, area_id, id, apartment_id, start_on, rent_ore, recorded_at,
                            recorded_by, reason)
                        select b.board_id, b.area_id, :fresh, b.apartment_id, b.start_on, b.rent_ore, :now,
                            framework.account_id(), b.reason
                        from dwelling.apartment_rent t
                        join dwelling.apartment_rent b on b.board_id = t.board_id and b.apartment_id = t.apartment_id
                            and b.start_on = t.start_on and b.superseded_at = t.recorded_at and b.id <> t.id
                        where t.board_id = framework.board_id() and t.id = :id
                        order by b.id desc limit 1
                        """)
                .param("fresh", se.bofast.kernel.NewId.at(clock))
                .param("now", now)
                .param("id", rent)
                .update();
        log.record(
                LogEntry.of(Action.IMPORT_APARTMENTS)
                        .because("RENT_TAKEN_BACK")
                        .about(KeepingApartments.KIND, apartmentOf(rent).value()));
    }

    /// The apartment a row became, or whose rent.
    @Transactional(readOnly = true)
    public ApartmentId apartmentOf(UUID result) {
        return db.sql(
                        """
                        select t.apartment_id from dwelling.apartment_rent t
                        where t.board_id = framework.board_id() and t.id = :id
                        """)
                .param("id", result)
                .query((rs, n) -> new ApartmentId(rs.getObject("apartment_id", UUID.class)))
                .optional()
                .orElse(new ApartmentId(result));
    }
}
