package se.bofast.backup;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import se.bofast.audit.LogVerification;
import se.bofast.audit.LogVerification.Verified;
import se.bofast.backup.RowsManifest.TableRows;
import se.bofast.database.CannotStart;
import se.bofast.database.Migrations;
import se.bofast.database.OwnTables;
import se.bofast.database.OwnTables.OwnTable;
import tools.jackson.core.JacksonException;

/// Puts exported rows into an empty database of the same schema: all of them in one transaction, or
/// none. Before it ends, every table is read back and must be the same to the byte.
public final class ImportingRows {

    /// Some minutes' work. Beyond it the server's own tool does it in a moment.
    private static final long MOST_TRANSACTIONS = 100_000_000;

    private static final long AT_A_TIME = 100_000;

    private static final String ALTERED = "alter table %s alter constraint %s %s";

    private ImportingRows() {}

    /// @param logs each log as verified
    public record Imported(long rows, int tables, List<Verified> logs) {

        public boolean logsHold() {
            return logs.stream().allMatch(Verified::holds);
        }
    }

    /// @param session as a role that may write everywhere
    /// @throws CannotStart with what to do, if it cannot be done; then the database is empty still
    public static Imported read(Connection session, Path from) {
        try {
            var manifest = checked(from);
            sameSchema(session, manifest);
            empty(session);
            raiseTransactions(session, Long.parseUnsignedLong(manifest.nextTransaction()));
            session.setAutoCommit(false);
            try {
                var logs = fill(session, from, manifest);
                session.commit();
                return new Imported(manifest.rows(), manifest.tables().size(), logs);
            } finally {
                session.rollback();
                session.setAutoCommit(true);
            }
        } catch (IOException e) {
            throw unreadable(from, e);
        } catch (SQLException e) {
            throw new CannotStart(
                    "The database did not take the rows (SQLSTATE %s). Nothing was put in."
                            .formatted(e.getSQLState()),
                    e);
        }
    }

    /// To be asked before a database is made for them.
    ///
    /// @throws CannotStart if they are not all there, as they were written
    public static void mustBeWhole(Path from) {
        try {
            checked(from);
        } catch (IOException e) {
            throw unreadable(from, e);
        }
    }

    private static CannotStart unreadable(Path from, IOException e) {
        return new CannotStart(
                "The rows in %s could not be read (%s). Nothing was put in."
                        .formatted(from, e.getMessage()),
                e);
    }

    /// Before anything is put in: is every file as it was written, and is there one of each table?
    private static RowsManifest checked(Path from) throws IOException {
        var sums = from.resolve(BackupFolder.SUMS);
        if (!Files.exists(sums)) {
            throw new CannotStart(
                    "There are no exported rows in %s. Give the folder './bofast export' wrote."
                            .formatted(from.toAbsolutePath().normalize()));
        }
        var files = new TreeMap<String, String>();
        for (var line : Files.readAllLines(sums)) {
            var parts = line.split(" {2}", 2);
            files.put(parts.length == 2 ? parts[1] : line, parts[0]);
        }
        for (var file : files.entrySet()) {
            var path = from.resolve(file.getKey()).normalize();
            if (!path.startsWith(from.normalize())
                    || !Files.exists(path)
                    || !Disk.hash(path).equals(file.getValue())) {
                throw damaged(file.getKey());
            }
        }
        if (!files.containsKey(RowsManifest.FILE)) {
            throw damaged(RowsManifest.FILE);
        }
        try {
            var manifest = RowsManifest.read(from.resolve(RowsManifest.FILE));
            for (var table : manifest.tables()) {
                if (!Files.exists(Rows.file(from, table.table()))) {
                    throw damaged(table.table());
                }
            }
            return manifest;
        } catch (JacksonException e) {
            throw new CannotStart(
                    "The rows are damaged: %s cannot be read. Export them again."
                            .formatted(RowsManifest.FILE),
                    e);
        }
    }

    private static CannotStart damaged(String what) {
        return new CannotStart(
                "The rows are damaged: %s is not as it was written. Export them again, and have the disk looked at."
                        .formatted(what));
    }

    private static void sameSchema(Connection session, RowsManifest manifest) throws SQLException {
        var here = Migrations.history(session);
        if (!here.equals(manifest.migrations())) {
            throw new CannotStart(
                    "The rows are of another version of Bofast: their last migration is %s, here it is %s. Import them with the version they were exported with, and upgrade after that."
                            .formatted(last(manifest.migrations()), last(here)));
        }
    }

    private static String last(Map<String, String> migrations) {
        return migrations.keySet().stream().max(String::compareTo).orElse("none");
    }

