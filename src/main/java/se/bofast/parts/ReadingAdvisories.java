package se.bofast.parts;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/// Finds advisories in what was named at the terminal: a file, a folder of files, or the zip OSV
/// publishes of an ecosystem. What cannot be read is told, and the rest is read all the same.
final class ReadingAdvisories {

    private static final int DEEPEST = 10;
    private static final int MOST_IN_A_ZIP = 500_000;
    private static final long MOST_UNPACKED = 8L * 1024 * 1024 * 1024;

    /// Takes what is found.
    interface Found {
        void advisory(Advisory advisory);

        void unreadable(String where, String why);
    }

    private final Found found;
    private long unpacked;

    ReadingAdvisories(Found found) {
        this.found = found;
    }

    void read(Path place) {
        if (Files.isDirectory(place)) {
            folder(place);
        } else if (!Files.exists(place)) {
            found.unreadable(place.toString(), "there is no such file");
        } else {
            file(place);
        }
    }

    private void folder(Path folder) {
        List<Path> files;
        try (var all = Files.walk(folder, DEEPEST, new FileVisitOption[0])) {
            files =
                    all.filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
                            .filter(file -> hasEnding(file.toString(), ".json", ".zip"))
                            .sorted()
                            .toList();
        } catch (IOException | java.io.UncheckedIOException e) {
            found.unreadable(folder.toString(), "the folder cannot be looked through");
            return;
        }
        if (files.isEmpty()) {
            found.unreadable(
                    folder.toString(), "the folder has no file that ends in .json or .zip");
        }
        files.forEach(this::file);
    }

    private static boolean hasEnding(String name, String... endings) {
        var lower = name.toLowerCase(Locale.ROOT);
        return List.of(endings).stream().anyMatch(lower::endsWith);
    }

    private void file(Path file) {
        try {
            if (isZip(file)) {
                zip(file);
            } else if (Files.size(file) > AdvisoryText.LONGEST) {
                found.unreadable(file.toString(), tooLarge());
            } else {
                try (var in = Files.newInputStream(file)) {
                    text(file.toString(), in);
                }
            }
        } catch (IOException e) {
            found.unreadable(file.toString(), "it cannot be read");
        }
    }

    private static boolean isZip(Path file) throws IOException {
        try (var in = Files.newInputStream(file)) {
            var start = in.readNBytes(4);
            return start.length == 4
                    && start[0] == 'P'
                    && start[1] == 'K'
                    && (start[2] == 3 || start[2] == 5);
        }
    }

    private static String tooLarge() {
        return "it is larger than %d MB".formatted(AdvisoryText.LONGEST / 1024 / 1024);
    }

    /// Nothing is unpacked to disk, and a zip within it is not opened.
    private void zip(Path file) throws IOException {
        try (var zip = new ZipFile(file.toFile())) {
            if (zip.size() > MOST_IN_A_ZIP) {
                found.unreadable(
                        file.toString(), "it holds more than %,d files".formatted(MOST_IN_A_ZIP));
                return;
            }
            var entries =
                    zip.stream()
                            .filter(entry -> !entry.isDirectory())
                            .filter(entry -> hasEnding(entry.getName(), ".json"))
                            .toList();
            if (entries.isEmpty()) {
                found.unreadable(file.toString(), "it has no file in it that ends in .json");
            }
            for (ZipEntry entry : entries) {
                var where = file + " / " + entry.getName();
                try (var in = new Measured(zip.getInputStream(entry))) {
                    text(where, in);
                    unpacked += in.length;
                }
                if (unpacked > MOST_UNPACKED) {
                    found.unreadable(file.toString(), "unpacked it is beyond measure");
                    return;
                }
            }
        }
    }

    private void text(String where, InputStream in) {
        Consumer<Advisory> take = found::advisory;
        try {
            AdvisoryText.read(in, take);
        } catch (Unreadable e) {
            found.unreadable(where, e.why());
        }
    }

    /// Counts what it gives, and gives no more than a text may have.
    private static final class Measured extends java.io.FilterInputStream {

        private long length;

        Measured(InputStream in) {
            super(in);
        }

        private int counted(int read) throws IOException {
            length += Math.max(0, read);
            if (length > AdvisoryText.LONGEST) {
                throw new IOException(tooLarge());
            }
            return read;
        }

        @Override
        public int read() throws IOException {
            var one = super.read();
            counted(one < 0 ? 0 : 1);
            return one;
        }

        @Override
        public int read(byte[] into, int from, int most) throws IOException {
            return counted(super.read(into, from, most));
        }
    }
}
