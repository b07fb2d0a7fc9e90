package se.bofast.backup;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.zip.GZIPOutputStream;
import se.bofast.backup.RowsManifest.TableRows;
import se.bofast.database.CannotStart;
import se.bofast.database.Migrations;
import se.bofast.database.OwnTables;

/// Writes all rows of all rooms into a folder, as they stand at one moment, while the house may be
/// open. Log-ins are not among them: whoever opens the house elsewhere logs in anew.
public final class ExportingRows {

    private ExportingRows() {}

    /// @param session as a role that sees everything
    /// @param to a folder that is not there yet
    /// @return how many rows in how many tables
    /// @throws CannotStart with what to do, if it cannot be done; then there is no such folder
    public static Exported export(Connection session, Path to, Clock clock) {
        var place = to.toAbsolutePath().normalize();
        if (Files.exists(place)) {
            throw new CannotStart(
                    "There is something in %s already. Give a folder that is not there yet."
                            .formatted(place));
        }
        var unfinished =
                place.resolveSibling(BackupFolder.UNFINISHED + place.getFileName().toString());
        try {
            Disk.delete(unfinished);
            Disk.folder(unfinished);
            var done = false;
            try {
                var manifest = write(session, unfinished, clock);
                Files.move(unfinished, place, StandardCopyOption.ATOMIC_MOVE);
                done = true;
                return new Exported(place, manifest.rows(), manifest.tables().size());
            } finally {
                if (!done) {
                    Disk.delete(unfinished);
                }
            }
        } catch (IOException e) {
            throw new CannotStart(
                    "The rows could not be written to %s (%s). See that the disk is there, has room and may be written on."
                            .formatted(place, e.getMessage()),
                    e);
        } catch (SQLException e) {
            throw new CannotStart(
                    "The database could not be read (SQLSTATE %s). Start Bofast of this version once, so that it is up to date, and try again."
                            .formatted(e.getSQLState()),
                    e);
        }
    }

    public record Exported(Path folder, long rows, int tables) {}

    private static RowsManifest write(Connection session, Path folder, Clock clock)
            throws SQLException, IOException {
        session.setAutoCommit(false);
        try (var statement = session.createStatement()) {
            statement.execute("set transaction isolation level repeatable read, read only");
            var takenAt = clock.instant();
            // The first question is what the snapshot is taken for.
            var next =
                    TakingBackup.known(
                            TakingBackup.asked(
                                    session,
                                    "select cast(pg_snapshot_xmax(pg_current_snapshot()) as text)"));
            var tables = new ArrayList<TableRows>();
            var sums = new StringBuilder();
            for (var table : OwnTables.inOrder(session)) {
                var file = Rows.file(folder, table.name());
                try (var packed = new GZIPOutputStream(Disk.create(file), 1 << 16)) {
                    tables.add(Rows.out(session, table, packed));
                }
                Disk.flush(file);
                sums.append(Disk.hash(file)).append("  ").append(file.getFileName()).append('\n');
            }
            var manifest =
                    new RowsManifest(
                            takenAt,
                            Migrations.history(session),
                            next,
                            TakingBackup.seals(session),
                            OwnTables.sequences(session),
                            tables);
            var written = folder.resolve(RowsManifest.FILE);
            Disk.write(written, manifest.written());
            sums.append(Disk.hash(written)).append("  ").append(RowsManifest.FILE).append('\n');
            Disk.write(
                    folder.resolve(BackupFolder.SUMS),
                    sums.toString().getBytes(StandardCharsets.US_ASCII));
            Disk.flush(folder);
            return manifest;
        } finally {
            session.rollback();
            session.setAutoCommit(true);
        }
    }
}
