package se.bofast.filing;

import java.util.Collection;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.bofast.access.Access;
import se.bofast.access.Actor;
import se.bofast.audit.Log;
import se.bofast.audit.LogEntry;
import se.bofast.job.Jobs;

/// What a person decides about a list that has been read: which rows, read in, set aside, undo.
@Component
public class DecidingLists {

    /// What came of a decision.
    public enum Decided {
        DONE,
        /// The list had gone on meanwhile: somebody else was faster, or pressed before.
        TOO_LATE,
        /// No row is chosen.
        NOTHING_CHOSEN,
        /// Somebody has worked on what the list became.
        WORKED_ON
    }

    private final Uploads uploads;
    private final StagedRows rows;
    private final ImportKinds kinds;
    private final Access access;
    private final Jobs jobs;
    private final Log log;

    DecidingLists(
            Uploads uploads,
            StagedRows rows,
            ImportKinds kinds,
            Access access,
            Jobs jobs,
            Log log) {
        this.uploads = uploads;
        this.rows = rows;
        this.kinds = kinds;
        this.access = access;
        this.jobs = jobs;
        this.log = log;
    }

    private Upload locked(Actor actor, UploadId id) {
        var upload = uploads.lock(id);
        access.require(actor, kinds.named(upload.kind()).action());
        return upload;
    }

    private void logged(Upload upload, String what) {
        log.record(
                LogEntry.of(kinds.named(upload.kind()).action())
                        .because(what)
                        .about(ReceivingFiles.SUBJECT, upload.id().value()));
    }

    /// Of the good rows shown, only the taken ones are to be read in.
    @Transactional
    public Decided choose(
            Actor actor, UploadId id, Collection<Integer> shown, Collection<Integer> taken) {
        var upload = locked(actor, id);
        if (upload.state() != UploadState.READY) {
            return Decided.TOO_LATE;
        }
        rows.choose(id, shown, taken);
        uploads.counted(id, UploadState.READY);
        return Decided.DONE;
    }

    /// Has the chosen rows read in, by work that is seen on the list's page.
    @Transactional
    public Decided accept(Actor actor, UploadId id) {
        var upload = locked(actor, id);
        if (upload.state() != UploadState.READY) {
            return Decided.TOO_LATE;
        }
        if (upload.counts().chosen() == 0) {
            return Decided.NOTHING_CHOSEN;
        }
        var job = jobs.enqueue(AcceptingRows.CODE, Map.of("upload", id.value().toString()));
        uploads.work(id, UploadState.ACCEPTING, job, actor.id());
        logged(upload, "ACCEPT");
        return Decided.DONE;
    }

    /// The list is not to be read in. The file stays.
    @Transactional
    public Decided setAside(Actor actor, UploadId id) {
        var upload = locked(actor, id);
        if (upload.state() != UploadState.READY && upload.state() != UploadState.MAPPING) {
            return Decided.TOO_LATE;
        }
        uploads.become(id, UploadState.SET_ASIDE);
        logged(upload, "SET_ASIDE");
        return Decided.DONE;
    }

    /// Has everything the list became taken back, unless somebody has worked on any of it.
    @Transactional
    public Decided undo(Actor actor, UploadId id, String reason) {
        var upload = locked(actor, id);
        if (upload.state() != UploadState.ACCEPTED) {
            return Decided.TOO_LATE;
        }
        if (UndoingRows.workedOn(kinds.named(upload.kind()), rows, id)) {
            return Decided.WORKED_ON;
        }
        var job = jobs.enqueue(UndoingRows.CODE, Map.of("upload", id.value().toString()));
        uploads.work(id, UploadState.UNDOING, job, actor.id());
        uploads.willBeUndone(id, reason);
        logged(upload, "UNDO");
        return Decided.DONE;
    }

    /// Puts work that gave up back in the line.
    @Transactional
    public void tryAgain(Actor actor, UploadId id) {
        var upload = locked(actor, id);
        if (upload.state().isWorking() && upload.job() != null) {
            jobs.tryAgain(upload.job());
        }
    }
}
