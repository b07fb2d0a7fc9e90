package se.bofast.backup;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Set;
import se.bofast.database.KeeperDoor;

/// Files that hold everything about everyone: open to their owner only, and on the disk before
/// anybody is told that they are there.
final class Disk {

    private static final Set<PosixFilePermission> OWNERS_FILE =
            PosixFilePermissions.fromString("rw-------");
    private static final boolean POSIX =
            FileSystems.getDefault().supportedFileAttributeViews().contains("posix");

    private Disk() {}

    static Path folder(Path path) throws IOException {
        if (!Files.isDirectory(path)) {
            Files.createDirectories(path);
            if (POSIX) {
                // The archive in it is written by the server, which another user may run.
                Files.setPosixFilePermissions(
                        path,
                        PosixFilePermissions.fromString(
                                KeeperDoor.serverIsAnotherUser() ? "rwx--x--x" : "rwx------"));
            }
        }
        return path;
    }

    static OutputStream create(Path file) throws IOException {
        var stream = Files.newOutputStream(file, StandardOpenOption.CREATE_NEW);
        if (POSIX) {
            Files.setPosixFilePermissions(file, OWNERS_FILE);
        }
        return stream;
    }

    static void write(Path file, byte[] content) throws IOException {
        try (var stream = create(file)) {
            stream.write(content);
        }
        flush(file);
    }

    /// Waits until the file, or the names in the folder, are on the disk.
    static void flush(Path path) throws IOException {
        try (var channel = FileChannel.open(path, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    static String hex(MessageDigest digest) {
        return HexFormat.of().formatHex(digest.digest());
    }

    static String hash(Path file) throws IOException {
        var digest = sha256();
        try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
            in.transferTo(OutputStream.nullOutputStream());
        }
        return hex(digest);
    }

    static void delete(Path root) throws IOException {
        if (!Files.exists(root)) {
            return;
        }
        try (var all = Files.walk(root)) {
            all.sorted(java.util.Comparator.reverseOrder())
                    .forEach(path -> {
                        try {
                            Files.delete(path);
                        } catch (IOException e) {
                            throw new UncheckedIOException(e);
                        }
                    });
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }
}
