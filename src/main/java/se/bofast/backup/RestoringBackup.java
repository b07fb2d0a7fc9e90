package se.bofast.backup;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.DigestInputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.gzip.GzipCompressorInputStream;
import org.jspecify.annotations.Nullable;
import se.bofast.audit.LogVerification;
import se.bofast.audit.LogVerification.Verified;
import se.bofast.backup.Manifest.CopiedFile;
import se.bofast.database.CannotStart;
import se.bofast.database.KeeperDoor;
import se.bofast.database.Migrations;
import se.bofast.database.OwnTables;

/// Brings a backup back into an empty data folder, lets it take in what was written after it,
/// starts it once and looks at it. Only then does it stand where a house would open it.
public final class RestoringBackup {

    /// Beside the data, what the server said of a restore that failed.
    static final String LOG_KEPT = "restore-failed.log";

    private static final Pattern SEGMENT = Pattern.compile("[0-9A-F]{24}|[0-9A-F]{8}\\.history");

    /// What is wanted.
    ///
    /// @param from the backup folder, or one backup in it
    /// @param until the moment to bring it back to; null for all there is
    /// @param data an empty folder, or one that is not there yet
    /// @param oldData the data folder of the house that went down, if its disk can be read: what
    ///   was not in the archive yet is there; null if it is lost
    public record Wish(Path from, @Nullable Instant until, Path data, @Nullable Path oldData) {}

    /// A database brought back and looked at.
    ///
    /// @param upTo the moment of the last change that is there
    /// @param rows in how many tables how many rows
    /// @param logs each log as verified
    public record Restored(
            String backup,
            Instant takenAt,
            boolean withArchive,
            Instant upTo,
            String schema,
            Map<String, Long> rows,
            List<Verified> logs) {

        public boolean logsHold() {
            return logs.stream().allMatch(Verified::holds);
        }
    }

    private record Source(Manifest manifest, Path backup, @Nullable Path archive) {}

    private RestoringBackup() {}

    /// @throws CannotStart with what to do, if it cannot be done; then the data folder is as it was
    public static Restored restore(Wish wish) {
        var beside = wish.data().toAbsolutePath().normalize();
        var target = KeeperDoor.folder(beside);
        var unfinished = beside.resolve("postgres.restoring");
        try {
            empty(target);
            var source = source(wish);
            Disk.delete(unfinished);
            Files.createDirectories(beside);
            var done = false;
            try {
                unpack(source, unfinished);
                if (wish.oldData() != null) {
                    takeOver(wish.oldData(), source, unfinished);
                }
                var restored = recover(wish, source, unfinished);
                if (Files.isDirectory(target)) {
                    Files.delete(target);
                }
                Files.move(unfinished, target, StandardCopyOption.ATOMIC_MOVE);
                done = true;
                Disk.flush(beside);
                return restored;
            } finally {
                if (!done) {
                    letGo(unfinished, beside.resolve(LOG_KEPT));
                }
            }
        } catch (IOException e) {
            throw new CannotStart(
                    "The backup could not be brought back (%s). Nothing else was changed; see that the disk has room and the folders can be read and written, and try again."
                            .formatted(e.getMessage()),
                    e);
        } catch (SQLException e) {
            throw new CannotStart(
                    "The database was brought back, but could not be asked what is in it (SQLSTATE %s), so it was let go of again. See %s."
                            .formatted(e.getSQLState(), beside.resolve(LOG_KEPT)),
                    e);
        }
    }

    /// It is everything about everyone, with the passwords: half of it must not lie about. What the
    /// server said of it holds nobody's data, and tells why.
    private static void letGo(Path unfinished, Path logKept) throws IOException {
        var log = unfinished.resolve("server.log");
        if (Files.exists(log)) {
            Files.move(log, logKept, StandardCopyOption.REPLACE_EXISTING);
        }
        Disk.delete(unfinished);
    }

    private static void empty(Path target) throws IOException {
        if (!Files.exists(target)) {
            return;
        }
        try (var content = Files.list(target)) {
            if (content.findAny().isPresent()) {
                throw new CannotStart(
                        "There is something in %s already, and a restore never writes over a database. Move that folder aside (keep it: what was saved last may only be there), or choose an empty one with --data=<folder>."
                                .formatted(target));
            }
        }
    }

