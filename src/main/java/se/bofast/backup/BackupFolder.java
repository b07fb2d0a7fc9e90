package se.bofast.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;

/// The folder with the backups, a folder each, and the archive of what was written between them.
final class BackupFolder {

    static final String CONTENT = "base.tar.gz";
    static final String SUMS = "SHA256SUMS";
    static final String UNFINISHED = ".unfinished-";

    /// A segment of the archive: eight digits of the line of time, sixteen of the place on it.
    private static final Pattern SEGMENT = Pattern.compile("[0-9A-F]{24}(\\.partial)?\\.gz");

    private final Path place;

    BackupFolder(Path place) {
        this.place = place;
    }

    Path place() {
        return place;
    }

    /// The finished backups that can be read, the newest first.
    List<Manifest> all() throws IOException {
        return folders().stream()
                .flatMap(folder -> read(folder).stream())
                .sorted(Comparator.comparing(Manifest::finishedAt).reversed())
                .toList();
    }

    /// The names of the backups that are there and cannot be read, the newest first: a backup gets
    /// its name when all of it is there, so something has happened to them since.
    List<String> damaged() throws IOException {
        return folders().stream()
                .filter(folder -> isBackup(folder) && read(folder).isEmpty())
                .map(folder -> folder.getFileName().toString())
                .sorted(Comparator.reverseOrder())
                .toList();
    }

    private List<Path> folders() throws IOException {
        if (!Files.isDirectory(place)) {
            return List.of();
        }
        var found = new ArrayList<Path>();
        try (var folders = Files.newDirectoryStream(place, Files::isDirectory)) {
            for (var folder : folders) {
                if (!folder.getFileName().toString().startsWith(".")) {
                    found.add(folder);
                }
            }
        }
        return found;
    }

    /// True for the folder of one backup, whole or damaged.
    static boolean isBackup(Path folder) {
        return Stream.of(CONTENT, Manifest.FILE, SUMS)
                .anyMatch(file -> Files.exists(folder.resolve(file)));
    }

    /// What one backup says of itself; empty if it is none, or damaged.
    static Optional<Manifest> read(Path backup) {
        var file = backup.resolve(Manifest.FILE);
        if (!Files.exists(file) || !Files.exists(backup.resolve(SUMS))) {
            return Optional.empty();
        }
        try {
            return Optional.of(Manifest.read(file));
        } catch (JacksonException e) {
            return Optional.empty();
        }
    }

    Path of(Manifest backup) {
        return place.resolve(backup.name());
    }

    Path archive(String cluster) {
        return place.resolve("wal-" + cluster);
    }

    /// The newest backup that was finished at the moment; null for any moment.
    Optional<Manifest> newestBy(@org.jspecify.annotations.Nullable Instant moment)
            throws IOException {
        return all().stream()
                .filter(backup -> moment == null || !backup.finishedAt().isAfter(moment))
                .findFirst();
    }

    /// How many backups and how many segments of the archive were let go of.
    record Pruned(int backups, int segments) {}

    /// Keeps the newest of one database, and of its archive what they need. Backups of other
    /// databases in the folder are left alone.
    Pruned keep(int number, String cluster) throws IOException {
        var mine = all().stream().filter(backup -> backup.cluster().equals(cluster)).toList();
        var old = mine.subList(Math.min(Math.max(number, 1), mine.size()), mine.size());
        for (var backup : old) {
            // First it is no backup any more, then its files go.
            var leaving = place.resolve(UNFINISHED + backup.name());
            Files.move(of(backup), leaving);
            Disk.delete(leaving);
        }
        var kept = mine.subList(0, mine.size() - old.size());
        var first =
                kept.stream()
                        .map(backup -> onItsLine(backup.firstWal()))
                        .min(Comparator.naturalOrder());
        var segments = 0;
        if (first.isPresent() && Files.isDirectory(archive(cluster))) {
            try (var files = Files.list(archive(cluster))) {
                for (var file : files.collect(Collectors.toList())) {
                    var name = file.getFileName().toString();
                    // The small files that tell how the lines of time branch are kept for good.
                    if (SEGMENT.matcher(name).matches()
                            && onItsLine(name).compareTo(first.get()) < 0) {
                        Files.delete(file);
                        segments++;
                    }
                }
            }
        }
        return new Pruned(old.size(), segments);
    }

    private static String onItsLine(String segment) {
        return segment.substring(8, 24);
    }

    /// Takes away what a backup that was broken off has left.
    void clear() throws IOException {
        try (var left = Files.newDirectoryStream(place, UNFINISHED + "*")) {
            for (var folder : left) {
                Disk.delete(folder);
            }
        }
    }
}
