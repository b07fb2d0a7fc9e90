package se.bofast.filing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import se.bofast.filing.StagedRows.Staged;
import se.bofast.job.JobKind;
import se.bofast.job.JobProblem;
import se.bofast.job.JobRun;

/// Reads the rows of a received list into the staging table, a thousand a transaction. Killed on
/// the way, it goes on after the last row staged.
@Component
class ReadingRows implements JobKind {

    static final String CODE = "list-read";
    static final int BATCH = 1000;

    private final Uploads uploads;
    private final StagedRows rows;
    private final ImportKinds kinds;
    private final TransactionTemplate transaction;

    ReadingRows(
            Uploads uploads, StagedRows rows, ImportKinds kinds, TransactionTemplate transaction) {
        this.uploads = uploads;
        this.rows = rows;
        this.kinds = kinds;
        this.transaction = transaction;
    }

    @Override
    public String code() {
        return CODE;
    }

    /// What is needed to begin, or to go on.
    private record Start(Upload upload, byte[] content, int staged) {}

    @Override
    public void run(JobRun run) {
        var id = new UploadId(run.uuid("upload"));
        var start =
                Optional.ofNullable(transaction.execute(status -> start(id)))
                        .flatMap(found -> found)
                        .filter(found -> found.upload().state() == UploadState.READING);
        if (start.isPresent()) {
            var kind =
                    kinds.find(start.get().upload().kind())
                            .orElseThrow(() -> new JobProblem("unknown-kind"));
            read(kind, start.get(), run);
        }
    }

    private Optional<Start> start(UploadId id) {
        return uploads.find(id)
                .map(upload -> new Start(upload, uploads.content(upload.file()), rows.last(id)));
    }

    private <T> void read(ImportKind<T> kind, Start start, JobRun run) {
        var upload = start.upload();
        var reception = upload.reception();
        var fields = kind.reader().fields();
        var sheet =
                switch (new SheetReading(SheetLimits.USUAL).open(start.content(), fields)) {
                    case SheetReading.Opening.Opened(var opened) -> opened;
                    case SheetReading.Opening.Refused refused -> throw new JobProblem("unreadable");
                };
        var mapping = ColumnMapping.propose(sheet.header(), fields).choosing(upload.choices());
        var reading = new RowReading<>(kind.reader(), mapping, reception.readOn());
        var all = sheet.understood().rowCount();
        var done = 0;
        try (var source = sheet.rows()) {
            var batch = new ArrayList<Row>(BATCH);
            while (source.hasNext()) {
                var row = source.next();
                done++;
                if (row.number() > start.staged()) {
                    batch.add(row);
                }
                if (batch.size() == BATCH) {
                    stage(kind, reception, reading, batch);
                    run.progress(done, all);
                    batch.clear();
                }
            }
            if (!batch.isEmpty()) {
                stage(kind, reception, reading, batch);
            }
        }
        transaction.executeWithoutResult(status -> {
            rows.markRepeated(upload.id());
            uploads.counted(upload.id(), UploadState.READY);
        });
        run.progress(all, all);
    }

    private <T> void stage(
            ImportKind<T> kind,
            ImportKind.Reception reception,
            RowReading<T> reading,
            List<Row> batch) {
        transaction.executeWithoutResult(status -> {
            rows.stage(reception.upload(), judged(kind, reception, reading, batch));
        });
    }

    private static <T> List<Staged> judged(
            ImportKind<T> kind,
            ImportKind.Reception reception,
            RowReading<T> reading,
            List<Row> batch) {
        var results =
                Checked.by(
                        kind, reception, batch, batch.parallelStream().map(reading::read).toList());
        var good = new ArrayList<ImportKind.ReadRow<T>>();
        for (var i = 0; i < batch.size(); i++) {
            if (results.get(i) instanceof RowResult.Good<T>(var value)) {
                good.add(new ImportKind.ReadRow<>(batch.get(i).number(), value));
            }
        }
        var outlooks =
                good.isEmpty() ? List.<ImportKind.Foreseen>of() : kind.foresee(reception, good);
        var staged = new ArrayList<Staged>(batch.size());
        var next = 0;
        for (var i = 0; i < batch.size(); i++) {
            var row = batch.get(i);
            var hash = RowHash.of(reading.mapped(row)).value();
            staged.add(
                    switch (results.get(i)) {
                        case RowResult.Good<T> fine -> {
                            var foreseen = outlooks.get(next++);
                            yield new Staged(
                                    row, hash, foreseen.outlook(), List.of(), foreseen.about());
                        }
                        case RowResult.Bad<T>(var errors) ->
                                new Staged(row, hash, null, errors, List.of());
                    });
        }
        return staged;
    }
}
