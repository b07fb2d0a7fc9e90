package se.bofast.backup;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.compressors.gzip.GzipCompressorOutputStream;
import org.apache.commons.compress.compressors.gzip.GzipParameters;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import se.bofast.audit.LogVerification;
import se.bofast.database.CannotStart;
import se.bofast.database.KeeperDoor;
import se.bofast.database.Migrations;
import se.bofast.kernel.HouseClock;

/// Copies the whole database while the house is open, by PostgreSQL's own rules for that: told when
/// it begins and ends, the server makes what was copied in between whole again when it is brought
/// back.
public final class TakingBackup {

    private static final Logger LOG = LoggerFactory.getLogger(TakingBackup.class);
    private static final DateTimeFormatter NAME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HHmmss");

    /// One at a time on a database: a key of no other meaning.
    private static final long ONE_AT_A_TIME = 8_060_002_026L;

    private final KeeperDoor door;
    private final BackupFolder folder;
    private final Clock clock;

    /// @param place the backup folder
    public TakingBackup(KeeperDoor door, Path place, Clock clock) {
        this.door = door;
        this.folder = new BackupFolder(place);
        this.clock = clock;
    }

    /// A backup that was taken.
    ///
    /// @param bytes what it takes on the disk
    public record Taken(
            Path path, long bytes, Duration took, int backupsLetGo, int segmentsLetGo) {}

    private record Begun(String firstWal) {}

    private record Ended(String lastWal, String label) {}

    /// The name of a backup that is begun at the moment: names stand in the order of time.
    static String name(Instant begun) {
        return ZonedDateTime.ofInstant(begun, HouseClock.ZONE).format(NAME);
    }

    /// @param keep how many backups stay
    /// @throws CannotStart if another is being taken, or the folder cannot be written in
    public Taken take(int keep) {
        var started = clock.instant();
        var name = name(started);
        try (var session = door.connect()) {
            alone(session);
            Disk.folder(folder.place());
            folder.clear();
            for (var damaged : folder.damaged()) {
                LOG.warn(
                        "The backup {} in {} is damaged: it cannot be read. Move it aside, and have the disk looked at.",
                        damaged,
                        folder.place());
            }
            var unfinished = Disk.folder(folder.place().resolve(BackupFolder.UNFINISHED + name));
            var manifest = copy(session, unfinished, name);
            var content = unfinished.resolve(BackupFolder.CONTENT);
            Disk.flush(content);
            var written = unfinished.resolve(Manifest.FILE);
            Disk.write(written, manifest.written());
            Disk.write(
                    unfinished.resolve(BackupFolder.SUMS),
                    "%s  %s\n%s  %s\n"
                            .formatted(
                                    Disk.hash(content),
                                    BackupFolder.CONTENT,
                                    Disk.hash(written),
                                    Manifest.FILE)
                            .getBytes(StandardCharsets.US_ASCII));
            Disk.flush(unfinished);
            var done = folder.of(manifest);
            Files.move(unfinished, done, StandardCopyOption.ATOMIC_MOVE);
            Disk.flush(folder.place());
            door.archiveBegins();
            var pruned = folder.keep(keep, manifest.cluster());
            return new Taken(
                    done,
                    Files.size(done.resolve(BackupFolder.CONTENT)),
                    Duration.between(started, clock.instant()),
                    pruned.backups(),
                    pruned.segments());
        } catch (IOException e) {
            clear(name);
            throw new CannotStart(
                    "The backup could not be written in %s (%s). See that the disk is there, has room and may be written on."
                            .formatted(folder.place(), e.getMessage()),
                    e);
        } catch (SQLException e) {
            clear(name);
            throw new CannotStart(
                    "The database did not let itself be copied (SQLSTATE %s). See server.log in %s."
                            .formatted(e.getSQLState(), door.folder()),
                    e);
        }
    }

    /// What a backup that was broken off has written is of no use, and holds everything.
    private void clear(String name) {
        try {
            Disk.delete(folder.place().resolve(BackupFolder.UNFINISHED + name));
        } catch (IOException e) {
            LOG.warn(
                    "What the backup had written in {} could not be taken away; the next one tries again.",
                    folder.place());
        }
    }

    private static void alone(Connection session) throws SQLException {
        var taken = asked(session, "select cast(pg_try_advisory_lock(?) as text)", ONE_AT_A_TIME);
        if (!"true".equals(taken)) {
            throw new CannotStart("A backup is being taken already. Wait until it is done.");
        }
    }

    private Manifest copy(Connection session, Path unfinished, String name)
            throws SQLException, IOException {
        var started = clock.instant();
        var begun = begin(session, name);
        var speed = new GzipParameters();
        speed.setCompressionLevel(1);
        try (OutputStream file =
                        new BufferedOutputStream(
                                Disk.create(unfinished.resolve(BackupFolder.CONTENT)), 1 << 16);
                var packed = new GzipCompressorOutputStream(file, speed);
                var tar = new TarArchiveOutputStream(packed, "UTF-8")) {
            tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
            tar.setBigNumberMode(TarArchiveOutputStream.BIGNUMBER_POSIX);
            var copy = new CopyingCluster(door.folder(), tar);
            copy.passwords();
            copy.cluster();
            var ended = end(session);
            copy.text("cluster/backup_label", ended.label());
            // What was written meanwhile makes the copy whole, so it stands on its own.
            copy.segments(begun.firstWal(), ended.lastWal());
            tar.finish();
            return new Manifest(
                    name,
                    started,
                    clock.instant(),
                    door.identifier(),
                    begun.firstWal(),
                    ended.lastWal(),
                    known(asked(session, "select current_setting('server_version')")),
                    Migrations.last(session),
                    seals(session),
                    copy.files());
        }
    }

    private static Begun begin(Connection session, String name) throws SQLException {
        // The slot keeps what is written from now on until it is copied; it goes with the session.
        asked(
                session,
                "select cast(pg_create_physical_replication_slot('bofast_backup_' || pg_backend_pid(), true, true) as text)");
        return new Begun(
                known(asked(session, "select pg_walfile_name(pg_backup_start(?, true))", name)));
    }

    static String known(@Nullable String answer) {
        return Objects.requireNonNull(answer, "the server always answers this");
    }

    private static Ended end(Connection session) throws SQLException {
        try (var statement = session.createStatement();
                var row =
                        statement.executeQuery(
                                "select pg_walfile_name(lsn), labelfile from pg_backup_stop(false)")) {
            row.next();
            return new Ended(row.getString(1), row.getString(2));
        }
    }

    static Map<String, String> seals(Connection session) throws SQLException {
        var seals = new TreeMap<String, String>();
        for (var seal : new LogVerification(session).lastSeals()) {
            seals.put(
                    "board %s area %s".formatted(seal.board(), seal.area()),
                    "%d %s".formatted(seal.number(), seal.written()));
        }
        return seals;
    }

    static @Nullable String asked(Connection session, String question, Object... given)
            throws SQLException {
        try (var statement = session.prepareStatement(question)) {
            for (var i = 0; i < given.length; i++) {
                statement.setObject(i + 1, given[i]);
            }
            try (var row = statement.executeQuery()) {
                row.next();
                return row.getString(1);
            }
        }
    }

    /// Said in the program's own log too, so that the two can be laid side by side.
    static void note(Taken taken) {
        LOG.info(
                "Backup {} taken: {} MB in {} s",
                taken.path().getFileName(),
                taken.bytes() / 1_000_000,
                taken.took().toSeconds());
    }
}
