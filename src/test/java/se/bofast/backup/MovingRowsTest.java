package se.bofast.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static se.bofast.prevention.Story.TODAY;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.support.TransactionTemplate;
import se.bofast.BofastApplication;
import se.bofast.HouseTest;
import se.bofast.TestHouse.Boards;
import se.bofast.audit.Log;
import se.bofast.audit.LogEntry;
import se.bofast.audit.LogVerification;
import se.bofast.audit.VerifyLog;
import se.bofast.backup.RowsManifest.TableRows;
import se.bofast.database.CannotStart;
import se.bofast.database.DatabaseAddress;
import se.bofast.database.OwnTables;
import se.bofast.database.Reach;
import se.bofast.database.TestDatabase;
import se.bofast.intake.RegisteringSignals;
import se.bofast.page.Drafts;
import se.bofast.prevention.CaseLists;
import se.bofast.prevention.Story;

/// All rows go from one PostgreSQL to another and back: every table is the same, the log holds, and
/// what is written there afterwards can be sealed after what came.
@HouseTest
@TestPropertySource(properties = "bofast.test.house=moved")
class MovingRowsTest {

    private static final Path HOME = Path.of("target", "moving-rows");

    private enum Done {
        MOVED
    }

    private final Boards boards;
    private final RegisteringSignals registering;
    private final CaseLists lists;
    private final MockMvc mvc;
    private final Drafts drafts;
    private final DatabaseAddress address;

    MovingRowsTest(
            Boards boards,
            RegisteringSignals registering,
            CaseLists lists,
            MockMvc mvc,
            Drafts drafts,
            DatabaseAddress address) {
        this.boards = boards;
        this.registering = registering;
        this.lists = lists;
        this.mvc = mvc;
        this.drafts = drafts;
        this.address = address;
    }

    private static Path place(String name) throws Exception {
        Files.createDirectories(HOME);
        var place = HOME.resolve(name);
        Disk.delete(place);
        return place;
    }

    private static String[] external(DatabaseAddress address, String... more) throws SQLException {
        var all =
                new ArrayList<>(
                        List.of(
                                "--bofast.database.url=" + address.url(),
                                "--bofast.database.owner-password=" + address.ownerPassword(),
                                "--bofast.database.app-password=" + address.appPassword(),
                                "--bofast.database.keeper=bofast_keeper",
                                "--bofast.database.keeper-password=" + TestDatabase.keeper()));
        TestDatabase.letIn("bofast_keeper", address);
        all.addAll(List.of(more));
        return all.toArray(String[]::new);
    }

    private static Connection keeper(DatabaseAddress address) throws SQLException {
        var password = TestDatabase.keeper();
        TestDatabase.letIn("bofast_keeper", address);
        return DriverManager.getConnection(address.url(), "bofast_keeper", password);
    }

    private static List<TableRows> tables(Path exported) {
        return RowsManifest.read(exported.resolve(RowsManifest.FILE)).tables();
    }

    /// As in a database that has been written in for years: beyond where a new one begins.
    private static void useTransactions(Connection session, int number) throws SQLException {
        try (var statement = session.createStatement()) {
            statement.execute(
                    "do $$ begin for i in 1..%d loop perform pg_current_xact_id(); commit; end loop; end $$"
                            .formatted(number));
        }
    }

