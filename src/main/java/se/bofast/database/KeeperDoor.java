package se.bofast.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/// The way to the whole of the database the house brings along, its files too, for whoever copies
/// it or brings it back; whether the house is open or not.
public final class KeeperDoor implements AutoCloseable {

    private final Path folder;
    private final String url;
    private final Properties passwords;
    private final AutoCloseable server;

    private KeeperDoor(Path folder, String url, Properties passwords, AutoCloseable server) {
        this.folder = folder.toAbsolutePath().normalize();
        this.url = url;
        this.passwords = passwords;
        this.server = server;
    }

    /// @throws CannotStart if there is no database of ours
    public static KeeperDoor open(DatabaseSettings settings) {
        if (!settings.embedded()) {
            throw new CannotStart(
                    "This house runs on a PostgreSQL of your own (BOFAST_DATABASE_URL). Back that up with PostgreSQL's own tools (pg_basebackup or pgBackRest), see docs/operations.md, or write its rows to files with './bofast export --to=<folder>'.");
        }
        var folder = folder(settings.data());
        if (!Files.exists(folder.resolve("cluster/PG_VERSION"))) {
            throw new CannotStart(
                    "There is no database in the data folder %s. Give the right one with --bofast.data=<folder>."
                            .formatted(settings.data().toAbsolutePath()));
        }
        var running = ofRunningHouse(folder);
        if (running != null) {
            return running;
        }
        var database = RunningDatabase.start(settings);
        try {
            return new KeeperDoor(
                    folder, database.address().url(), passwords(folder), database::close);
        } catch (IOException e) {
            database.close();
            throw new CannotStart(
                    "The file passwords.properties in %s cannot be read.".formatted(folder), e);
        }
    }

    private static @Nullable KeeperDoor ofRunningHouse(Path folder) {
        var process = folder.resolve("cluster/postmaster.pid");
        if (!Files.exists(process)) {
            return null;
        }
        try {
            var port = Files.readAllLines(process).get(3).strip();
            var door =
                    new KeeperDoor(
                            folder,
                            "jdbc:postgresql://127.0.0.1:" + port + "/" + EmbeddedPostgres.DATABASE,
                            passwords(folder),
                            () -> {});
            try (var connection = door.connect()) {
                return connection.isValid(5) ? door : null;
            }
        } catch (IOException | SQLException | IndexOutOfBoundsException e) {
            // A killed house leaves the file behind.
            return null;
        }
    }

    /// Where the database lies below a data folder.
    public static Path folder(Path data) {
        return data.resolve("postgres");
    }

    /// The number PostgreSQL has given the cluster, by which its archive is known.
    public String identifier() throws IOException {
        return ServerTask.identifier(folder.resolve("cluster"));
    }

    public static String identifier(Path cluster) throws IOException {
        return ServerTask.identifier(cluster);
    }

    /// True if no backup has been taken since the house last ran without an archive, or since the
    /// database was made or brought back: then the archive leads nowhere yet.
    public boolean archiveBroken() {
        return !Files.exists(folder.resolve(ServerTask.UNBROKEN));
    }

    /// A backup is there: from here on the archive leads everywhere.
    public void archiveBegins() throws IOException {
        Files.writeString(folder.resolve(ServerTask.UNBROKEN), "");
    }

    /// As the one role that may copy everything.
    public Connection connect() throws SQLException {
        return DriverManager.getConnection(url, "postgres", passwords.getProperty("postgres"));
    }

    /// The folder with the cluster and its passwords.
    public Path folder() {
        return folder;
    }

    /// Starts a cluster that was unpacked from a backup, and lets it take in what the archive has.
    ///
    /// @param folder with the folder `cluster` and the passwords in it
    /// @param wal the archive; null if there is none
    /// @param until the moment to stop at; null for all there is
    /// @throws CannotStart if the server gives up; its log in the folder says why
    public static KeeperDoor recover(Path folder, @Nullable Path wal, @Nullable Instant until) {
        var server = EmbeddedPostgres.in(folder, true, new ServerTask.Recovering(wal, until));
        try {
            return new KeeperDoor(
                    folder,
                    server.url(EmbeddedPostgres.DATABASE),
                    passwords(folder.toAbsolutePath()),
                    server::close);
        } catch (IOException e) {
            server.close();
            throw new CannotStart("The passwords of the backup cannot be read.", e);
        }
    }

    /// Stops the server of a house that went down and left it running.
    ///
    /// @throws CannotStart if a house still runs on the folder
    public static void stopLeftover(Path data) {
        EmbeddedPostgres.in(folder(data), true, new ServerTask.StayingClosed()).close();
    }

    /// Lets the user the server runs as own it, if that is another.
    public static void giveToServer(Path path) {
        EmbeddedPostgres.giveToServer(path);
    }

    /// True if a folder must be open for another user to pass, since the server runs as one.
    public static boolean serverIsAnotherUser() {
        return EmbeddedPostgres.runsAsRoot();
    }

    private static Properties passwords(Path folder) throws IOException {
        var passwords = new Properties();
        try (var kept = Files.newBufferedReader(folder.resolve("passwords.properties"))) {
            passwords.load(kept);
        }
        return passwords;
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (Exception e) {
            throw new IllegalStateException("closing a server of ours throws nothing else", e);
        }
    }
}