    private static Source source(Wish wish) throws IOException {
        var from = wish.from().toAbsolutePath().normalize();
        if (!Files.isDirectory(from)) {
            throw new CannotStart("There is no folder %s.".formatted(from));
        }
        var one = BackupFolder.read(from);
        if (one.isEmpty() && BackupFolder.isBackup(from)) {
            throw new CannotStart(
                    "The backup %s is damaged: its list %s or %s is missing or cannot be read. Use another backup, and have the disk looked at."
                            .formatted(from.getFileName(), Manifest.FILE, BackupFolder.SUMS));
        }
        var folder = new BackupFolder(one.isPresent() ? from.resolveSibling("") : from);
        var manifest = one.isPresent() ? one.get() : chosen(folder, wish);
        if (wish.until() != null && manifest.finishedAt().isAfter(wish.until())) {
            throw new CannotStart(
                    "The backup %s was finished at %s, so it cannot be brought back to a moment before that. Give an earlier backup, or the whole backup folder."
                            .formatted(manifest.name(), Moments.told(manifest.finishedAt())));
        }
        var backup = one.isPresent() ? from : folder.of(manifest);
        check(backup, manifest);
        var archive = folder.archive(manifest.cluster());
        return new Source(manifest, backup, Files.isDirectory(archive) ? archive : null);
    }

    /// The newest that fits; but never an older one in silence, because a newer cannot be read.
    private static Manifest chosen(BackupFolder folder, Wish wish) throws IOException {
        var found = folder.newestBy(wish.until());
        var damaged =
                folder.damaged().stream()
                        .filter(name -> found.isEmpty() || name.compareTo(found.get().name()) > 0)
                        .filter(name ->
                                wish.until() == null
                                        || name.compareTo(TakingBackup.name(wish.until())) <= 0)
                        .toList();
        if (!damaged.isEmpty()) {
            throw new CannotStart(
                    "%s in %s cannot be read: what it says of itself is damaged or missing. %s Have the disk looked at."
                            .formatted(
                                    "The backup " + String.join(", ", damaged),
                                    folder.place(),
                                    found.map(older ->
                                                    "The newest before it is %1$s; if that is the one you want, choose it yourself: --from=%2$s."
                                                            .formatted(
                                                                    older.name(), folder.of(older)))
                                            .orElse("There is no other before it.")));
        }
        return found.orElseThrow(() -> new CannotStart(none(folder, wish)));
    }

    private static String none(BackupFolder folder, Wish wish) {
        return wish.until() == null
                ? "There is no finished backup in %s.".formatted(folder.place())
                : "There is no backup in %s that was finished by %s. What was before the first backup cannot be brought back."
                        .formatted(folder.place(), Moments.told(wish.until()));
    }

    /// Before anything is unpacked: is every file as it was written?
    private static void check(Path backup, Manifest manifest) throws IOException {
        for (var line : Files.readAllLines(backup.resolve(BackupFolder.SUMS))) {
            var parts = line.split(" {2}", 2);
            if (parts.length != 2 || !Disk.hash(backup.resolve(parts[1])).equals(parts[0])) {
                throw new CannotStart(
                        "The backup %s is damaged: %s is not as it was written. Use another backup, and have the disk looked at."
                                .formatted(
                                        manifest.name(),
                                        parts.length == 2 ? parts[1] : "its list"));
            }
        }
    }

