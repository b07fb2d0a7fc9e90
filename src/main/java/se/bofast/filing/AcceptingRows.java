package se.bofast.filing;

import java.time.Clock;
import java.util.ArrayList;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import se.bofast.access.Actor;
import se.bofast.access.Actors;
import se.bofast.database.GrowingTables;
import se.bofast.database.HouseEyes;
import se.bofast.database.Reach;
import se.bofast.job.JobKind;
import se.bofast.job.JobProblem;
import se.bofast.job.JobRun;

/// Takes the chosen rows of a list in, all in one transaction: never half. Run twice, it finds the
/// list accepted and does nothing.
@Component
class AcceptingRows implements JobKind {

    static final String CODE = "list-accept";

    private final Uploads uploads;
    private final StagedRows rows;
    private final ImportKinds kinds;
    private final Actors actors;
    private final GrowingTables tables;
    private final TransactionTemplate transaction;
    private final HouseEyes eyes;
    private final Clock clock;

    AcceptingRows(
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
        var actor = actor(actors);
        actor.reach()
                .within(() -> {
                    transaction.executeWithoutResult(status ->
                            eyes.open(() -> {
                                accept(actor, id, run);
                                return id;
                            }));
                    return null;
                });
    }

    /// Who ordered the work, with what the appointments of today allow.
    static Actor actor(Actors actors) {
        var reach = Reach.current();
        var employee = reach.employee();
        if (employee == null) {
            throw new JobProblem("nobody");
        }
        return Reach.ofAccount(employee)
                .within(() -> actors.find(employee, reach.requiredBoard()))
                .orElseThrow(() -> new JobProblem("no-appointment"));
    }

    private void accept(Actor actor, UploadId id, JobRun run) {
        var upload = uploads.lock(id);
        if (upload.state() != UploadState.ACCEPTING) {
            return;
        }
        var kind = kinds.find(upload.kind()).orElseThrow(() -> new JobProblem("unknown-kind"));
        accept(actor, kind, upload, run);
    }

    private <T> void accept(Actor actor, ImportKind<T> kind, Upload upload, JobRun run) {
        var reception = upload.reception();
        var mapping =
                ColumnMapping.propose(upload.header(), kind.reader().fields())
                        .choosing(upload.choices());
        var reading = new RowReading<>(kind.reader(), mapping, reception.readOn());
        var all = upload.counts().chosen();
        var made = 0;
        var same = 0;
        var done = 0;
        var after = 0;
        var growth = new Growth(tables);
        while (true) {
            var batch = rows.chosen(upload.id(), after, growth.batch());
            if (batch.isEmpty()) {
                break;
            }
            after = batch.getLast().number();
            var good = new ArrayList<ImportKind.ReadRow<T>>(batch.size());
            var results =
                    Checked.by(
                            kind,
                            reception,
                            batch,
                            batch.parallelStream().map(reading::read).toList());
            for (var i = 0; i < batch.size(); i++) {
                var row = batch.get(i);
                switch (results.get(i)) {
                    case RowResult.Good<T>(var value) ->
                            good.add(new ImportKind.ReadRow<>(row.number(), value));
                    case RowResult.Bad<T>(var errors) ->
                            rows.worsened(upload.id(), row.number(), errors);
                }
            }
            var outcomes = kind.accept(actor, reception, good);
            rows.became(
                    upload.id(), good.stream().map(ImportKind.ReadRow::number).toList(), outcomes);
            var repeated = (int) outcomes.stream().filter(ImportKind.Outcome::same).count();
            same += repeated;
            made += outcomes.size() - repeated;
            done += batch.size();
            growth.grownTo(done);
            tell(run, done, all);
        }
        uploads.counted(upload.id(), UploadState.ACCEPTING);
        uploads.accepted(upload.id(), made, same, clock.instant());
    }

    /// Tells how far the work has come in a transaction of its own, since that of the work is seen
    /// by nobody until it ends.
    static void tell(JobRun run, long done, long all) {
        var reach = Reach.current();
        var failure = new java.util.concurrent.atomic.AtomicReference<RuntimeException>();
        try {
            Thread.ofVirtual()
                    .start(() -> {
                        try {
                            reach.within(() -> {
                                run.progress(done, all);
                                return null;
                            });
                        } catch (RuntimeException e) {
                            failure.set(e);
                        }
                    })
                    .join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
        var failed = failure.get();
        if (failed != null) {
            throw failed;
        }
    }
}