    private static void empty(Connection session) throws SQLException {
        var filled =
                OwnTables.rows(session).entrySet().stream()
                        .filter(table -> table.getValue() > 0)
                        .map(table -> table.getKey() + " " + table.getValue())
                        .collect(Collectors.joining(", "));
        if (!filled.isEmpty()) {
            throw new CannotStart(
                    "There is something in the database already, and rows are only put into an empty one: %s."
                            .formatted(filled));
        }
    }

    /// The seals of the log end at transactions of the old database, and what is written from now
    /// on must come after them (docs/decisions/0130). A number is used by being asked for.
    private static void raiseTransactions(Connection session, long to) throws SQLException {
        var at = next(session);
        if (to - at > MOST_TRANSACTIONS) {
            throw new CannotStart(
                    "The log's seals end at transaction %d, and this server has come to %d only. Let who runs it stop it and run: pg_resetwal --next-transaction-id=%d --epoch=%d -D <its folder>. Then start it and try again. Nothing was put in."
                            .formatted(to, at, resetTo(to) & 0xFFFF_FFFFL, resetTo(to) >>> 32));
        }
        try (var statement = session.createStatement()) {
            while (at < to) {
                statement.execute(
                        """
                        do $$ begin
                            for i in 1..%d loop
                                perform pg_catalog.pg_current_xact_id();
                                commit;
                            end loop;
                        end $$
                        """
                                .formatted(Math.min(AT_A_TIME, to - at)));
                at = next(session);
            }
        }
    }

    /// A round number of pages of PostgreSQL's own book of transactions (32 768 on each), as
    /// pg_resetwal wants it, above the bound.
    private static long resetTo(long bound) {
        return (bound / 32_768 + 1) * 32_768;
    }

    private static long next(Connection session) throws SQLException {
        return Long.parseUnsignedLong(
                TakingBackup.known(
                        TakingBackup.asked(
                                session,
                                "select cast(pg_snapshot_xmin(pg_current_snapshot()) as text)")));
    }

    private static List<Verified> fill(Connection session, Path from, RowsManifest manifest)
            throws SQLException, IOException {
        var tables =
                OwnTables.inOrder(session).stream()
                        .collect(Collectors.toMap(OwnTable::name, table -> table));
        try (var statement = session.createStatement()) {
            for (var table : manifest.tables()) {
                statement.execute("lock table " + own(tables, table).name());
            }
            // Nobody can write any more; did somebody meanwhile?
            empty(session);
            // Where tables point to each other in a ring, the key that points ahead waits.
            var ahead =
                    OwnTables.pointingAhead(
                            session, manifest.tables().stream().map(TableRows::table).toList());
            for (var key : ahead) {
                statement.execute(ALTERED.formatted(key.from(), key.name(), "deferrable"));
            }
            // The rows were asked when they were written. Asked once more, in another order,
            // an item of a round signed later or a consent withdrawn since would be refused.
            var asking = OwnTables.asking(session);
            for (var table : asking) {
                statement.execute("alter table " + table + " disable trigger user");
            }
            statement.execute("set constraints all deferred");
            for (var table : manifest.tables()) {
                try (var packed =
                        new GZIPInputStream(
                                new BufferedInputStream(
                                        Files.newInputStream(Rows.file(from, table.table()))),
                                1 << 16)) {
                    same(table, Rows.in(session, own(tables, table), packed));
                }
            }
            for (var sequence : manifest.sequences().entrySet()) {
                TakingBackup.asked(
                        session,
                        "select cast(setval(cast(? as regclass), ?) as text)",
                        sequence.getKey(),
                        sequence.getValue());
            }
            statement.execute("set constraints all immediate");
            for (var key : ahead) {
                statement.execute(ALTERED.formatted(key.from(), key.name(), "not deferrable"));
            }
            for (var table : asking) {
                statement.execute("alter table " + table + " enable trigger user");
            }
            for (var table : manifest.tables()) {
                same(table, Rows.out(session, own(tables, table), OutputStream.nullOutputStream()));
            }
        }
        return new LogVerification(session).all();
    }

    private static OwnTable own(Map<String, OwnTable> tables, TableRows rows) {
        var own = tables.get(rows.table());
        if (own == null || !own.columns().equals(rows.columns())) {
            throw new CannotStart(
                    "The table %s is another here than where the rows come from. Nothing was put in."
                            .formatted(rows.table()));
        }
        return own;
    }

    private static void same(TableRows wanted, TableRows found) {
        if (!wanted.equals(found)) {
            throw new CannotStart(
                    "The table %s did not become what it was: %d rows of %d, or altered ones. Nothing was put in."
                            .formatted(wanted.table(), found.rows(), wanted.rows()));
        }
    }
}
