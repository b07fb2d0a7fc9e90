package se.bofast.dwelling;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.bofast.access.Access;
import se.bofast.access.Action;
import se.bofast.access.Actor;
import se.bofast.audit.Log;
import se.bofast.audit.LogEntry;
import se.bofast.dwelling.Inspection.InspectionId;
import se.bofast.kernel.NewId;
import se.bofast.kernel.NotFound;
import se.bofast.letter.StoredFiles;
import se.bofast.letter.StoredFiles.OtherFile;

/// Writes inspections: what was seen of each part, with photos, until somebody signs it. Every
/// method logs.
@Component
public class KeepingInspections {

    /// What came of adding a photo.
    public sealed interface Adding {

        record Added(UUID photo) implements Adding {}

        record Refused(PhotoRefusal why) implements Adding {}

        /// It is signed, and nothing more goes into it.
        record Signed() implements Adding {}
    }

    private final JdbcClient db;
    private final Inspections inspections;
    private final StoredFiles files;
    private final Access access;
    private final Log log;
    private final Clock clock;

    KeepingInspections(
            JdbcClient db,
            Inspections inspections,
            StoredFiles files,
            Access access,
            Log log,
            Clock clock) {
        this.db = db;
        this.inspections = inspections;
        this.files = files;
        this.access = access;
        this.log = log;
        this.clock = clock;
    }

    /// @throws NotFound if there is no such apartment, or no such room in it
    @Transactional
    public InspectionId begin(Actor actor, ApartmentId apartment, Inspection.Seen seen) {
        access.require(actor, Action.CHANGE_APARTMENT);
        var id = new InspectionId(NewId.at(clock));
        var begun =
                db.sql(
                                """
                                insert into dwelling.inspection (board_id, area_id, id, apartment_id, room_id, kind, inspected_on,
                                    inspected_by, tenant_present, landlord_present, created_at, created_by)
                                select a.board_id, a.area_id, :id, a.id, :room, :kind, :on, :by, :tenant, :landlord, :now,
                                    framework.account_id()
                                from dwelling.apartment a
                                where a.board_id = framework.board_id() and a.id = :apartment
                                  and (cast(:room as uuid) is null or exists (
                                      select 1 from dwelling.apartment_room r
                                      where r.board_id = a.board_id and r.apartment_id = a.id and r.id = :room))
                                """)
                        .param("id", id.value())
                        .param("room", seen.roomId() == null ? null : seen.roomId().value())
                        .param("kind", seen.kind().name())
                        .param("on", seen.inspectedOn())
                        .param("by", seen.inspectedBy())
                        .param("tenant", seen.tenantPresent())
                        .param("landlord", seen.landlordPresent())
                        .param("now", Timestamp.from(clock.instant()))
                        .param("apartment", apartment.value())
                        .update();
        if (begun == 0) {
            throw new NotFound();
        }
        record(apartment, id, "INSPECTION_BEGUN");
        return id;
    }

    /// False if it is signed.
    @Transactional
    public boolean say(Actor actor, ApartmentId apartment, InspectionId id, Inspection.Said said) {
        access.require(actor, Action.CHANGE_APARTMENT);
        if (isSigned(apartment, id)) {
            return false;
        }
        db.sql(
                        """
                        insert into dwelling.inspection_remark (board_id, area_id, id, inspection_id, part, state, remark, payer,
                            cost_ore, written_at, written_by)
                        values (framework.board_id(), (framework.area_ids())[1], :id, :inspection, :part, :state, :remark,
                            :payer, :cost, :now, framework.account_id())
                        """)
                .param("id", NewId.at(clock))
                .param("inspection", id.value())
                .param("part", said.part())
                .param("state", said.state().name())
                .param("remark", said.remark())
                .param("payer", said.payer() == null ? null : said.payer().name())
                .param("cost", said.cost() == null ? null : said.cost().ore())
                .param("now", Timestamp.from(clock.instant()))
                .update();
        record(apartment, id, "INSPECTION_REMARK");
        return true;
    }

    /// Takes back what was said of a part; false if the inspection is signed.
    @Transactional
    public boolean unsay(Actor actor, ApartmentId apartment, InspectionId id, UUID remark) {
        access.require(actor, Action.CHANGE_APARTMENT);
        if (isSigned(apartment, id)) {
            return false;
        }
        db.sql(
                        """
                        update dwelling.inspection_remark set withdrawn_at = :now
                        where board_id = framework.board_id() and inspection_id = :inspection and id = :id
                          and withdrawn_at is null
                        """)
                .param("now", Timestamp.from(clock.instant()))
                .param("inspection", id.value())
                .param("id", remark)
                .update();
        record(apartment, id, "INSPECTION_REMARK_WITHDRAWN");
        return true;
    }

