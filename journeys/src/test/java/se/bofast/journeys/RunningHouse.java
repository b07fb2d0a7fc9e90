package se.bofast.journeys;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/// The built jar, running as its users run it, on a folder of its own.
final class RunningHouse implements AutoCloseable {

    private final Process process;
    private final String address;
    private final Path folder;
    private final Path pages;

    private RunningHouse(Path folder) throws Exception {
        this.folder = folder;
        this.pages = folder.resolve("pages.txt");
        this.process =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-Xmx512m",
                                "-XX:+UseSerialGC",
                                "-jar",
                                "../target/bofast.jar",
                                "--server.port=0",
                                "--bofast.data=" + folder.resolve("data"),
                                "--bofast.page-list=" + pages)
                        .redirectErrorStream(true)
                        .start();
        var ready = new CompletableFuture<String>();
        Thread.ofVirtual().start(() -> listen(ready));
        this.address = ready.get(240, TimeUnit.SECONDS);
    }

    static RunningHouse start() {
        try {
            // Not a temporary folder of Java's: as root, the database runs as nobody and must get
            // in.
            var folder =
                    Path.of("target", "house-" + ProcessHandle.current().pid()).toAbsolutePath();
            Files.createDirectories(folder);
            return new RunningHouse(folder);
        } catch (Exception e) {
            throw new IllegalStateException(
                    "the house did not start; is target/bofast.jar built?", e);
        }
    }

    private void listen(CompletableFuture<String> ready) {
        try (var lines =
                new BufferedReader(
                        new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                System.out.println("house: " + line);
                if (line.startsWith("Bofast is ready: ")) {
                    ready.complete(line.substring("Bofast is ready: ".length()).strip());
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

    /// The addresses of all pages, as the controllers declare them.
    List<String> pages() {
        try {
            return Files.readAllLines(pages);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(30, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
            try (var all = Files.walk(folder)) {
                for (var path : all.sorted(java.util.Comparator.reverseOrder()).toList()) {
                    Files.deleteIfExists(path);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            System.out.println("left behind: " + folder);
        }
    }
}
