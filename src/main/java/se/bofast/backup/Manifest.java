package se.bofast.backup;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import tools.jackson.databind.json.JsonMapper;

/// What stands beside a backup: which moment, which database, and every file with its hash.
///
/// @param startedAt when the copying began
/// @param finishedAt when all was there: the earliest moment the backup can be brought back to
/// @param cluster the number PostgreSQL has given the database, by which its archive is known
/// @param firstWal the first segment that must not be missing from the archive after it
/// @param postgres its version
/// @param schema the last migration
/// @param seals the last seal of each log, as `./bofast verify-log` tells it
record Manifest(
        String name,
        Instant startedAt,
        Instant finishedAt,
        String cluster,
        String firstWal,
        String lastWal,
        String postgres,
        String schema,
        Map<String, String> seals,
        List<CopiedFile> files) {

    static final String FILE = "manifest.json";

    /// What is read may lack anything.
    Manifest {
        for (var needed :
                Arrays.asList(
                        name,
                        startedAt,
                        finishedAt,
                        cluster,
                        firstWal,
                        lastWal,
                        postgres,
                        schema,
                        seals,
                        files)) {
            Objects.requireNonNull(needed, "a manifest says all of it");
        }
    }

    /// @param path within the backup
    record CopiedFile(String path, long size, String sha256) {}

    private static final JsonMapper JSON = JsonMapper.builder().build();

    byte[] written() {
        return JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(this);
    }

    static Manifest read(Path file) {
        return JSON.readValue(file.toFile(), Manifest.class);
    }

    long size() {
        return files.stream().mapToLong(CopiedFile::size).sum();
    }
}
