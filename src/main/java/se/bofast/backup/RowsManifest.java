package se.bofast.backup;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import tools.jackson.databind.json.JsonMapper;

/// What stands beside exported rows: from when they are, of which schema, and each table with its
/// rows counted and hashed.
///
/// @param takenAt the moment they are from: all of them from one
/// @param migrations each migration the tables have had, with its checksum
/// @param nextTransaction no row knows a transaction of this number or above
/// @param seals the last seal of each log, as `./bofast verify-log` tells it
/// @param sequences the last number each has given
/// @param tables in the order in which they can be filled
record RowsManifest(
        Instant takenAt,
        Map<String, String> migrations,
        String nextTransaction,
        Map<String, String> seals,
        Map<String, Long> sequences,
        List<TableRows> tables) {

    static final String FILE = "rows.json";

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /// @param sha256 of the rows as COPY writes them, before they are packed
    record TableRows(String table, List<String> columns, long rows, String sha256) {}

    /// What is read may lack anything.
    RowsManifest {
        for (var needed :
                Arrays.asList(takenAt, migrations, nextTransaction, seals, sequences, tables)) {
            Objects.requireNonNull(needed, "a manifest says all of it");
        }
    }

    byte[] written() {
        return JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(this);
    }

    static RowsManifest read(Path file) {
        return JSON.readValue(file.toFile(), RowsManifest.class);
    }

    long rows() {
        return tables.stream().mapToLong(TableRows::rows).sum();
    }
}
