package se.bofast.demo;

import java.util.Optional;
import org.springframework.stereotype.Component;
import se.bofast.access.Actor;
import se.bofast.filing.DecidingLists;
import se.bofast.filing.ReadingUploads;
import se.bofast.filing.ReceivingFiles;
import se.bofast.filing.Upload;
import se.bofast.filing.UploadId;
import se.bofast.filing.UploadState;
import se.bofast.job.DoingAtOnce;
import se.bofast.job.JobId;
import se.bofast.kernel.HouseClock;

/// Reads a list in the way everybody does: file, columns, rows, receipt.
@Component
class PlayingLists {

    private final ReceivingFiles receiving;
    private final DecidingLists deciding;
    private final ReadingUploads uploads;
    private final DemoLandlords landlords;
    private final DoingAtOnce atOnce;

    PlayingLists(
            ReceivingFiles receiving,
            DecidingLists deciding,
            ReadingUploads uploads,
            DemoLandlords landlords,
            DoingAtOnce atOnce) {
        this.receiving = receiving;
        this.deciding = deciding;
        this.uploads = uploads;
        this.landlords = landlords;
        this.atOnce = atOnce;
    }

    /// Goes on where an interrupted run left the list. Within the actor's reach, outside any
    /// transaction and in the present.
    void play(Actor actor, DemoList list) {
        var id = received(actor, list).orElseGet(() -> receive(actor, list));
        for (var before = UploadState.REFUSED; ; ) {
            var upload = at(list, () -> uploads.view(actor, id).upload());
            if (upload.state() == before) {
                throw new IllegalStateException("the demo's list stays " + before);
            }
            before = upload.state();
            switch (upload.state()) {
                case READING, ACCEPTING -> atOnce.run(job(upload), list.at());
                case READY -> {
                    if (!list.taken()) {
                        return;
                    }
                    at(list, () -> deciding.accept(actor, id));
                }
                case MAPPING, ACCEPTED -> {
                    return;
                }
                case REFUSED, UNDOING, UNDONE, SET_ASIDE ->
                        throw new IllegalStateException("the demo's list is " + upload.state());
            }
        }
    }

    /// The list as an interrupted run left it: a workbook's bytes hold the moment they were
    /// written, so it is known by its name.
    private Optional<UploadId> received(Actor actor, DemoList list) {
        return at(list, () -> uploads.latest(actor)).stream()
                .filter(upload -> upload.fileName().equals(list.fileName()))
                .map(Upload::id)
                .findFirst();
    }

    private UploadId receive(Actor actor, DemoList list) {
        var sender = list.sender();
        return at(
                list,
                () ->
                        receiving
                                .receive(
                                        actor,
                                        list.kind(),
                                        sender == null
                                                ? "kronofogden"
                                                : landlords.id(sender).value().toString(),
                                        list.fileName(),
                                        list.file())
                                .id());
    }

    private static JobId job(Upload upload) {
        var job = upload.job();
        if (job == null) {
            throw new IllegalStateException("the demo's list has no work");
        }
        return job;
    }

    private static <T> T at(DemoList list, ScopedValue.CallableOp<T, RuntimeException> work) {
        return HouseClock.at(list.at(), work);
    }
}
