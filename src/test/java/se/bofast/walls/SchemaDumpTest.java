package se.bofast.walls;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import org.junit.jupiter.api.Test;
import se.bofast.database.TestDatabase;

/// `docs/db/schema.sql` is the migrated schema, so that a reader need not add migrations up.
class SchemaDumpTest {

    private static final Path KEPT = Path.of("docs/db/schema.sql");

    @Test
    void the_kept_schema_is_the_migrated_one() throws Exception {
        var address = TestDatabase.migrated();
        String printed;
        try (var connection =
                DriverManager.getConnection(
                        address.url(), "bofast_owner", address.ownerPassword())) {
            printed = new SchemaDump(connection).print();
        }
        if (Boolean.getBoolean("bofast.schema.write")) {
            Files.createDirectories(KEPT.getParent());
            Files.writeString(KEPT, printed);
        }
        assertThat(printed)
                .as("run './bofast schema' to print the schema anew, and read the difference")
                .isEqualTo(Files.exists(KEPT) ? Files.readString(KEPT) : "");
    }
}