    @Test
    void from_an_own_server_to_the_one_brought_along_and_back_every_table_is_the_same()
            throws Exception {
        var board = boards.make();
        var coordinator = board.coordinator();
        try (var session = keeper(address)) {
            useTransactions(session, 20_000);
        }
        var story = new Story(board, registering, lists, mvc);
        for (var i = 0; i < 5; i++) {
            story.comes(coordinator, Story.Signal.arrears(TODAY, "Tab\toch \\N \n\"å🏠\" " + i));
        }
        board.as(
                coordinator,
                () ->
                        drafts.keep(
                                "/kontakter/ny",
                                "/kontakter/ny",
                                "Ny kontakt",
                                java.util.UUID.randomUUID(),
                                "note=Ringde"));

        var out = place("out");
        assertThat(BackupCommands.export(external(address, "--to=" + out))).isZero();

        assertThat(tables(out)).filteredOn(table -> table.rows() > 0).hasSizeGreaterThan(10);
        assertThat(tables(out))
                .anySatisfy(table -> {
                    assertThat(table.table()).isEqualTo("page.draft");
                    assertThat(table.rows()).isPositive();
                });
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(out)))
                .startsWith("rwx--");
        // Into a server that has come to a low number of transaction.
        var data = place("data");
        assertThat(BackupCommands.importData("--bofast.data=" + data, "--from=" + out)).isZero();
        var back = place("back");
        assertThat(BackupCommands.export("--bofast.data=" + data, "--to=" + back)).isZero();
        assertThat(tables(back)).isEqualTo(tables(out));

        // The house opens on it, writes and seals; what was sealed before still holds.
        var reach = Reach.ofHouse(board.founded().board(), board.founded().area());
        try (var house =
                new SpringApplicationBuilder(BofastApplication.class)
                        .run(
                                "--server.port=0",
                                "--bofast.data=" + data,
                                "--bofast.audit.seal-every=300ms")) {
            reach.within(() -> {
                house.getBean(TransactionTemplate.class)
                        .executeWithoutResult(
                                status -> house.getBean(Log.class).record(LogEntry.of(Done.MOVED)));
                return null;
            });
            Thread.sleep(1500);
            reach.within(() -> {
                house.getBean(TransactionTemplate.class)
                        .executeWithoutResult(
                                status -> house.getBean(Log.class).record(LogEntry.of(Done.MOVED)));
                return null;
            });
        }
        assertThat(VerifyLog.run("--bofast.data=" + data)).isZero();

        // And from there into an own server again, with seals on the way.
        var sealed = place("sealed");
        assertThat(BackupCommands.export("--bofast.data=" + data, "--to=" + sealed)).isZero();
        assertThat(RowsManifest.read(sealed.resolve(RowsManifest.FILE)).seals()).isNotEmpty();
        var other = TestDatabase.copy();
        assertThat(BackupCommands.importData(external(other, "--from=" + sealed))).isZero();
        var again = place("again");
        assertThat(BackupCommands.export(external(other, "--to=" + again))).isZero();
        assertThat(tables(again)).isEqualTo(tables(sealed));
        try (var session = keeper(other);
                var source = keeper(address)) {
            // The keys that waited are as strict as before.
            var order = tables(out).stream().map(TableRows::table).toList();
            assertThat(OwnTables.pointingAhead(session, order))
                    .isNotEmpty()
                    .isEqualTo(OwnTables.pointingAhead(source, order));
            assertThat(new LogVerification(session).all())
                    .isNotEmpty()
                    .anySatisfy(log -> assertThat(log.seals()).isGreaterThan(1))
                    .allSatisfy(log -> assertThat(log.holds()).isTrue());
        }

        // Never into one that has something in it.
        assertThat(BackupCommands.importData(external(other, "--from=" + sealed))).isEqualTo(2);
        var unchanged = place("unchanged");
        assertThat(BackupCommands.export(external(other, "--to=" + unchanged))).isZero();
        assertThat(tables(unchanged)).isEqualTo(tables(sealed));
    }

    /// An entry that knows a transaction the new server has not come to would stand under the next
    /// seal and under the one after it.
    @Test
    void what_is_written_after_an_import_has_a_higher_transaction_than_all_that_came()
            throws Exception {
        try (var session = keeper(address)) {
            useTransactions(session, 20_000);
        }
        boards.make();
        var out = place("high");
        assertThat(BackupCommands.export(external(address, "--to=" + out))).isZero();
        var data = place("low");
        assertThat(BackupCommands.importData("--bofast.data=" + data, "--from=" + out)).isZero();

        try (var context =
                        new SpringApplicationBuilder(BackupCommands.Settings.class)
                                .web(org.springframework.boot.WebApplicationType.NONE)
                                .run("--bofast.data=" + data);
                var door =
                        se.bofast.database.RowsDoor.toRead(
                                context.getBean(se.bofast.database.DatabaseSettings.class))) {
            var last =
                    TakingBackup.asked(
                            door.connection(), "select cast(max(tx) as text) from audit.entry");
            var next =
                    TakingBackup.asked(
                            door.connection(), "select cast(pg_current_xact_id() as text)");
            assertThat(Long.parseLong(next)).isGreaterThan(Long.parseLong(last));
            assertThat(Long.parseLong(last)).isGreaterThan(20_000);
        }
    }

    @Test
    void numbers_that_the_database_gives_go_on_where_they_were() throws Exception {
        var from = TestDatabase.copy();
        var to = TestDatabase.copy();
        for (var database : List.of(from, to)) {
            try (var owner = owner(database)) {
                owner.createStatement()
                        .execute(
                                "create table audit.numbered (id bigint generated always as identity primary key, word text)");
            }
        }
        try (var owner = owner(from)) {
            owner.createStatement()
                    .execute("insert into audit.numbered (word) values ('a'), (null), ('c')");
        }
        var out = place("numbered");
        try (var session = keeper(from)) {
            ExportingRows.export(session, out, Clock.systemUTC());
        }
        try (var session = keeper(to)) {
            ImportingRows.read(session, out);
        }
        try (var owner = owner(to)) {
            assertThat(
                            TakingBackup.asked(
                                    owner,
                                    "insert into audit.numbered (word) values ('d') returning id"))
                    .isEqualTo("4");
        }
    }

    @Test
    void refuses_rows_of_another_version_and_damaged_ones_and_leaves_the_database_empty()
            throws Exception {
        boards.make();
        var out = place("refused");
        assertThat(BackupCommands.export(external(address, "--to=" + out))).isZero();
        assertThat(BackupCommands.export(external(address, "--to=" + out)))
                .as("never over something")
                .isEqualTo(2);

        var newer = TestDatabase.copy();
        try (var owner = owner(newer)) {
            owner.createStatement()
                    .execute(
                            "insert into framework.flyway_schema_history (installed_rank, version, description, type, script, installed_by, execution_time, success) values (999, '20991231.2359', 'x', 'SQL', 'x', 'x', 0, true)");
        }
        try (var session = keeper(newer)) {
            assertThatThrownBy(() -> ImportingRows.read(session, out))
                    .isInstanceOf(CannotStart.class)
                    .hasMessageContaining("another version")
                    .hasMessageContaining("20991231.2359");
        }
        var empty = TestDatabase.copy();
        var boardFile = Rows.file(out, "access.board");
        var bytes = Files.readAllBytes(boardFile);
        var damaged = bytes.clone();
        damaged[damaged.length / 2] ^= 1;
        Files.write(boardFile, damaged);
        try (var session = keeper(empty)) {
            assertThatThrownBy(() -> ImportingRows.read(session, out))
                    .isInstanceOf(CannotStart.class)
                    .hasMessageContaining("access.board")
                    .hasMessageContaining("not as it was written");
            Files.write(boardFile, bytes);
            // A list that fits itself and not the rows: found when they are in, and then none is.
            var list = out.resolve(RowsManifest.FILE);
            var was = Disk.hash(list);
            Files.writeString(
                    list,
                    Files.readString(list)
                            .replaceFirst("\"sha256\" : \"[0-9a-f]{4}", "\"sha256\" : \"beef"));
            var sums = out.resolve(BackupFolder.SUMS);
            Files.writeString(sums, Files.readString(sums).replace(was, Disk.hash(list)));
            assertThatThrownBy(() -> ImportingRows.read(session, out))
                    .isInstanceOf(CannotStart.class)
                    .hasMessageContaining("did not become what it was");
            assertThat(OwnTables.rows(session).values()).containsOnly(0L);
        }
    }

    @Test
    void refuses_a_role_that_does_not_pass_the_walls() throws Exception {
        var arguments = external(address, "--to=" + place("blind"));
        arguments[3] = "--bofast.database.keeper=bofast_owner";
        arguments[4] = "--bofast.database.keeper-password=" + address.ownerPassword();
        assertThat(BackupCommands.export(arguments)).isEqualTo(2);
        assertThat(HOME.resolve("blind")).doesNotExist();
    }

    private static Connection owner(DatabaseAddress address) throws SQLException {
        return DriverManager.getConnection(address.url(), "bofast_owner", address.ownerPassword());
    }
}
