package se.bofast.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.support.TransactionTemplate;
import se.bofast.HouseTest;
import se.bofast.TestHouse.Boards;
import se.bofast.TestHouse.TestBoard;
import se.bofast.database.DatabaseAddress;
import se.bofast.database.Reach;

/// The log under its seals, and somebody with a key to the database who would rather it said
/// something else.
@HouseTest
class SealedLogTest {

    private enum Done {
        LOOKED,
        WROTE
    }

    private final Boards boards;
    private final Log log;
    private final SealingLog sealing;
    private final SealRunner runner;
    private final TransactionTemplate transaction;
    private final DatabaseAddress address;

    SealedLogTest(
            Boards boards,
            Log log,
            SealingLog sealing,
            SealRunner runner,
            TransactionTemplate transaction,
            DatabaseAddress address) {
        this.boards = boards;
        this.log = log;
        this.sealing = sealing;
        this.runner = runner;
        this.transaction = transaction;
        this.address = address;
    }

    private interface Deed {
        void by(Connection owner) throws SQLException;
    }

    private final class At {
        final TestBoard board = boards.make();
        final Reach house = Reach.ofHouse(board.founded().board(), board.founded().area());

        void looks(int times) {
            house.within(() -> {
                for (var i = 0; i < times; i++) {
                    transaction.executeWithoutResult(
                            status -> log.record(LogEntry.of(Done.LOOKED).because("nr " + times)));
                }
                return null;
            });
        }

        void seal() {
            house.within(sealing::seal);
        }

        LogVerification.Verified verified() {
            try (var owner = owner()) {
                return new LogVerification(owner)
                        .all().stream()
                                .filter(log -> log.board().equals(board.founded().board().value()))
                                .findFirst()
                                .orElseThrow();
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }

        LogVerification.Broken broken() {
            return Objects.requireNonNull(verified().broken(), "no seal is broken");
        }

        /// As who has the owner's password.
        void tampers(Deed deed) throws SQLException {
            try (var owner = owner()) {
                owner.setAutoCommit(false);
                try (var walls =
                        owner.prepareStatement(
                                "select set_config('bofast.board', ?, true), set_config('bofast.areas', ?, true)")) {
                    walls.setString(1, board.founded().board().toString());
                    walls.setString(2, board.founded().area().toString());
                    walls.execute();
                }
                deed.by(owner);
                owner.commit();
            }
        }
    }

    private Connection owner() throws SQLException {
        return DriverManager.getConnection(address.url(), "bofast_owner", address.ownerPassword());
    }

    private static void execute(Connection owner, String sql) throws SQLException {
        try (var statement = owner.createStatement()) {
            assertThat(statement.executeUpdate(sql)).as(sql).isPositive();
        }
    }

    @Test
    void a_log_nobody_has_touched_holds_and_knows_what_came_since() {
        var at = new At();
        at.looks(5);
        at.seal();
        at.looks(3);
        at.seal();
        at.looks(2);
        var verified = at.verified();
        assertThat(verified.holds()).isTrue();
        assertThat(at.verified().sealed()).isEqualTo(8);
        assertThat(verified.open()).isEqualTo(2);
        assertThat(verified.last()).hasSize(20);
    }

    @Test
    void nothing_new_is_no_seal() {
        var at = new At();
        at.looks(1);
        at.seal();
        var seals = at.verified().seals();
        at.seal();
        assertThat(at.verified().seals()).isEqualTo(seals);
    }

    @Test
    void the_house_seals_the_logs_of_all_its_boards() {
        var one = new At();
        var other = new At();
        one.looks(2);
        other.looks(3);
        runner.sealAll();
        assertThat(one.verified().sealed()).isEqualTo(2);
        assertThat(other.verified().sealed()).isEqualTo(3);
    }

    @Test
    void an_entry_altered_is_found_at_its_seal() throws SQLException {
        var at = new At();
        at.looks(4);
        at.seal();
        var seal = at.verified().seals();
        at.looks(4);
        at.seal();
        at.tampers(owner ->
                execute(
                        owner,
                        "update audit.entry set reason = 'ett annat skäl' where id = (select min(id::text)::uuid from audit.entry where board_id = framework.board_id())"));
        var broken = at.broken();
        assertThat(broken.number()).isEqualTo(seal);
        assertThat(broken.found()).isEqualTo(broken.entries());
    }

