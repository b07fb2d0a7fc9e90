package se.bofast.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// The database this house runs on: its own server, or somebody else's.
final class RunningDatabase implements AutoCloseable {

    private final DatabaseAddress address;
    private final @Nullable EmbeddedPostgres server;

    private RunningDatabase(DatabaseAddress address, @Nullable EmbeddedPostgres server) {
        this.address = address;
        this.server = server;
    }

    static RunningDatabase start(DatabaseSettings settings) {
        var external = settings.database();
        if (external.url() == null || external.url().isBlank()) {
            var backup = settings.backup();
            var archive =
                    backup.place()
                            .map(place -> new ServerTask.Archive(place, backup.archiveAfter()))
                            .orElse(null);
            var server =
                    EmbeddedPostgres.in(
                            settings.data().resolve("postgres"),
                            true,
                            new ServerTask.Serving(archive));
            DatabaseRoles.make(server);
            return new RunningDatabase(
                    new DatabaseAddress(
                            server.url(EmbeddedPostgres.DATABASE),
                            server.password(DatabaseAddress.OWNER),
                            server.password(DatabaseAddress.APP),
                            settings.demo() || server.created() && settings.demoWhenNew()),
                    server);
        }
        if (external.ownerPassword() == null || external.appPassword() == null) {
            throw new CannotStart(
                    "An own database is set in BOFAST_DATABASE_URL, but the passwords are missing. Give BOFAST_DATABASE_OWNERPASSWORD and BOFAST_DATABASE_APPPASSWORD.");
        }
        return new RunningDatabase(
                new DatabaseAddress(
                        external.url(),
                        external.ownerPassword(),
                        external.appPassword(),
                        settings.demo()),
                null);
    }

    /// As the one role that may do everything, in a server of ours.
    Connection asSuperuser() throws SQLException {
        return Objects.requireNonNull(server, "it is somebody else's")
                .asSuperuser(EmbeddedPostgres.DATABASE);
    }

    DatabaseAddress address() {
        return address;
    }

    @Override
    public void close() {
        if (server != null) {
            server.close();
        }
    }
}
