package se.bofast.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;

/// One PostgreSQL server a test run, one migrated template, a copy of it for whoever asks.
public final class TestDatabase {

    private static final String TEMPLATE = "template_migrated";
    private static final AtomicInteger COPIES = new AtomicInteger();
    private static final EmbeddedPostgres SERVER = start();

    private TestDatabase() {}

    private static EmbeddedPostgres start() {
        try {
            // Unpacked once, kept between runs; the cluster is new each time.
            var folder = Path.of("target", "test-postgres");
            if (Files.exists(folder.resolve("cluster"))) {
                EmbeddedPostgres.deleteTree(folder.resolve("cluster"));
            }
            Files.deleteIfExists(folder.resolve("passwords.properties"));
            var server = EmbeddedPostgres.in(folder, false);
            Runtime.getRuntime().addShutdownHook(new Thread(server::close));
            DatabaseRoles.make(server);
            DatabaseRoles.createDatabase(server, TEMPLATE, "template0");
            Migrations.run(address(server, TEMPLATE));
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static DatabaseAddress address(EmbeddedPostgres server, String database) {
        return new DatabaseAddress(
                server.url(database),
                server.password(DatabaseAddress.OWNER),
                server.password(DatabaseAddress.APP),
                false);
    }

    /// A fresh copy of the migrated database.
    public static DatabaseAddress copy() {
        var name = "copy_" + COPIES.incrementAndGet();
        try {
            DatabaseRoles.createDatabase(SERVER, name, TEMPLATE);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return address(SERVER, name);
    }

    /// The migrated template itself: read it, do not write.
    public static DatabaseAddress migrated() {
        return address(SERVER, TEMPLATE);
    }

    /// A role as docs/operations.md has it made for export and import. Its password.
    public static String keeper() throws SQLException {
        try (var connection = SERVER.asSuperuser("postgres");
                var statement = connection.createStatement()) {
            statement.execute(
                    """
                    do $$ begin
                      if not exists (select from pg_roles where rolname = 'bofast_keeper') then
                        create role bofast_keeper login bypassrls password 'nyckelknippa';
                        grant bofast_owner to bofast_keeper;
                      end if;
                    end $$
                    """);
        }
        return "nyckelknippa";
    }

    /// Lets the role in, as who runs a server does when the database is of the owner only.
    public static void letIn(String role, DatabaseAddress address) throws SQLException {
        var database = address.url().substring(address.url().lastIndexOf('/') + 1);
        try (var connection = SERVER.asSuperuser("postgres");
                var statement = connection.createStatement()) {
            statement.execute("grant connect on database %s to %s".formatted(database, role));
        }
    }

    static EmbeddedPostgres server() {
        return SERVER;
    }
}