    /// What was wrong has been put right; also after the signing.
    @Transactional
    public void mended(
            Actor actor, ApartmentId apartment, InspectionId id, UUID remark, LocalDate on) {
        access.require(actor, Action.CHANGE_APARTMENT);
        isSigned(apartment, id);
        db.sql(
                        """
                        update dwelling.inspection_remark set mended_on = :on
                        where board_id = framework.board_id() and inspection_id = :inspection and id = :id
                          and withdrawn_at is null and mended_on is null
                        """)
                .param("on", on)
                .param("inspection", id.value())
                .param("id", remark)
                .update();
        record(apartment, id, "INSPECTION_REMARK_MENDED");
    }

    /// Adds a photo of a part, written anew by the house.
    @Transactional
    public Adding add(
            Actor actor, ApartmentId apartment, InspectionId id, String part, byte[] photo) {
        access.require(actor, Action.CHANGE_APARTMENT);
        if (isSigned(apartment, id)) {
            return new Adding.Signed();
        }
        return switch (PhotoReading.read(photo)) {
            case PhotoReading.Reading.Refused(var why) -> new Adding.Refused(why);
            case PhotoReading.Reading.Read read -> {
                var file = files.keep(read.jpeg(), OtherFile.JPEG);
                var added = NewId.at(clock);
                db.sql(
                                """
                                insert into dwelling.inspection_photo (board_id, area_id, id, inspection_id, file_id, part, width,
                                    height, added_at, added_by)
                                values (framework.board_id(), (framework.area_ids())[1], :id, :inspection, :file, :part, :width,
                                    :height, :now, framework.account_id())
                                """)
                        .param("id", added)
                        .param("inspection", id.value())
                        .param("file", file.value())
                        .param("part", part)
                        .param("width", read.width())
                        .param("height", read.height())
                        .param("now", Timestamp.from(clock.instant()))
                        .update();
                record(apartment, id, "INSPECTION_PHOTO");
                yield new Adding.Added(added);
            }
        };
    }

    /// Takes a photo out; false if the inspection is signed.
    @Transactional
    public boolean takeOut(Actor actor, ApartmentId apartment, InspectionId id, UUID photo) {
        access.require(actor, Action.CHANGE_APARTMENT);
        if (isSigned(apartment, id)) {
            return false;
        }
        db.sql(
                        """
                        update dwelling.inspection_photo set withdrawn_at = :now
                        where board_id = framework.board_id() and inspection_id = :inspection and id = :id
                          and withdrawn_at is null
                        """)
                .param("now", Timestamp.from(clock.instant()))
                .param("inspection", id.value())
                .param("id", photo)
                .update();
        record(apartment, id, "INSPECTION_PHOTO_WITHDRAWN");
        return true;
    }

    /// From now on it stands; false if it did already.
    @Transactional
    public boolean sign(Actor actor, ApartmentId apartment, InspectionId id) {
        access.require(actor, Action.CHANGE_APARTMENT);
        isSigned(apartment, id);
        var signed =
                db.sql(
                                """
                                update dwelling.inspection set signed_at = :now, signed_by = framework.account_id()
                                where board_id = framework.board_id() and id = :id and signed_at is null
                                """)
                        .param("now", Timestamp.from(clock.instant()))
                        .param("id", id.value())
                        .update();
        if (signed == 0) {
            return false;
        }
        record(apartment, id, "INSPECTION_SIGNED");
        return true;
    }

    /// The photo as JPEG. Logged: somebody has looked into a home.
    ///
    /// @throws NotFound if the inspection has no such photo
    @Transactional
    public byte[] look(Actor actor, ApartmentId apartment, InspectionId id, UUID photo) {
        access.require(actor, Action.SEE_APARTMENTS);
        if (inspections.find(apartment, id).isEmpty()) {
            throw new NotFound();
        }
        var file = inspections.file(id, photo).orElseThrow(NotFound::new);
        log.record(
                LogEntry.of(Action.SEE_APARTMENTS)
                        .because("INSPECTION_PHOTO")
                        .about(KeepingApartments.KIND, apartment.value()));
        return files.copy(file);
    }

    // Waits for whoever writes in it now, so that nothing is written after the signature.
    private boolean isSigned(ApartmentId apartment, InspectionId id) {
        return db.sql(
                        """
                        select signed_at is not null from dwelling.inspection
                        where board_id = framework.board_id() and apartment_id = :apartment and id = :id
                        for update
                        """)
                .param("apartment", apartment.value())
                .param("id", id.value())
                .query(Boolean.class)
                .optional()
                .orElseThrow(NotFound::new);
    }

    private void record(ApartmentId apartment, InspectionId id, String why) {
        log.record(
                LogEntry.of(Action.CHANGE_APARTMENT)
                        .because(why)
                        .about(KeepingApartments.KIND, apartment.value())
                        .changing(Map.of(), Map.of("inspection", id.toString())));
    }
}
