package se.bofast.filing;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import se.bofast.access.Actor;
import se.bofast.access.Actors;
import se.bofast.database.GrowingTables;
import se.bofast.database.HouseEyes;
import se.bofast.job.JobKind;
import se.bofast.job.JobProblem;
import se.bofast.job.JobRun;

/// Takes back what a list became, all in one transaction, unless somebody has worked on any of it.
@Component
class UndoingRows implements JobKind {

    static final String CODE = "list-undo";

    private final Uploads uploads;
    private final StagedRows rows;
    private final ImportKinds kinds;
    private final Actors actors;
    private final GrowingTables tables;
    private final TransactionTemplate transaction;
    private final HouseEyes eyes;
    private final Clock clock;

    UndoingRows(
            Uploads uploads,
            StagedRows rows,
            ImportKinds kinds,
            Actors actors,
            GrowingTables tables,
            TransactionTemplate transaction,
            HouseEyes eyes,
            Clock clock) {
        this.uploads = uploads;
        this.rows = rows;
        this.kinds = kinds;
        this.actors = actors;
        this.tables = tables;
        this.transaction = transaction;
        this.eyes = eyes;
        this.clock = clock;
    }

    @Override
    public String code() {
        return CODE;
    }

    @Override
    public void run(JobRun run) {
        var id = new UploadId(run.uuid("upload"));
        var actor = AcceptingRows.actor(actors);
        actor.reach()
                .within(() -> {
                    transaction.executeWithoutResult(status ->
                            eyes.open(() -> {
                                undo(actor, id, run);
                                return id;
                            }));
                    return null;
                });
    }

    private void undo(Actor actor, UploadId id, JobRun run) {
        var upload = uploads.lock(id);
        var reason = upload.undoReason();
        if (upload.state() != UploadState.UNDOING || reason == null) {
            return;
        }
        var kind = kinds.find(upload.kind()).orElseThrow(() -> new JobProblem("unknown-kind"));
        if (workedOn(kind, rows, id)) {
            uploads.notUndone(id);
            return;
        }
        var after = 0;
        var done = 0;
        var growth = new Growth(tables);
        while (true) {
            var batch = rows.made(id, after, growth.batch());
            if (batch.isEmpty()) {
                break;
            }
            after = batch.getLast().number();
            kind.undo(actor, results(batch), reason);
            done += batch.size();
            growth.grownTo(done);
            AcceptingRows.tell(run, done, upload.counts().accepted());
        }
        rows.undone(id);
        uploads.undone(id, clock.instant());
    }

    /// Whether somebody has worked on anything the list became.
    static boolean workedOn(ImportKind<?> kind, StagedRows rows, UploadId id) {
        var after = 0;
        while (true) {
            var batch = rows.made(id, after, ReadingRows.BATCH);
            if (batch.isEmpty()) {
                return false;
            }
            if (!kind.worked(results(batch)).isEmpty()) {
                return true;
            }
            after = batch.getLast().number();
        }
    }

    private static List<UUID> results(List<StagedRows.Made> batch) {
        return batch.stream().map(StagedRows.Made::result).toList();
    }
}
