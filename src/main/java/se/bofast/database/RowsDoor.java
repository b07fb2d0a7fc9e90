package se.bofast.database;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/// The way to all rows past the walls, in whichever PostgreSQL they are, for whoever takes them
/// from one to another. The role that serves pages has no such way, and neither has the owner.
public final class RowsDoor implements AutoCloseable {

    private final Connection connection;
    private final AutoCloseable behind;

    private RowsDoor(Connection connection, AutoCloseable behind) {
        this.connection = connection;
        this.behind = behind;
    }

    /// To take rows out; the house may be open.
    ///
    /// @throws CannotStart if there is no database, or the role may not see everything
    public static RowsDoor toRead(DatabaseSettings settings) {
        if (!settings.embedded()) {
            return new RowsDoor(keeper(settings), () -> {});
        }
        var door = KeeperDoor.open(settings);
        try {
            return new RowsDoor(told(door.connect()), door);
        } catch (SQLException e) {
            door.close();
            throw unanswered(e);
        }
    }

    /// To put rows in: the house is closed, and its tables are made if they are not there.
    ///
    /// @throws CannotStart if the house is open, or the role may not write everywhere
    public static RowsDoor toFill(DatabaseSettings settings) {
        var database = RunningDatabase.start(settings);
        try {
            var connection = settings.embedded() ? told(database.asSuperuser()) : keeper(settings);
            Migrations.run(database.address());
            return new RowsDoor(connection, database);
        } catch (SQLException e) {
            database.close();
            throw unanswered(e);
        } catch (RuntimeException e) {
            database.close();
            throw e;
        }
    }

    private static Connection keeper(DatabaseSettings settings) {
        var external = settings.database();
        if (external.keeper() == null || external.keeperPassword() == null) {
            throw new CannotStart(
                    "To take all rows out of your own PostgreSQL, or to put them in, Bofast needs a role that passes the walls. Let who runs the server make one and give it in BOFAST_DATABASE_KEEPER and BOFAST_DATABASE_KEEPERPASSWORD: create role bofast_keeper login bypassrls password '...'; grant bofast_owner to bofast_keeper; Take it away again afterwards.");
        }
        try {
            var connection =
                    told(
                            DriverManager.getConnection(
                                    String.valueOf(external.url()),
                                    external.keeper(),
                                    external.keeperPassword()));
            if (!passesWalls(connection)) {
                connection.close();
                throw new CannotStart(
                        "The role %s does not pass the walls, so it would see nothing and say that all is well. It must have bypassrls and be a member of bofast_owner."
                                .formatted(external.keeper()));
            }
            return connection;
        } catch (SQLException e) {
            throw unanswered(e);
        }
    }

    private static boolean passesWalls(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var row =
                        statement.executeQuery(
                                """
                                select r.rolsuper or r.rolbypassrls and pg_has_role('bofast_owner', 'usage')
                                from pg_catalog.pg_roles r where r.rolname = session_user
                                """)) {
            return row.next() && row.getBoolean(1);
        }
    }

    /// Values are written as text in one way only, whatever the server's own habits are.
    private static Connection told(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("set timezone = 'UTC'");
            statement.execute("set datestyle = 'ISO'");
            statement.execute("set intervalstyle = 'iso_8601'");
            statement.execute("set bytea_output = 'hex'");
            statement.execute("set extra_float_digits = 1");
            statement.execute("set search_path = ''");
        }
        return connection;
    }

    private static CannotStart unanswered(SQLException e) {
        return new CannotStart(
                "The database does not answer, or does not let this role in (SQLSTATE %s). Check BOFAST_DATABASE_URL, BOFAST_DATABASE_KEEPER and BOFAST_DATABASE_KEEPERPASSWORD."
                        .formatted(e.getSQLState()),
                e);
    }

    public Connection connection() {
        return connection;
    }

    @Override
    public void close() {
        try {
            connection.close();
            behind.close();
        } catch (Exception e) {
            throw new IllegalStateException("closing what is ours throws nothing else", e);
        }
    }
}
