package se.bofast.filing;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.bofast.access.Access;
import se.bofast.access.Actor;
import se.bofast.audit.Log;
import se.bofast.audit.LogEntry;
import se.bofast.filing.ColumnMapping.Fit;
import se.bofast.job.Jobs;
import se.bofast.kernel.HouseClock;
import se.bofast.kernel.NewId;
import se.bofast.kernel.NotFound;

/// Takes a list that came as a file: keeps it, finds out what it is, and has it read when the
/// columns are clear.
@Component
public class ReceivingFiles {

    /// The kind of subject a list is, in the log.
    public static final String SUBJECT = "upload";

    /// What came of a file.
    public sealed interface Receiving {

        UploadId id();

        record Received(UploadId id) implements Receiving {}

        /// The same file of the same kind from the same sender lives already: same receipt.
        record SameAsBefore(UploadId id) implements Receiving {}
    }

    private final Uploads uploads;
    private final StagedRows rows;
    private final ImportKinds kinds;
    private final Access access;
    private final Jobs jobs;
    private final Log log;
    private final Clock clock;

    ReceivingFiles(
            Uploads uploads,
            StagedRows rows,
            ImportKinds kinds,
            Access access,
            Jobs jobs,
            Log log,
            Clock clock) {
        this.uploads = uploads;
        this.rows = rows;
        this.kinds = kinds;
        this.access = access;
        this.jobs = jobs;
        this.log = log;
        this.clock = clock;
    }

    /// Keeps the file and starts reading it, or waits for somebody to say what its columns mean. A
    /// file that is no list is kept too, and refused with a reason.
    ///
    /// @param fileName as the sender named it, for showing only
    /// @throws NotFound if there is no such kind or sender
    @Transactional
    public Receiving receive(
            Actor actor, String kindCode, String senderKey, String fileName, byte[] file) {
        var kind = kinds.named(kindCode);
        access.require(actor, kind.action());
        var sender =
                kind.senders().stream()
                        .filter(s -> s.key().equals(senderKey))
                        .findFirst()
                        .orElseThrow(NotFound::new);
        var at = clock.instant();
        var stored = uploads.keep(NewId.at(clock), FileHash.of(file), file, at);
        var before = uploads.live(stored, kindCode, senderKey);
        if (before.isPresent()) {
            return new Receiving.SameAsBefore(before.get());
        }
        var id = new UploadId(NewId.at(clock));
        var fields = kind.reader().fields();
        var opening = new SheetReading(SheetLimits.USUAL).open(file, fields);
        var mapping =
                switch (opening) {
                    case SheetReading.Opening.Opened(var sheet) -> {
                        var proposed = ColumnMapping.propose(sheet.header(), fields);
                        yield uploads.remembered(kindCode, senderKey, proposed.key())
                                .map(proposed::choosing)
                                .orElse(proposed);
                    }
                    case SheetReading.Opening.Refused refused ->
                            ColumnMapping.propose(List.of(), fields);
                };
        var upload =
                new Upload(
                        id,
                        stored,
                        kindCode,
                        sender,
                        shortened(fileName),
                        opening instanceof SheetReading.Opening.Refused
                                ? UploadState.REFUSED
                                : UploadState.MAPPING,
                        opening instanceof SheetReading.Opening.Refused(var refusal)
                                ? refusal
                                : null,
                        opening instanceof SheetReading.Opening.Opened(var sheet)
                                ? sheet.understood()
                                : null,
                        opening instanceof SheetReading.Opening.Opened(var sheet)
                                ? sheet.header()
                                : List.of(),
                        mapping.choices(),
                        null,
                        new Upload.Counts(
                                opening instanceof SheetReading.Opening.Opened(var sheet)
                                        ? sheet.understood().rowCount()
                                        : 0,
                                0,
                                0,
                                0,
                                0,
                                0,
                                0,
                                0),
                        null,
                        at,
                        actor.id(),
                        null,
                        null,
                        null,
                        null,
                        null);
        if (!uploads.insert(upload)) {
            return new Receiving.SameAsBefore(
                    uploads.live(stored, kindCode, senderKey).orElseThrow(NotFound::new));
        }
        log.record(LogEntry.of(kind.action()).because("RECEIVED").about(SUBJECT, id.value()));
        if (upload.state() == UploadState.MAPPING && isClear(mapping)) {
            read(id, mapping);
        }
        return new Receiving.Received(id);
    }

    /// Clear enough to be read without asking: what must be there is, and nothing is only near.
    private static boolean isClear(ColumnMapping mapping) {
        return mapping.isReady()
                && mapping.columns().stream().noneMatch(column -> column.fit() == Fit.NEAR);
    }

    private void read(UploadId id, ColumnMapping mapping) {
        var job = jobs.enqueue(ReadingRows.CODE, Map.of("upload", id.value().toString()));
        uploads.read(id, mapping.choices(), HouseClock.today(clock), job);
    }

    private static String shortened(String fileName) {
        var name = fileName.replaceAll("\\p{Cntrl}", "").replaceFirst(".*[/\\\\]", "").strip();
        return name.length() > 200 ? name.substring(0, 200) : name;
    }

    /// What came of saying what the columns mean.
    public sealed interface Mapped {
        record Reading() implements Mapped {}

        /// Fields that must have a column and have none, or have several.
        record NotClear(List<Field> missing, List<Field> doubled) implements Mapped {}

        /// The list has gone on meanwhile.
        record TooLate() implements Mapped {}
    }

    /// Reads the list with the columns as chosen, and remembers them for the sender's next list
    /// with the same column names. What had been read of it is read anew.
    @Transactional
    public Mapped choose(Actor actor, UploadId id, Map<Integer, String> choices) {
        var upload = uploads.lock(id);
        var kind = kinds.named(upload.kind());
        access.require(actor, kind.action());
        if (upload.state() != UploadState.MAPPING && upload.state() != UploadState.READY) {
            return new Mapped.TooLate();
        }
        var mapping =
                ColumnMapping.propose(upload.header(), kind.reader().fields()).choosing(choices);
        if (!mapping.isReady()) {
            return new Mapped.NotClear(mapping.missing(), mapping.doubled());
        }
        uploads.remember(
                upload.kind(),
                upload.sender().key(),
                mapping.key(),
                mapping.choices(),
                actor.id(),
                clock.instant());
        rows.clear(id);
        log.record(LogEntry.of(kind.action()).because("COLUMNS").about(SUBJECT, id.value()));
        read(id, mapping);
        return new Mapped.Reading();
    }
}