    @Test
    void an_entry_taken_away_is_found() throws SQLException {
        var at = new At();
        at.looks(4);
        at.seal();
        at.tampers(owner ->
                execute(
                        owner,
                        "delete from audit.entry where id = (select max(id::text)::uuid from audit.entry where board_id = framework.board_id())"));
        var broken = at.broken();
        assertThat(broken.found()).isEqualTo(broken.entries() - 1);
    }

    @Test
    void an_entry_put_in_afterwards_is_found() throws SQLException {
        var at = new At();
        at.looks(4);
        at.seal();
        at.tampers(owner -> {
            try (var statement = owner.createStatement()) {
                // Who owns the table takes its wall down first.
                statement.execute("alter table audit.entry no force row level security");
            }
            execute(
                    owner,
                    """
                    insert into audit.entry (board_id, area_id, id, at, action, person_ids, tx)
                    select board_id, area_id, '%s', at, 'LOOKED', person_ids, tx from audit.entry
                    where board_id = framework.board_id() limit 1
                    """
                            .formatted(UUID.randomUUID()));
            try (var statement = owner.createStatement()) {
                statement.execute("alter table audit.entry force row level security");
            }
        });
        var broken = at.broken();
        assertThat(broken.found()).isEqualTo(broken.entries() + 1);
    }

    @Test
    void a_seal_taken_away_or_set_anew_does_not_fit_the_next() throws SQLException {
        var at = new At();
        for (var i = 0; i < 3; i++) {
            at.looks(2);
            at.seal();
        }
        var last = at.verified().seals();
        at.tampers(owner -> {
            execute(
                    owner,
                    "delete from audit.seal where board_id = framework.board_id() and number = "
                            + (last - 1));
        });
        assertThat(at.verified().holds()).isFalse();

        var other = new At();
        other.looks(2);
        other.seal();
        other.looks(2);
        other.seal();
        var first = other.verified().seals() - 1;
        other.tampers(owner ->
                execute(
                        owner,
                        "update audit.seal set hash = sha256('something else') where board_id = framework.board_id() and number = "
                                + first));
        var broken = other.broken();
        assertThat(broken.number()).isEqualTo(first);
    }

    /// What somebody is still writing would otherwise come into a segment that is closed.
    @Test
    void an_entry_of_work_that_still_goes_on_waits_for_the_next_seal() throws Exception {
        var at = new At();
        var written = new CountDownLatch(1);
        var sealed = new CountDownLatch(1);
        var slow =
                CompletableFuture.runAsync(() ->
                        at.house.within(() -> {
                            transaction.executeWithoutResult(status -> {
                                log.record(LogEntry.of(Done.WROTE));
                                written.countDown();
                                await(sealed);
                            });
                            return null;
                        }));
        await(written);
        at.looks(3);
        at.seal();
        assertThat(at.verified().sealed()).isZero();
        assertThat(at.verified().open()).isEqualTo(3);
        sealed.countDown();
        slow.get(20, TimeUnit.SECONDS);
        at.seal();
        assertThat(at.verified().sealed()).isEqualTo(4);
        assertThat(at.verified().holds()).isTrue();
    }

    @Test
    void who_serves_the_pages_can_neither_alter_nor_place_an_entry() {
        var at = new At();
        at.looks(1);
        for (var deed :
                new String[] {
                    "update audit.entry set reason = null",
                    "delete from audit.entry",
                    "update audit.seal set entries = 1",
                    "delete from audit.seal",
                    "insert into audit.entry (board_id, area_id, id, at, action, person_ids, tx) select board_id, area_id, gen_random_uuid(), at, action, person_ids, '5' from audit.entry"
                }) {
            assertThatThrownBy(() ->
                            at.house.within(() ->
                                    transaction.execute(status -> boards.db().sql(deed).update())))
                    .as(deed)
                    .isInstanceOf(DataAccessException.class);
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
