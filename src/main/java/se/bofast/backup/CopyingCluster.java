package se.bofast.backup;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import se.bofast.backup.Manifest.CopiedFile;

/// Copies the files of a cluster that is being written in.
///
/// A file may grow, shrink or go while it is read: what the server writes ahead makes it right
/// again
/// (https://www.postgresql.org/docs/18/continuous-archiving.html#BACKUP-LOWLEVEL-BASE-BACKUP).
final class CopyingCluster {

    /// Made anew by the server at each start; the folders themselves must be there.
    private static final Set<String> EMPTY =
            Set.of(
                    "pg_wal",
                    "pg_replslot",
                    "pg_dynshmem",
                    "pg_notify",
                    "pg_serial",
                    "pg_snapshots",
                    "pg_stat_tmp",
                    "pg_subtrans");

    private static final Set<String> LEFT =
            Set.of(
                    "postmaster.pid",
                    "postmaster.opts",
                    "backup_label",
                    "backup_label.old",
                    "recovery.signal",
                    "standby.signal");

    private static final Pattern SEGMENT = Pattern.compile("[0-9A-F]{24}");
    private static final String CONTROL = "global/pg_control";

    private final Path folder;
    private final TarArchiveOutputStream tar;
    private final List<CopiedFile> files = new ArrayList<>();

    CopyingCluster(Path folder, TarArchiveOutputStream tar) {
        this.folder = folder;
        this.tar = tar;
    }

    List<CopiedFile> files() {
        return List.copyOf(files);
    }

    void passwords() throws IOException {
        file(folder.resolve("passwords.properties"), "passwords.properties");
    }

    void cluster() throws IOException {
        var cluster = folder.resolve("cluster");
        Files.walkFileTree(
                cluster,
                new SimpleFileVisitor<>() {
                    @Override
                    public FileVisitResult preVisitDirectory(
                            Path directory, BasicFileAttributes attributes) throws IOException {
                        var path = cluster.relativize(directory).toString();
                        directory("cluster/" + path);
                        if (EMPTY.contains(path)) {
                            if (path.equals("pg_wal")) {
                                directory("cluster/pg_wal/archive_status");
                                directory("cluster/pg_wal/summaries");
                            }
                            return FileVisitResult.SKIP_SUBTREE;
                        }
                        return directory.getFileName().toString().startsWith("pgsql_tmp")
                                ? FileVisitResult.SKIP_SUBTREE
                                : FileVisitResult.CONTINUE;
                    }

                    @Override
                    public FileVisitResult visitFile(Path found, BasicFileAttributes attributes)
                            throws IOException {
                        var path = cluster.relativize(found).toString();
                        var name = found.getFileName().toString();
                        if (!LEFT.contains(path)
                                && !path.equals(CONTROL)
                                && !name.startsWith("pg_internal.init")
                                && !name.startsWith("pgsql_tmp")) {
                            file(found, "cluster/" + path);
                        }
                        return FileVisitResult.CONTINUE;
                    }

                    @Override
                    public FileVisitResult visitFileFailed(Path found, IOException failure)
                            throws IOException {
                        if (failure instanceof NoSuchFileException) {
                            return FileVisitResult.CONTINUE;
                        }
                        throw failure;
                    }
                });
        control(cluster.resolve(CONTROL));
    }

    /// Small, without a second copy and often rewritten: read until two readings are alike.
    private void control(Path control) throws IOException {
        var before = Files.readAllBytes(control);
        for (var tries = 0; tries < 100; tries++) {
            var again = Files.readAllBytes(control);
            if (Arrays.equals(before, again)) {
                bytes("cluster/" + CONTROL, again);
                return;
            }
            before = again;
        }
        throw new IOException("pg_control is rewritten too often to be read");
    }

    void text(String path, String content) throws IOException {
        bytes(path, content.getBytes(StandardCharsets.UTF_8));
    }

    /// The segments from the first to the last, both included, and how the lines of time branch.
    void segments(String first, String last) throws IOException {
        var wal = folder.resolve("cluster/pg_wal");
        List<Path> needed;
        try (Stream<Path> found = Files.list(wal)) {
            needed =
                    found.filter(
                                    file -> {
                                        var name = file.getFileName().toString();
                                        return name.endsWith(".history")
                                                || SEGMENT.matcher(name).matches()
                                                        && name.compareTo(first) >= 0
                                                        && name.compareTo(last) <= 0;
                                    })
                            .sorted()
                            .toList();
        }
        for (var segment : needed) {
            file(segment, "cluster/pg_wal/" + segment.getFileName());
        }
        var names = needed.stream().map(file -> file.getFileName().toString()).toList();
        if (!names.contains(first) || !names.contains(last)) {
            throw new IOException("a segment of pg_wal is missing");
        }
    }

    private void directory(String path) throws IOException {
        var entry = new TarArchiveEntry(path.endsWith("/") ? path : path + "/");
        entry.setMode(TarArchiveEntry.DEFAULT_DIR_MODE & ~077);
        tar.putArchiveEntry(entry);
        tar.closeArchiveEntry();
    }

    private void bytes(String path, byte[] content) throws IOException {
        var digest = Disk.sha256();
        begin(path, content.length);
        tar.write(content);
        tar.closeArchiveEntry();
        digest.update(content);
        files.add(new CopiedFile(path, content.length, Disk.hex(digest)));
    }

    private void file(Path found, String path) throws IOException {
        try (InputStream in = Files.newInputStream(found)) {
            var size = Files.size(found);
            begin(path, size);
            var digest = Disk.sha256();
            var buffer = new byte[1 << 16];
            var left = size;
            while (left > 0) {
                var read = in.read(buffer, 0, (int) Math.min(buffer.length, left));
                if (read < 0) {
                    // Cut short meanwhile: the rest is nothing, as the server will make it.
                    Arrays.fill(buffer, (byte) 0);
                    read = (int) Math.min(buffer.length, left);
                }
                tar.write(buffer, 0, read);
                digest.update(buffer, 0, read);
                left -= read;
            }
            tar.closeArchiveEntry();
            files.add(new CopiedFile(path, size, Disk.hex(digest)));
        } catch (NoSuchFileException e) {
            // Gone since its folder was read: a table that was dropped.
        }
    }

    private void begin(String path, long size) throws IOException {
        var entry = new TarArchiveEntry(path);
        entry.setSize(size);
        entry.setMode(0100600);
        tar.putArchiveEntry(entry);
    }
}
