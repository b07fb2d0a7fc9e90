package se.bofast.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.TreeMap;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/// One history, a folder per room, time-stamped names, run as the owner before anything is served.
public final class Migrations {

    private Migrations() {}

    /// The last migration the database has had.
    public static String last(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var row =
                        statement.executeQuery(
                                """
                                select version from framework.flyway_schema_history
                                where success and version is not null order by installed_rank desc limit 1
                                """)) {
            return row.next() ? row.getString(1) : "none";
        }
    }

    /// Each migration the database has had, by version, with the checksum of its text.
    public static Map<String, String> history(Connection connection) throws SQLException {
        var history = new TreeMap<String, String>();
        try (var statement = connection.createStatement();
                var rows =
                        statement.executeQuery(
                                """
                                select version, checksum from framework.flyway_schema_history
                                where success and version is not null
                                """)) {
            while (rows.next()) {
                history.put(rows.getString(1), String.valueOf(rows.getString(2)));
            }
        }
        return history;
    }

    public static int run(DatabaseAddress address) {
        try {
            return Flyway.configure()
                    .dataSource(address.url(), DatabaseAddress.OWNER, address.ownerPassword())
                    .locations("classpath:db/migration")
                    .defaultSchema("framework")
                    .createSchemas(true)
                    .outOfOrder(false)
                    .validateMigrationNaming(true)
                    .cleanDisabled(true)
                    .connectRetries(2)
                    .load()
                    .migrate()
                    .migrationsExecuted;
        } catch (FlywayException e) {
            if (String.valueOf(e.getMessage()).contains("password authentication failed")) {
                throw new CannotStart(
                        "The database refuses the password of bofast_owner. Give the right one in BOFAST_DATABASE_OWNERPASSWORD.",
                        e);
            }
            if (String.valueOf(e.getMessage()).contains("Unable to obtain connection")) {
                throw new CannotStart(
                        "The database does not answer at the address in BOFAST_DATABASE_URL. Check that it runs and can be reached.",
                        e);
            }
            throw e;
        }
    }
}
