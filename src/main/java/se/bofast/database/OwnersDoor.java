package se.bofast.database;

import java.io.IOException;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/// The way to the database for whoever runs the house and works at its terminal: as the owner,
/// whether the house is open or not.
public final class OwnersDoor implements AutoCloseable {

    private final Connection connection;
    private final @Nullable RunningDatabase database;

    private OwnersDoor(Connection connection, @Nullable RunningDatabase database) {
        this.connection = connection;
        this.database = database;
    }

    /// @throws CannotStart if there is no database, or it does not let the owner in
    public static OwnersDoor open(DatabaseSettings settings) {
        var running = ofRunningHouse(settings);
        if (running != null) {
            return new OwnersDoor(running, null);
        }
        var external = settings.database().url();
        if ((external == null || external.isBlank())
                && !Files.exists(settings.data().resolve("postgres/cluster/PG_VERSION"))) {
            throw new CannotStart(
                    "There is no database in the data folder %s. Give the right one with --bofast.data=<folder>."
                            .formatted(settings.data().toAbsolutePath()));
        }
        var database = RunningDatabase.start(settings);
        try {
            var address = database.address();
            return new OwnersDoor(
                    DriverManager.getConnection(
                            address.url(), DatabaseAddress.OWNER, address.ownerPassword()),
                    database);
        } catch (SQLException e) {
            database.close();
            throw new CannotStart(
                    "The database does not let the role bofast_owner in. Check BOFAST_DATABASE_URL and BOFAST_DATABASE_OWNERPASSWORD.",
                    e);
        }
    }

    /// The database that an open house has brought along; null if none answers there.
    private static @Nullable Connection ofRunningHouse(DatabaseSettings settings) {
        var external = settings.database().url();
        var folder = settings.data().resolve("postgres");
        var process = folder.resolve("cluster/postmaster.pid");
        if (external != null && !external.isBlank() || !Files.exists(process)) {
            return null;
        }
        try (var kept = Files.newBufferedReader(folder.resolve("passwords.properties"))) {
            var passwords = new Properties();
            passwords.load(kept);
            var port = Files.readAllLines(process).get(3).strip();
            return DriverManager.getConnection(
                    "jdbc:postgresql://127.0.0.1:" + port + "/" + EmbeddedPostgres.DATABASE,
                    DatabaseAddress.OWNER,
                    passwords.getProperty(DatabaseAddress.OWNER));
        } catch (IOException | SQLException | IndexOutOfBoundsException e) {
            // A killed house leaves the file behind; then the house's own way in starts the server.
            return null;
        }
    }

    public Connection connection() {
        return connection;
    }

    @Override
    public void close() throws SQLException {
        connection.close();
        if (database != null) {
            database.close();
        }
    }
}
