package se.bofast.database;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/// What the server we bring along is started for, and what it is told besides.
sealed interface ServerTask {

    DateTimeFormatter ZONED =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.SSSSSS'+00'").withZone(ZoneOffset.UTC);

    /// The settings, as `name=value`.
    ///
    /// @param folder of the server, with its cluster in it
    List<String> settings(Path folder) throws IOException;

    /// The house is open.
    ///
    /// @param archive where what was written is copied to all the time; null if nowhere
    record Serving(@Nullable Archive archive) implements ServerTask {

        @Override
        public List<String> settings(Path folder) throws IOException {
            var unbroken = folder.resolve(UNBROKEN);
            if (archive == null) {
                // What is written now is in no archive: the next backup begins anew.
                Files.deleteIfExists(unbroken);
                return List.of();
            }
            var place = archive.of(folder.resolve("cluster"));
            script(folder.resolve("archive-wal.sh"), ARCHIVE.formatted(quoted(place)));
            try {
                Files.createDirectories(place);
                EmbeddedPostgres.giveToServer(place);
            } catch (IOException e) {
                // A disk that is away must not keep the house closed: the server keeps what is not
                // archived, and goes on trying until the disk is there again.
                LoggerFactory.getLogger(ServerTask.class)
                        .warn("The backup folder {} cannot be written in", archive.place());
            }
            return List.of(
                    "archive_mode=on",
                    // From within the cluster, so that no folder's name can break it.
                    "archive_command=sh ../archive-wal.sh \"%p\" \"%f\"",
                    "archive_timeout=" + Math.max(1, archive.after().toSeconds()));
        }
    }

    /// Only what an earlier house left running is stopped.
    record StayingClosed() implements ServerTask {

        @Override
        public List<String> settings(Path folder) {
            return List.of();
        }
    }

    /// A backup is brought back. Nothing is archived meanwhile: it may be a trial.
    ///
    /// @param wal the archive; null if there is none
    /// @param until the moment to bring it back to; null for all there is
    record Recovering(@Nullable Path wal, @Nullable Instant until) implements ServerTask {

        @Override
        public List<String> settings(Path folder) throws IOException {
            var settings = new ArrayList<String>();
            if (wal == null) {
                settings.add("restore_command=false");
            } else {
                script(
                        folder.resolve("fetch-wal.sh"),
                        FETCH.formatted(quoted(wal.toAbsolutePath())));
                settings.add("restore_command=sh ../fetch-wal.sh \"%f\" \"%p\"");
            }
            if (until != null) {
                // As a number of hours: the server reads its settings before it knows any zone's
                // name.
                settings.add("recovery_target_time=" + ZONED.format(until));
                settings.add("recovery_target_action=promote");
            }
            settings.add("recovery_target_timeline=latest");
            // On, but with nowhere to go: what this server writes is marked as not archived yet,
            // so that the house's archive has it from the first once it is opened.
            settings.add("archive_mode=on");
            settings.add("archive_command=");
            return settings;
        }
    }

    /// @param place the backup folder
    /// @param after how long what was written may wait at most
    record Archive(Path place, Duration after) {

        /// Each cluster has an archive of its own in the folder, so that a new one never mixes with
        /// an old.
        Path of(Path cluster) throws IOException {
            return place.resolve("wal-" + identifier(cluster));
        }
    }

    /// The number PostgreSQL has given the cluster: the first eight bytes of its control file.
    static String identifier(Path cluster) throws IOException {
        try (var control = Files.newInputStream(cluster.resolve("global/pg_control"))) {
            return Long.toUnsignedString(
                    ByteBuffer.wrap(control.readNBytes(8))
                            .order(ByteOrder.nativeOrder())
                            .getLong());
        }
    }

    /// The file that says that the archive has had everything since a backup was taken.
    String UNBROKEN = "archive-unbroken";

    /// Copies one segment, to the disk and then under its name; never over another.
    String ARCHIVE =
            """
            # Written by Bofast at each start.
            set -eu
            umask 077
            to=%s
            if [ -f "$to/$2.gz" ]; then
                gzip -dc "$to/$2.gz" | cmp -s - "$1"
                exit
            fi
            gzip -1 -c "$1" > "$to/.$2.part"
            sync "$to/.$2.part"
            mv "$to/.$2.part" "$to/$2.gz"
            sync "$to"
            """;

    /// Fetches one segment; that it is not there is an answer too.
    String FETCH =
            """
            # Written by Bofast for the time of the restore.
            set -eu
            from=%s
            [ -f "$from/$1.gz" ] || exit 1
            gzip -dc "$from/$1.gz" > "$2.part"
            mv "$2.part" "$2"
            """;

    private static void script(Path file, String text) throws IOException {
        Files.writeString(file, text);
    }

    private static String quoted(Path path) {
        return "'" + path.toString().replace("'", "'\\''") + "'";
    }
}
