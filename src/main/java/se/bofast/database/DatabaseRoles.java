package se.bofast.database;

import java.sql.SQLException;

/// Makes the two roles and the database in a server the house brought along.
public final class DatabaseRoles {

    private DatabaseRoles() {}

    public static void make(EmbeddedPostgres server) {
        try (var connection = server.asSuperuser("postgres");
                var statement = connection.createStatement()) {
            for (var role : java.util.List.of(DatabaseAddress.OWNER, DatabaseAddress.APP)) {
                // The password is our own base64 text, so quoting it here is safe.
                statement.execute(
                        """
                        do $$ begin
                          if not exists (select from pg_roles where rolname = '%1$s') then
                            create role %1$s login nosuperuser nobypassrls nocreaterole password '%2$s';
                          end if;
                        end $$
                        """
                                .formatted(role, server.password(role)));
            }
            createDatabase(server, EmbeddedPostgres.DATABASE, "template0");
        } catch (SQLException e) {
            throw new CannotStart("The database roles could not be made: " + e.getMessage(), e);
        }
    }

    /// Creates a database owned by the owner role unless it is there already.
    public static void createDatabase(EmbeddedPostgres server, String name, String template)
            throws SQLException {
        try (var connection = server.asSuperuser("postgres");
                var statement = connection.createStatement()) {
            if (!exists(connection, name)) {
                statement.execute(
                        "create database %s owner %s template %s"
                                .formatted(name, DatabaseAddress.OWNER, template));
                statement.execute("revoke all on database %s from public".formatted(name));
                statement.execute(
                        "grant connect on database %s to %s".formatted(name, DatabaseAddress.APP));
            }
        }
    }

    private static boolean exists(java.sql.Connection connection, String name) throws SQLException {
        try (var ask =
                connection.prepareStatement(
                        "select datname from pg_catalog.pg_database where datname = ?")) {
            ask.setString(1, name);
            try (var found = ask.executeQuery()) {
                return found.next();
            }
        }
    }
}