    private static void unpack(Source source, Path to) throws IOException {
        var expected =
                source.manifest().files().stream()
                        .collect(Collectors.toMap(CopiedFile::path, file -> file));
        var missing = new HashMap<>(expected);
        Files.createDirectories(to);
        try (var tar =
                new TarArchiveInputStream(
                        new GzipCompressorInputStream(
                                new BufferedInputStream(
                                        Files.newInputStream(
                                                source.backup().resolve(BackupFolder.CONTENT)),
                                        1 << 16)))) {
            for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                var file = to.resolve(entry.getName()).normalize();
                if (!file.startsWith(to)) {
                    throw new IOException("a file outside of the backup");
                }
                if (entry.isDirectory()) {
                    Files.createDirectories(
                            file,
                            PosixFilePermissions.asFileAttribute(
                                    PosixFilePermissions.fromString("rwx------")));
                    continue;
                }
                var digest = Disk.sha256();
                try (var out = Disk.create(file)) {
                    new DigestInputStream(tar, digest).transferTo(out);
                }
                var known = missing.remove(entry.getName());
                if (known == null || !known.sha256().equals(Disk.hex(digest))) {
                    throw new CannotStart(
                            "The backup %s is damaged: %s is not as it was written. Use another backup."
                                    .formatted(source.manifest().name(), entry.getName()));
                }
            }
        }
        if (!missing.isEmpty()) {
            throw new CannotStart(
                    "The backup %s is damaged: %d files are missing in it. Use another backup."
                            .formatted(source.manifest().name(), missing.size()));
        }
        Files.writeString(to.resolve("cluster/recovery.signal"), "");
    }

    /// What the house that went down had written but not archived yet.
    private static void takeOver(Path oldData, Source source, Path to) throws IOException {
        var old = KeeperDoor.folder(oldData).resolve("cluster");
        if (!Files.exists(old.resolve("PG_VERSION"))
                || !KeeperDoor.identifier(old).equals(source.manifest().cluster())) {
            throw new CannotStart(
                    "The folder %s does not hold the database the backup is of."
                            .formatted(oldData));
        }
        KeeperDoor.stopLeftover(oldData);
        try (var segments = Files.list(old.resolve("pg_wal"))) {
            for (var segment : segments.toList()) {
                if (SEGMENT.matcher(segment.getFileName().toString()).matches()) {
                    Files.copy(
                            segment,
                            to.resolve("cluster/pg_wal").resolve(segment.getFileName()),
                            StandardCopyOption.REPLACE_EXISTING);
                }
            }
        }
    }

    private static Restored recover(Wish wish, Source source, Path folder)
            throws SQLException, IOException {
        try (var door = open(wish, source, folder);
                var session = door.connect()) {
            var last =
                    TakingBackup.asked(
                            session,
                            "select cast(extract(epoch from pg_last_xact_replay_timestamp()) * 1000000 as bigint)");
            return new Restored(
                    source.manifest().name(),
                    source.manifest().finishedAt(),
                    source.archive() != null,
                    last == null
                            ? source.manifest().finishedAt()
                            : Instant.EPOCH.plus(Long.parseLong(last), ChronoUnit.MICROS),
                    Migrations.last(session),
                    rows(session),
                    new LogVerification(session).all());
        }
    }

    private static Map<String, Long> rows(Connection session) throws SQLException {
        return OwnTables.rows(session);
    }

    private static KeeperDoor open(Wish wish, Source source, Path folder) throws IOException {
        try {
            return KeeperDoor.recover(folder, source.archive(), wish.until());
        } catch (CannotStart e) {
            var log = folder.resolve("server.log");
            var said = Files.exists(log) ? Files.readString(log) : "";
            if (wish.until() != null
                    && said.contains("recovery ended before configured recovery target")) {
                throw new CannotStart(
                        "Nothing that was saved at or after %s is in the backup or its archive, so that moment is not reached. Leave out --to-time to bring back all there is%s."
                                .formatted(Moments.told(wish.until()), lastIn(said)),
                        e);
            }
            // The log is about to be kept elsewhere than where the server was told of.
            throw new CannotStart(
                    String.valueOf(e.getMessage())
                            .replace(log.toString(), folder.resolveSibling(LOG_KEPT).toString()),
                    e);
        }
    }

    private static String lastIn(String log) {
        var found =
                Pattern.compile("last completed transaction was at log time (\\S+ [0-9:.]+)\\+00")
                        .matcher(log);
        return found.find()
                ? " (up to %s)"
                        .formatted(
                                Moments.told(
                                        OffsetDateTime.parse(found.group(1).replace(' ', 'T') + "Z")
                                                .toInstant()))
                : "";
    }
}
