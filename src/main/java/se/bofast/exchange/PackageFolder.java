package se.bofast.exchange;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;

/// A folder that only this process may read, gone when the work is done. What a killed process has
/// left behind is taken away by the next one.
final class PackageFolder implements AutoCloseable {

    private static final String PREFIX = "bofast-paket";
    private static final Duration LEFT_BEHIND = Duration.ofHours(1);

    private final Path path;

    private PackageFolder(Path path) {
        this.path = path;
    }

    static PackageFolder open() {
        try {
            var made = Files.createTempDirectory(PREFIX);
            sweep(made);
            return new PackageFolder(made);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path path() {
        return path;
    }

    Path put(String name, byte[] bytes) {
        try {
            return Files.write(path.resolve(name), bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        erase(path);
    }

    /// By the clock of the disk alone: the house may play another day.
    private static void sweep(Path made) throws IOException {
        var now = Files.getLastModifiedTime(made).toInstant();
        try (var others = Files.newDirectoryStream(made.getParent(), PREFIX + "*")) {
            for (var other : others) {
                if (Files.getLastModifiedTime(other).toInstant().isBefore(now.minus(LEFT_BEHIND))) {
                    erase(other);
                }
            }
        }
    }

    private static void erase(Path folder) {
        try (var all = Files.walk(folder)) {
            for (var one : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(one);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
