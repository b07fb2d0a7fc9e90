package se.bofast.filing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import se.bofast.HouseTest;
import se.bofast.TestHouse.Boards;
import se.bofast.TestHouse.TestBoard;
import se.bofast.access.Actor;
import se.bofast.job.JobId;
import se.bofast.job.JobRun;

/// Work killed on the way goes on where its transactions left it, and nothing comes in twice.
@HouseTest
class InterruptedReadingTest {

    private final Boards boards;
    private final ReceivingFiles receiving;
    private final DecidingLists deciding;
    private final ReadingRows readingRows;
    private final AcceptingRows acceptingRows;
    private final ReadingUploads reading;

    InterruptedReadingTest(
            Boards boards,
            ReceivingFiles receiving,
            DecidingLists deciding,
            ReadingRows readingRows,
            AcceptingRows acceptingRows,
            ReadingUploads reading) {
        this.boards = boards;
        this.receiving = receiving;
        this.deciding = deciding;
        this.readingRows = readingRows;
        this.acceptingRows = acceptingRows;
        this.reading = reading;
    }

    /// Work that is killed when it tells of its n:th piece.
    private static final class Killed implements JobRun {

        private final UploadId upload;
        private int left;

        Killed(UploadId upload, int left) {
            this.upload = upload;
            this.left = left;
        }

        @Override
        public JobId id() {
            return new JobId(new UUID(0, 1));
        }

        @Override
        public Map<String, String> payload() {
            return Map.of("upload", upload.value().toString());
        }

        @Override
        public long doneBefore() {
            return 0;
        }

        @Override
        public void progress(long done, long all) {
            if (--left == 0) {
                throw new IllegalStateException("killed");
            }
        }
    }

    private static byte[] list(int rows) {
        var text = new StringBuilder("Namn;Adress;Belopp;Målnr\n");
        for (var i = 0; i < rows; i++) {
            text.append("Person Prov;Provgatan ")
                    .append(i)
                    .append(";100;K-")
                    .append(i)
                    .append('\n');
        }
        return text.toString().getBytes(UTF_8);
    }

    private UploadId received(TestBoard board, Actor coordinator) {
        return board.as(
                        coordinator,
                        () ->
                                receiving.receive(
                                        coordinator,
                                        "payment-orders",
                                        "kronofogden",
                                        "lista.csv",
                                        list(2500)))
                .id();
    }

    private Upload upload(TestBoard board, Actor coordinator, UploadId id) {
        return board.as(coordinator, () -> reading.view(coordinator, id).upload());
    }

    private static Integer count(TestBoard board, Actor coordinator, String table) {
        return board.ask(
                coordinator,
                sql ->
                        sql.sql(
                                        table.equals("rows")
                                                ? """
                                                select count(*) from filing.upload_row
                                                where board_id = framework.board_id()
                                                """
                                                : """
                                                select count(*) from intake.v_signal
                                                where board_id = framework.board_id()
                                                """)
                                .query(Integer.class)
                                .single());
    }

    private static void run(
            TestBoard board, Actor coordinator, se.bofast.job.JobKind kind, JobRun run) {
        board.<Boolean>as(
                coordinator,
                () -> {
                    kind.run(run);
                    return true;
                });
    }

    @Test
    void reading_goes_on_after_the_last_row_staged() {
        var board = boards.make();
        var coordinator = board.coordinator();
        var id = received(board, coordinator);
        assertThatThrownBy(() -> run(board, coordinator, readingRows, new Killed(id, 2)))
                .hasMessage("killed");
        assertThat(count(board, coordinator, "rows")).isEqualTo(2000);
        assertThat(upload(board, coordinator, id).state()).isEqualTo(UploadState.READING);

        run(board, coordinator, readingRows, new Killed(id, 0));
        assertThat(count(board, coordinator, "rows")).isEqualTo(2500);
        assertThat(upload(board, coordinator, id).counts().good()).isEqualTo(2500);
        assertThat(upload(board, coordinator, id).state()).isEqualTo(UploadState.READY);
    }

    @Test
    void accepting_is_all_or_nothing_and_safe_to_run_twice() {
        var board = boards.make();
        var coordinator = board.coordinator();
        var id = received(board, coordinator);
        run(board, coordinator, readingRows, new Killed(id, 0));
        board.as(coordinator, () -> deciding.accept(coordinator, id));

        assertThatThrownBy(() -> run(board, coordinator, acceptingRows, new Killed(id, 2)))
                .hasMessage("killed");
        assertThat(count(board, coordinator, "signals")).isZero();
        assertThat(upload(board, coordinator, id).state()).isEqualTo(UploadState.ACCEPTING);

        run(board, coordinator, acceptingRows, new Killed(id, 0));
        run(board, coordinator, acceptingRows, new Killed(id, 0));
        assertThat(count(board, coordinator, "signals")).isEqualTo(2500);
        assertThat(upload(board, coordinator, id).counts().accepted()).isEqualTo(2500);
        assertThat(List.of(UploadState.ACCEPTED)).contains(upload(board, coordinator, id).state());
    }
}
