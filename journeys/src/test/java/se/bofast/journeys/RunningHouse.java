package se.bofast.journeys;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/// The built jar, running as its users run it, on a folder of its own.
final class RunningHouse implements AutoCloseable {

    /// The one house with the demo board that all journeys share, ready once its years are played.
    private static final class Shared {
        private static final RunningHouse HOUSE = shared();
    }

    private static final String READY = "Bofast is ready: ";

    private final Process process;
    private final CompletableFuture<Boolean> played = new CompletableFuture<>();
    private final CompletableFuture<String> firstLink = new CompletableFuture<>();
    private final String address;
    private final Path folder;
    private final Path pages;

    private RunningHouse(Path folder, List<String> options) throws Exception {
        this.folder = folder;
        this.pages = folder.resolve("pages.txt");
        var command =
                new ArrayList<>(
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-Xms192m",
                                "-Xmx512m",
                                "-XX:+UseSerialGC",
                                "-jar",
                                "../target/bofast.jar",
                                "--server.port=0",
                                "--bofast.data=" + folder.resolve("data"),
                                "--bofast.page-list=" + pages));
        command.addAll(options);
        this.process = new ProcessBuilder(command).redirectErrorStream(true).start();
        var ready = new CompletableFuture<String>();
        Thread.ofVirtual().start(() -> listen(ready));
        this.address = ready.get(240, TimeUnit.SECONDS);
    }

    /// Where the demo board is, started at the first call and closed with the tests.
    static RunningHouse withDemo() {
        return Shared.HOUSE;
    }

    private static RunningHouse shared() {
        var first = start("house");
        var copy = folder("played");
        Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(copy)));
        try {
            first.played.get(480, TimeUnit.SECONDS);
            first.stop();
            // With the owner of each file: as root, the database belongs to nobody.
            var copying =
                    new ProcessBuilder(
                                    "cp",
                                    "-a",
                                    first.folder.resolve("data").toString(),
                                    copy.toString())
                            .inheritIO()
                            .start();
            if (copying.waitFor() != 0) {
                throw new IllegalStateException("the played years could not be copied");
            }
            var house = new RunningHouse(first.folder, List.of());
            Runtime.getRuntime().addShutdownHook(new Thread(house::close));
            return house;
        } catch (Exception e) {
            first.close();
            throw new IllegalStateException("the demo's years were not played in time", e);
        }
    }

    /// A data folder in which the demo's years have been played, for a house that is to be killed.
    /// For one caller.
    static Path played() {
        withDemo();
        return folder("played").resolve("data");
    }

    static RunningHouse start(String name, String... options) {
        try {
            return new RunningHouse(folder(name), List.of(options));
        } catch (Exception e) {
            throw new IllegalStateException(
                    "the house did not start; is target/bofast.jar built?", e);
        }
    }

    /// Not a temporary folder of Java's: as root, the database runs as nobody and must get in.
    private static Path folder(String name) {
        try {
            return Files.createDirectories(
                    Path.of("target", name + "-" + ProcessHandle.current().pid()).toAbsolutePath());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void listen(CompletableFuture<String> ready) {
        try (var lines =
                new BufferedReader(
                        new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                System.out.println("house: " + line);
                if (line.startsWith(READY)) {
                    ready.complete(line.substring(READY.length()).strip());
                }
                if (line.contains("years are played")) {
                    played.complete(true);
                }
                var link = line.indexOf("/start/");
                if (link >= 0) {
                    firstLink.complete(line.substring(link).strip());
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

    /// The path of the link for the first administrator, which the house prints once.
    String firstLink() {
        try {
            return firstLink.get(30, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new IllegalStateException("no link for a first administrator was printed", e);
        }
    }

    /// The addresses of all pages, as the controllers declare them.
    List<String> pages() {
        try {
            return Files.readAllLines(pages);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void stop() {
        process.destroy();
        try {
            if (!process.waitFor(30, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        stop();
        delete(folder);
    }

    private static void delete(Path folder) {
        try (var all = Files.walk(folder)) {
            for (var path : all.sorted(java.util.Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        } catch (IOException | UncheckedIOException e) {
            System.out.println("left behind: " + folder);
        }
    }
}
