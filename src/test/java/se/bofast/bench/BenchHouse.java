package se.bofast.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// The built jar as its users run it, on a data folder of the bench.
final class BenchHouse implements AutoCloseable {

    private final Path data;
    private final Process process;
    private final String address;
    private final Duration toServe;

    private BenchHouse(Path data) throws Exception {
        this.data = data;
        var start = System.nanoTime();
        this.process =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-Xms192m",
                                "-Xmx512m",
                                "-XX:+UseSerialGC",
                                "-XX:+UseCompactObjectHeaders",
                                "--enable-native-access=ALL-UNNAMED",
                                "--sun-misc-unsafe-memory-access=allow",
                                "-jar",
                                "target/bofast.jar",
                                "--server.port=0",
                                "--bofast.data=" + data,
                                "--bofast.demo-when-new=false")
                        .redirectErrorStream(true)
                        .start();
        var ready = new CompletableFuture<String>();
        Thread.ofVirtual().start(() -> listen(ready));
        this.address = ready.get(240, TimeUnit.SECONDS);
        BenchVisitor.at(address).open("/logga-in");
        this.toServe = Duration.ofNanos(System.nanoTime() - start);
    }

    static BenchHouse on(Path data) throws Exception {
        return new BenchHouse(data);
    }

    private void listen(CompletableFuture<String> ready) {
        try (var lines =
                new BufferedReader(
                        new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith("Bofast is ready: ")) {
                    ready.complete(line.substring("Bofast is ready: ".length()).strip());
                } else {
                    System.err.println("house: " + line);
                }
            }
            ready.completeExceptionally(new IllegalStateException("the house went down"));
        } catch (IOException e) {
            ready.completeExceptionally(e);
        }
    }

    String address() {
        return address;
    }

    /// From the launch of the program to its first answered page.
    Duration toServe() {
        return toServe;
    }

    String databaseUrl() throws IOException {
        var lines = Files.readAllLines(data.resolve("postgres/cluster/postmaster.pid"));
        return "jdbc:postgresql://127.0.0.1:" + lines.get(3).strip() + "/bofast";
    }

    String password(String role) throws IOException {
        var passwords = new Properties();
        try (var reader = Files.newBufferedReader(data.resolve("postgres/passwords.properties"))) {
            passwords.load(reader);
        }
        return passwords.getProperty(role);
    }

    Connection connect(String role) throws IOException, SQLException {
        return DriverManager.getConnection(databaseUrl(), role, password(role));
    }

    /// Memory of the house and of its database, each shared page counted once: megabytes.
    ///
    /// The house is the program's own process; the database all below the server's.
    long[] megabytes() throws IOException {
        var server =
                Long.parseLong(
                        Files.readAllLines(data.resolve("postgres/cluster/postmaster.pid"))
                                .getFirst()
                                .strip());
        var database = ProcessHandle.of(server).orElseThrow();
        return new long[] {
            kilobytes(process.toHandle()) / 1024,
            Stream.concat(Stream.of(database), database.descendants())
                            .mapToLong(BenchHouse::kilobytes)
                            .sum()
                    / 1024
        };
    }

    private static long kilobytes(ProcessHandle process) {
        try (var lines = Files.lines(Path.of("/proc/" + process.pid() + "/smaps_rollup"))) {
            return lines.filter(line -> line.startsWith("Pss:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                    .sum();
        } catch (IOException e) {
            return 0;
        }
    }

    /// Processor seconds of the house and its database since they started.
    double processorSeconds() {
        return Stream.concat(Stream.of(process.toHandle()), process.toHandle().descendants())
                .mapToDouble(
                        p -> p.info().totalCpuDuration().orElse(Duration.ZERO).toMillis() / 1000.0)
                .sum();
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(60, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
