package se.bofast.database;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The PostgreSQL server the house brings along, in a folder of its own.
///
/// It listens on 127.0.0.1 only, with passwords kept in a file only its owner can read, and writes
/// to disk before it answers. One house at a time may use a folder; a server left behind by a
/// killed house is stopped first.
public final class EmbeddedPostgres implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedPostgres.class);
    private static final String ARCHIVE = "/postgres-linux-x86_64.txz";
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration RECOVERY = Duration.ofHours(6);
    private static final int NOBODY = 65534;
    static final String DATABASE = "bofast";

    private final Path folder;
    private final Path programs;
    private final Path cluster;
    private final boolean durable;
    private final ServerTask task;
    private final FileLock lock;
    private final Properties passwords;
    private final int port;
    private final boolean created;
    private @Nullable Process server;

    private EmbeddedPostgres(Path folder, boolean durable, ServerTask task) {
        this.folder = folder.toAbsolutePath().normalize();
        this.durable = durable;
        this.task = task;
        this.cluster = this.folder.resolve("cluster");
        try {
            Files.createDirectories(this.folder);
            this.lock = lockFolder();
            this.programs = unpack();
            this.created = !Files.exists(cluster.resolve("PG_VERSION"));
            this.passwords = passwords();
            if (created) {
                createCluster();
            } else {
                stopLeftover();
                if (task instanceof ServerTask.Recovering) {
                    give(cluster);
                }
            }
            this.port = freePort();
            if (!(task instanceof ServerTask.StayingClosed)) {
                startServer();
            }
        } catch (IOException e) {
            throw new CannotStart(
                    "Cannot write in the data folder %s (%s). Choose another with --bofast.data=<folder> or mend its permissions."
                            .formatted(this.folder, e.getMessage()),
                    e);
        }
    }

    /// Starts the server in the folder, creating the cluster if there is none.
    ///
    /// @param durable false only for tests: then nothing waits for the disk
    public static EmbeddedPostgres in(Path folder, boolean durable) {
        return in(folder, durable, new ServerTask.Serving(null));
    }

    /// The same, for a task of its own.
    static EmbeddedPostgres in(Path folder, boolean durable, ServerTask task) {
        return new EmbeddedPostgres(folder, durable, task);
    }

    /// Gives a folder to whom the server runs as.
    static void giveToServer(Path path) {
        if (runsAsRoot()) {
            run(List.of("chown", "-R", NOBODY + ":" + NOBODY, path.toString()));
        }
    }

    /// True if this run made the database.
    public boolean created() {
        return created;
    }

    public String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    public String password(String role) {
        return passwords.getProperty(role);
    }

    public Connection asSuperuser(String database) throws SQLException {
        return DriverManager.getConnection(
                url(database), "postgres", passwords.getProperty("postgres"));
    }

    @Override
    public void close() {
        try {
            if (server != null && server.isAlive()) {
                // SIGINT is PostgreSQL's "fast" shutdown; Process.destroy would be the slow one.
                run(List.of("kill", "-INT", Long.toString(server.pid())));
                if (!server.waitFor(30, TimeUnit.SECONDS)) {
                    server.destroyForcibly();
                }
            }
            lock.release();
            lock.acquiredBy().close();
        } catch (IOException e) {
            LOG.warn("The database folder could not be let go of cleanly", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private FileLock lockFolder() throws IOException {
        var file = new RandomAccessFile(folder.resolve("lock").toFile(), "rw");
        var taken = file.getChannel().tryLock();
        if (taken == null) {
            file.close();
            throw new CannotStart(
                    "Bofast already runs on the data folder %s. Stop it first, or choose another folder with --bofast.data=<folder>."
                            .formatted(folder));
        }
        return taken;
    }

    private Path unpack() throws IOException {
        var binary = EmbeddedPostgres.class.getResource(ARCHIVE);
        if (binary == null) {
            throw new CannotStart(
                    "The database that Bofast brings along runs on 64-bit Linux (x86). Elsewhere, give an own PostgreSQL 18 with --bofast.database.url (see README).");
        }
        var home = folder.resolve("programs-18.6");
        var done = home.resolve(".complete");
        if (Files.exists(done)) {
            return home.resolve("bin");
        }
        LOG.info("Unpacking PostgreSQL (once)");
        Files.createDirectories(home);
        try (var archive =
                new TarArchiveInputStream(
                        new XZCompressorInputStream(
                                new BufferedInputStream(binary.openStream())))) {
            for (var entry = archive.getNextEntry();
                    entry != null;
                    entry = archive.getNextEntry()) {
                var target = home.resolve(entry.getName()).normalize();
                if (!target.startsWith(home)) {
                    throw new IOException("entry outside of its folder");
                }
                if (entry.isDirectory()) {
                    Files.createDirectories(target);
                    continue;
                }
                Files.createDirectories(target.getParent());
                Files.deleteIfExists(target);
                if (entry.isSymbolicLink()) {
                    Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
                } else {
                    Files.copy(archive, target);
                    if ((entry.getMode() & 0100) != 0) {
                        Files.setPosixFilePermissions(
                                target, PosixFilePermissions.fromString("rwxr-xr-x"));
                    }
                }
            }
        }
        Files.createFile(done);
        return home.resolve("bin");
    }

    private Properties passwords() throws IOException {
        var file = folder.resolve("passwords.properties");
        var kept = new Properties();
        if (Files.exists(file)) {
            try (var reader = Files.newBufferedReader(file)) {
                kept.load(reader);
            }
            return kept;
        }
        if (!created) {
            throw new CannotStart(
                    "The file passwords.properties is missing in %s, so the database there cannot be opened. Put it back from your backup."
                            .formatted(folder));
        }
        var random = new SecureRandom();
        for (var role : List.of("postgres", "bofast_owner", "bofast_app")) {
            var bytes = new byte[24];
            random.nextBytes(bytes);
            kept.setProperty(role, Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
        }
        Files.createFile(
                file,
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        try (var writer = Files.newBufferedWriter(file)) {
            kept.store(writer, "Bofast database roles. Keep secret, keep a copy.");
        }
        return kept;
    }

    private void createCluster() throws IOException {
        LOG.info("Creating the database (once)");
        if (Files.exists(cluster)) {
            // An earlier start died while creating; nothing of anybody's is in it yet.
            deleteTree(cluster);
        }
        Files.createDirectories(cluster);
        Files.setPosixFilePermissions(cluster, PosixFilePermissions.fromString("rwx------"));
        var passwordFile = Files.createTempFile(folder, "start", ".txt");
        try {
            Files.writeString(passwordFile, passwords.getProperty("postgres"));
            give(passwordFile);
            give(cluster);
            var made =
                    run(
                            asUser(
                                    programs.resolve("initdb").toString(),
                                    "-D",
                                    cluster.toString(),
                                    "-U",
                                    "postgres",
                                    "-E",
                                    "UTF8",
                                    "--locale-provider=icu",
                                    "--icu-locale=sv-SE",
                                    "--auth=scram-sha-256",
                                    "--no-instructions",
                                    "--pwfile=" + passwordFile));
            if (!made) {
                throw new CannotStart(
                        "The database could not be created in %s. If Bofast runs as root, the database runs as nobody: every folder above must be open for all to pass. Choose another with --bofast.data=<folder>."
                                .formatted(folder));
            }
        } finally {
            Files.deleteIfExists(passwordFile);
        }
    }

    private void stopLeftover() throws IOException {
        var pidFile = cluster.resolve("postmaster.pid");
        if (!Files.exists(pidFile)) {
            return;
        }
        var pid = Long.parseLong(Files.readAllLines(pidFile).getFirst().strip());
        var left =
                ProcessHandle.of(pid)
                        .filter(ProcessHandle::isAlive)
                        .filter(process -> commandLine(process.pid()).contains(cluster.toString()));
        if (left.isEmpty()) {
            return;
        }
        LOG.info("Stopping a database left running by an earlier start");
        for (var how : List.of("fast", "immediate")) {
            run(
                    asUser(
                            programs.resolve("pg_ctl").toString(),
                            "stop",
                            "-D",
                            cluster.toString(),
                            "-m",
                            how,
                            "-t",
                            "30"));
            // The server takes its file away last of all. The process may be listed a while longer:
            // who
            // started it is dead, and whoever inherits it may not have taken note yet.
            if (!Files.exists(pidFile) || !left.get().isAlive()) {
                return;
            }
        }
        throw new CannotStart(
                "A database left running by an earlier start (process %d) does not stop. Stop it with 'kill -9 %d' and start again; nothing saved is lost."
                        .formatted(pid, pid));
    }

    private static String commandLine(long pid) {
        try {
            return Files.readString(Path.of("/proc/" + pid + "/cmdline"), StandardCharsets.UTF_8);
        } catch (IOException e) {
            return "";
        }
    }

    private void startServer() throws IOException {
        var log = folder.resolve("server.log");
        var command =
                new ArrayList<>(
                        asUser(
                                programs.resolve("postgres").toString(),
                                "-D",
                                cluster.toString(),
                                "-p",
                                Integer.toString(port)));
        var settings =
                new ArrayList<>(
                        List.of(
                                "listen_addresses=127.0.0.1",
                                "unix_socket_directories=",
                                "max_connections=60",
                                "shared_buffers=128MB",
                                "work_mem=16MB",
                                "maintenance_work_mem=128MB",
                                "effective_cache_size=2GB",
                                "random_page_cost=1.1",
                                "jit=off",
                                "max_wal_size=2GB",
                                "timezone=UTC",
                                "log_timezone=UTC",
                                "datestyle=ISO",
                                // Statements may hold a person's data: they never reach the log.
                                "log_min_error_statement=panic",
                                "log_error_verbosity=terse",
                                "log_parameter_max_length_on_error=0",
                                "recovery_init_sync_method=syncfs"));
        if (!durable) {
            settings.addAll(List.of("fsync=off", "synchronous_commit=off", "full_page_writes=off"));
        }
        settings.addAll(task.settings(folder));
        for (var setting : settings) {
            command.add("-c");
            command.add(setting);
        }
        var builder = new ProcessBuilder(command);
        builder.environment().put("LC_ALL", "C.UTF-8");
        builder.redirectErrorStream(true);
        builder.redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        var process = builder.start();
        server = process;
        waitUntilItAnswers(process, log);
    }

    private void waitUntilItAnswers(Process process, Path log) {
        var patience =
                switch (task) {
                    case ServerTask.Serving _, ServerTask.StayingClosed _ -> PATIENCE;
                    case ServerTask.Recovering _ -> RECOVERY;
                };
        var until = System.nanoTime() + patience.toNanos();
        SQLException last = null;
        while (System.nanoTime() < until) {
            if (!process.isAlive()) {
                close();
                throw new CannotStart(
                        "The database did not start. The reason stands at the end of %s."
                                .formatted(log));
            }
            try (var connection = asSuperuser("postgres")) {
                if (connection.isValid(5) && !recovers(connection)) {
                    return;
                }
            } catch (SQLException e) {
                if ("28P01".equals(e.getSQLState())) {
                    close();
                    throw new CannotStart(
                            "The passwords in %s do not fit the database there. Put the right passwords.properties back from your backup."
                                    .formatted(folder),
                            e);
                }
                last = e;
            }
            try {
                Thread.sleep(20);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new CannotStart("The start was interrupted. Start again.", e);
            }
        }
        close();
        throw new CannotStart(
                "The database did not answer within %d seconds. See %s."
                        .formatted(patience.toSeconds(), log),
                last == null ? new SQLException("no answer") : last);
    }

    private static boolean recovers(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var answer = statement.executeQuery("select pg_catalog.pg_is_in_recovery()")) {
            return answer.next() && answer.getBoolean(1);
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /// PostgreSQL refuses to run as root; then it runs as nobody, who owns the cluster.
    private List<String> asUser(String... command) {
        if (!runsAsRoot()) {
            return Arrays.asList(command);
        }
        var whole =
                new ArrayList<>(
                        List.of(
                                "setpriv",
                                "--reuid=" + NOBODY,
                                "--regid=" + NOBODY,
                                "--clear-groups"));
        whole.addAll(Arrays.asList(command));
        return whole;
    }

    static boolean runsAsRoot() {
        return "root".equals(System.getProperty("user.name"));
    }

    private static void give(Path path) {
        giveToServer(path);
    }

    private static boolean run(List<String> command) {
        try {
            var builder = new ProcessBuilder(command).redirectErrorStream(true);
            builder.environment().put("LC_ALL", "C.UTF-8");
            var process = builder.start();
            var output =
                    new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() == 0) {
                return true;
            }
            LOG.warn("{} said: {}", Path.of(command.getFirst()).getFileName(), output.strip());
            return false;
        } catch (IOException e) {
            throw new CannotStart(
                    "Cannot run %s (%s).".formatted(command.getFirst(), e.getMessage()), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CannotStart("The start was interrupted. Start again.", e);
        }
    }

    static void deleteTree(Path root) throws IOException {
        try (Stream<Path> all = Files.walk(root)) {
            all.sorted(java.util.Comparator.reverseOrder())
                    .forEach(path -> {
                        try {
                            Files.delete(path);
                        } catch (IOException e) {
                            throw new UncheckedIOException(e);
                        }
                    });
        }
    }
}
