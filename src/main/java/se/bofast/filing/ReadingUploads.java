package se.bofast.filing;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.bofast.access.Access;
import se.bofast.access.Actor;
import se.bofast.access.Units;
import se.bofast.audit.Log;
import se.bofast.audit.LogEntry;
import se.bofast.database.HouseEyes;
import se.bofast.job.JobState;
import se.bofast.job.Jobs;
import se.bofast.kernel.Conflict;
import se.bofast.kernel.EmployeeId;
import se.bofast.kernel.NotFound;
import se.bofast.page.PageKey;
import se.bofast.page.Slice;

/// Shows received lists, for the pages of this room.
@Component
public class ReadingUploads {

    /// A list as its page shows it.
    ///
    /// @param workedOn true if it can no longer be undone
    public record View(
            Upload upload,
            ImportKind<?> kind,
            ColumnMapping mapping,
            @Nullable JobState work,
            Map<EmployeeId, String> names,
            boolean workedOn) {}

    /// Which rows are looked at.
    public enum Rows {
        BAD,
        ASKED,
        GOOD
    }

    private final Uploads uploads;
    private final StagedRows rows;
    private final ImportKinds kinds;
    private final Access access;
    private final Units units;
    private final Jobs jobs;
    private final Log log;
    private final HouseEyes eyes;

    ReadingUploads(
            Uploads uploads,
            StagedRows rows,
            ImportKinds kinds,
            Access access,
            Units units,
            Jobs jobs,
            Log log,
            HouseEyes eyes) {
        this.uploads = uploads;
        this.rows = rows;
        this.kinds = kinds;
        this.access = access;
        this.units = units;
        this.jobs = jobs;
        this.log = log;
        this.eyes = eyes;
    }

    private Upload required(Actor actor, UploadId id) {
        var upload = uploads.find(id).orElseThrow(NotFound::new);
        access.require(actor, kinds.named(upload.kind()).action());
        return upload;
    }

    /// The list without its rows.
    ///
    /// @throws NotFound if there is no such list
    @Transactional(readOnly = true)
    public View view(Actor actor, UploadId id) {
        var upload = required(actor, id);
        var kind = kinds.named(upload.kind());
        var mapping =
                ColumnMapping.propose(upload.header(), kind.reader().fields())
                        .choosing(upload.readOn() == null ? Map.of() : upload.choices());
        return new View(
                upload,
                kind,
                mapping,
                upload.job() == null ? null : jobs.find(upload.job()).orElse(null),
                units.names(
                        java.util.stream.Stream.of(
                                        Optional.of(upload.receivedBy()),
                                        Optional.ofNullable(upload.acceptedBy()),
                                        Optional.ofNullable(upload.undoneBy()))
                                .flatMap(Optional::stream)
                                .toList()),
                upload.state() == UploadState.ACCEPTED && UndoingRows.workedOn(kind, rows, id));
    }

    /// A page of its rows; on record.
    @Transactional
    public Slice<UploadRow> rows(Actor actor, UploadId id, Rows which, Optional<PageKey> from) {
        var upload = required(actor, id);
        log.record(
                LogEntry.of(kinds.named(upload.kind()).action())
                        .because("SEE_ROWS")
                        .about(ReceivingFiles.SUBJECT, id.value()));
        return rows.page(
                id,
                switch (which) {
                    case BAD -> StagedRows.Which.BAD;
                    case ASKED -> StagedRows.Which.ASKED;
                    case GOOD -> StagedRows.Which.GOOD;
                },
                from);
    }

    /// All wrong rows, to be written to a file and mended; on record.
    @Transactional
    public List<BadRows.BadRow> bad(Actor actor, UploadId id) {
        var upload = required(actor, id);
        log.record(
                LogEntry.of(kinds.named(upload.kind()).action())
                        .because("FETCH_BAD_ROWS")
                        .about(ReceivingFiles.SUBJECT, id.value()));
        return rows.bad(id).stream()
                .map(row -> new BadRows.BadRow(row.row(), row.errors()))
                .toList();
    }

    /// The file as it came; on record.
    ///
    /// @throws Conflict if it names somebody the actor may not see
    @Transactional
    public byte[] file(Actor actor, UploadId id) {
        var upload = required(actor, id);
        if (rows.count(id) != eyes.open(() -> rows.count(id))) {
            throw new Conflict("filing.file.hidden");
        }
        log.record(
                LogEntry.of(kinds.named(upload.kind()).action())
                        .because("FETCH_FILE")
                        .about(ReceivingFiles.SUBJECT, id.value()));
        return uploads.content(upload.file());
    }

    /// The latest lists of the kinds the actor may use.
    @Transactional(readOnly = true)
    public List<Upload> latest(Actor actor) {
        return uploads.latest(kinds.of(actor).stream().map(ImportKind::code).toList(), 30);
    }
}
