package se.bofast.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.transaction.support.TransactionTemplate;
import se.bofast.BofastApplication;
import se.bofast.access.FoundingBoard;
import se.bofast.audit.Log;
import se.bofast.audit.LogEntry;
import se.bofast.backup.RestoringBackup.Restored;
import se.bofast.backup.RestoringBackup.Wish;
import se.bofast.database.CannotStart;
import se.bofast.database.KeeperDoor;
import se.bofast.database.Reach;

/// The drill: a house is written in while it is backed up, goes on being written in, and its
/// database is killed outright. Every write that was answered is noted outside of it, and looked
/// for in what is brought back.
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class RestoreDrillTest {

    private static final Path HOME = Path.of("target", "drill");
    private static final Path DATA = HOME.resolve("data");
    private static final Path BACKUP = HOME.resolve("backup");
    private static final Duration ARCHIVED_AFTER = Duration.ofSeconds(1);

    private enum Done {
        DRILLED
    }

    /// A write that was answered: begun, and noted when the answer came.
    private record Noted(int number, Instant begun, Instant answered) {}

    private static final Queue<Noted> NOTED = new ConcurrentLinkedQueue<>();
    private static final AtomicInteger NUMBERS = new AtomicInteger();
    private static Instant moment;
    private static Instant killed;

    @BeforeAll
    static void write_back_up_write_and_kill() throws Exception {
        Disk.delete(HOME);
        Files.createDirectories(HOME);
        var house = open(DATA, false);
        var writing = new Writing(house);
        writing.start();
        Thread.sleep(1000);
        assertThat(BackupCommands.backup(given(DATA, false))).isZero();
        Thread.sleep(1500);
        moment = Instant.now();
        Thread.sleep(1500);
        // Long enough for something to be in the archive after the moment.
        Thread.sleep(3 * ARCHIVED_AFTER.toMillis());
        killed = Instant.now();
        kill();
        writing.stop();
        house.close();
        System.out.printf("drill: %d writes were answered before the kill%n", NOTED.size());
    }

    @Test
    @Order(1)
    void with_the_old_disk_at_hand_every_answered_write_is_there() throws Exception {
        var into = HOME.resolve("all");
        var restored = restore(new Wish(BACKUP, null, into, DATA));
        assertThat(restored.logsHold()).isTrue();
        assertThat(restored.logs()).anySatisfy(log -> assertThat(log.seals()).isPositive());
        assertThat(missing(numbers(into), NOTED)).isEmpty();
        assertThat(restored.upTo()).isAfter(killed.minusSeconds(1));
    }

    @Test
    @Order(2)
    void from_the_archive_alone_only_the_last_moments_may_be_missing() throws Exception {
        var into = HOME.resolve("archive");
        var restored = restore(new Wish(BACKUP, null, into, null));
        assertThat(restored.logsHold()).isTrue();
        var archived = killed.minus(ARCHIVED_AFTER.multipliedBy(3));
        assertThat(
                        missing(
                                numbers(into),
                                NOTED.stream()
                                        .filter(write -> write.answered().isBefore(archived))
                                        .toList()))
                .isEmpty();
        System.out.printf(
                "drill: from the archive alone %d of %d writes, up to %d ms before the kill%n",
                numbers(into).size(),
                NOTED.size(),
                Duration.between(restored.upTo(), killed).toMillis());
    }

    @Test
    @Order(3)
    void brought_back_to_a_moment_it_has_what_was_before_and_nothing_after() throws Exception {
        var into = HOME.resolve("moment");
        var restored = restore(new Wish(BACKUP, moment, into, null));
        assertThat(restored.logsHold()).isTrue();
        assertThat(restored.upTo()).isBeforeOrEqualTo(moment);
        // This one is to be opened again, so its archive must have no hole.
        var there = numbers(into, "--bofast.backup.folder=" + BACKUP);
        var before = NOTED.stream().filter(write -> write.answered().isBefore(moment)).toList();
        var after = NOTED.stream().filter(write -> write.begun().isAfter(moment)).toList();
        assertThat(before).isNotEmpty();
        assertThat(after).isNotEmpty();
        assertThat(missing(there, before)).isEmpty();
        assertThat(missing(there, after)).as("what came after").hasSameSizeAs(after);
    }

    /// The house goes on from the moment it was brought back to, is sealed, backed up and archived
    /// beside what it left; and that can be brought back in its turn.
    @Test
    @Order(4)
    void the_house_goes_on_from_there_and_can_be_brought_back_again() throws Exception {
        var data = HOME.resolve("moment");
        NOTED.clear();
        Set<Integer> before;
        try (var house = open(data, true)) {
            before = numbers(data, "--bofast.backup.folder=" + BACKUP);
            var writing = new Writing(house);
            writing.start();
            Thread.sleep(1500);
            writing.stop();
            // Brought back, its archive leads nowhere yet: it takes a backup by itself.
            var until = Instant.now().plusSeconds(60);
            while (new BackupFolder(BACKUP).all().size() < 2 && Instant.now().isBefore(until)) {
                Thread.sleep(50);
            }
        }
        assertThat(NOTED).isNotEmpty();
        var backups = new BackupFolder(BACKUP).all();
        assertThat(backups.stream().map(Manifest::name)).hasSize(2);
        // From the first backup, along the new line of time.
        var along = HOME.resolve("along");
        var restored =
                restore(new Wish(BACKUP.resolve(backups.getLast().name()), null, along, null));
        assertThat(restored.logsHold()).isTrue();
        assertThat(numbers(along).containsAll(before)).isTrue();
        assertThat(missing(numbers(along), NOTED)).isEmpty();
        assertThat(restored.logs()).allSatisfy(log -> assertThat(log.open()).isZero());

        var again = HOME.resolve("again");
        assertThat(restore(new Wish(BACKUP, null, again, null)).logsHold()).isTrue();
        assertThat(numbers(again).containsAll(before)).isTrue();
        assertThat(missing(numbers(again), NOTED)).isEmpty();
    }

    @Test
    @Order(5)
    void never_takes_an_older_backup_in_silence_because_a_newer_cannot_be_read() throws Exception {
        var all = new BackupFolder(BACKUP).all();
        var newest = BACKUP.resolve(all.getFirst().name());
        var older = BACKUP.resolve(all.getLast().name());
        var manifest = newest.resolve(Manifest.FILE);
        var written = Files.readString(manifest);
        for (var damage : List.of("{\"name\": \"half", "{}", "")) {
            Files.writeString(manifest, damage);
            assertThatThrownBy(() ->
                            RestoringBackup.restore(
                                    new Wish(BACKUP, null, HOME.resolve("older"), null)))
                    .isInstanceOf(CannotStart.class)
                    .hasMessageContaining("The backup " + all.getFirst().name())
                    .hasMessageContaining("cannot be read")
                    .hasMessageContaining("--from=" + older.toAbsolutePath());
            assertThatThrownBy(() ->
                            RestoringBackup.restore(
                                    new Wish(newest, null, HOME.resolve("older"), null)))
                    .isInstanceOf(CannotStart.class)
                    .hasMessageContaining("is damaged");
        }
        // What cannot be read is never pruned, nor counted among those that are kept.
        assertThat(new BackupFolder(BACKUP).damaged()).containsExactly(all.getFirst().name());
        new BackupFolder(BACKUP).keep(1, all.getFirst().cluster());
        assertThat(newest).exists();
        assertThat(older).exists();
        // Asked for a moment before it was begun, it is nothing to stumble over.
        assertThat(restore(new Wish(BACKUP, moment, HOME.resolve("older"), null)).backup())
                .isEqualTo(all.getLast().name());
        Files.writeString(manifest, written);
    }

    @Test
    @Order(6)
    void never_writes_over_a_database_nor_takes_a_damaged_backup() throws Exception {
        assertThatThrownBy(() -> RestoringBackup.restore(new Wish(BACKUP, null, DATA, null)))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("never writes over a database");
        assertThatThrownBy(() ->
                        RestoringBackup.restore(
                                new Wish(
                                        BACKUP,
                                        Instant.now().minus(Duration.ofDays(1)),
                                        HOME.resolve("early"),
                                        null)))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("There is no backup in");
        assertThatThrownBy(() ->
                        RestoringBackup.restore(
                                new Wish(
                                        BACKUP,
                                        Instant.now().plus(Duration.ofDays(1)),
                                        HOME.resolve("late"),
                                        null)))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("is not reached");
        assertThat(HOME.resolve("late"))
                .as("a copy of everything with its passwords")
                .isDirectoryContaining(file -> file.endsWith(RestoringBackup.LOG_KEPT))
                .isDirectoryNotContaining(file -> !file.endsWith(RestoringBackup.LOG_KEPT));

        var newest = new BackupFolder(BACKUP).all().getFirst();
        var content = BACKUP.resolve(newest.name()).resolve(BackupFolder.CONTENT);
        var bytes = Files.readAllBytes(content);
        bytes[bytes.length / 2] ^= 1;
        Files.write(content, bytes);
        assertThatThrownBy(() ->
                        RestoringBackup.restore(
                                new Wish(BACKUP, null, HOME.resolve("damaged"), null)))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("is damaged");
        assertThat(HOME.resolve("damaged/postgres")).doesNotExist();
    }

    @Test
    @Order(7)
    void keeps_the_newest_and_of_the_archive_what_they_need() throws Exception {
        var folder = new BackupFolder(BACKUP);
        var newest = folder.all().getFirst();
        var archive = folder.archive(newest.cluster());
        var needed = archive.resolve(newest.firstWal() + ".gz");
        assertThat(folder.all()).as("backups").size().isGreaterThan(1);
        var pruned = folder.keep(1, newest.cluster());
        assertThat(pruned.backups()).isPositive();
        assertThat(pruned.segments()).isPositive();
        assertThat(folder.all().stream().map(Manifest::name)).containsExactly(newest.name());
        assertThat(needed).exists();
        try (var left = Files.list(archive)) {
            assertThat(left.map(file -> file.getFileName().toString()))
                    .anyMatch(name -> name.endsWith(".history.gz"))
                    .filteredOn(name -> name.matches("[0-9A-F]{24}.gz"))
                    .allSatisfy(name ->
                            assertThat(name.substring(8))
                                    .isGreaterThanOrEqualTo(newest.firstWal().substring(8)));
        }
    }

    @Test
    @Order(8)
    void a_backup_broken_off_by_the_closing_house_leaves_nothing_behind() throws Exception {
        var place = HOME.resolve("broken-off");
        try (var context =
                new SpringApplicationBuilder(BackupCommands.Settings.class)
                        .web(WebApplicationType.NONE)
                        .run(
                                "--bofast.data=" + HOME.resolve("again"),
                                "--bofast.backup.folder=" + place)) {
            var nightly =
                    new NightlyBackup(
                            context.getBean(se.bofast.database.DatabaseSettings.class),
                            Clock.systemUTC(),
                            true);
            nightly.start();
            var until = Instant.now().plusSeconds(60);
            while (unfinished(place).isEmpty() && Instant.now().isBefore(until)) {
                Thread.sleep(5);
            }
            assertThat(unfinished(place)).isNotEmpty();
            nightly.stop(Duration.ZERO);
        }
        assertThat(new BackupFolder(place).all()).isEmpty();
        assertThat(unfinished(place)).isEmpty();
    }

    private static List<Path> unfinished(Path place) throws IOException {
        if (!Files.isDirectory(place)) {
            return List.of();
        }
        try (var files = Files.list(place)) {
            return files.filter(file ->
                            file.getFileName().toString().startsWith(BackupFolder.UNFINISHED))
                    .toList();
        }
    }

    private static Restored restore(Wish wish) {
        var started = System.nanoTime();
        var restored = RestoringBackup.restore(wish);
        System.out.printf(
                "drill: restored into %s in %d ms, %d rows%n",
                wish.data().getFileName(),
                (System.nanoTime() - started) / 1_000_000,
                restored.rows().values().stream().mapToLong(Long::longValue).sum());
        return restored;
    }

    private static String[] given(Path data, boolean nightly) {
        return new String[] {
            "--server.port=0",
            "--bofast.data=" + data,
            "--bofast.demo-when-new=false",
            "--bofast.backup.folder=" + BACKUP,
            "--bofast.backup.nightly=" + nightly,
            "--bofast.backup.archive-after=" + ARCHIVED_AFTER,
            "--bofast.audit.seal-every=500ms"
        };
    }

    private static ConfigurableApplicationContext open(Path data, boolean nightly) {
        return new SpringApplicationBuilder(BofastApplication.class).run(given(data, nightly));
    }

    private static void kill() throws IOException, InterruptedException {
        var pid =
                Files.readAllLines(DATA.resolve("postgres/cluster/postmaster.pid"))
                        .getFirst()
                        .strip();
        assertThat(new ProcessBuilder("kill", "-9", pid).start().waitFor()).isZero();
    }

    private static List<Integer> missing(Set<Integer> there, Collection<Noted> writes) {
        return writes.stream().map(Noted::number).filter(n -> !there.contains(n)).toList();
    }

    /// What is there, asked past the walls.
    private static Set<Integer> numbers(Path data) throws SQLException {
        // Looked at only: a trial must leave no trace in the archive.
        return numbers(data, "--bofast.backup.folder=");
    }

    private static Set<Integer> numbers(Path data, String archive) throws SQLException {
        try (var context =
                        new SpringApplicationBuilder(BackupCommands.Settings.class)
                                .web(WebApplicationType.NONE)
                                .run("--bofast.data=" + data, archive);
                var door =
                        KeeperDoor.open(
                                context.getBean(se.bofast.database.DatabaseSettings.class));
                var session = door.connect();
                var statement = session.createStatement();
                var rows =
                        statement.executeQuery(
                                "select reason from audit.entry where action = 'DRILLED'")) {
            var found = new ArrayList<String>();
            while (rows.next()) {
                found.add(rows.getString(1));
            }
            return found.stream().map(Integer::valueOf).collect(Collectors.toSet());
        }
    }

    /// Two people who do nothing but save.
    private static final class Writing {

        private final ConfigurableApplicationContext house;
        private final AtomicBoolean goesOn = new AtomicBoolean(true);
        private final List<Thread> threads = new ArrayList<>();

        Writing(ConfigurableApplicationContext house) {
            this.house = house;
        }

        void start() {
            var founded =
                    house.getBean(FoundingBoard.class)
                            .found("Övningsnämnden", "Övningsstad", "Stockholms län", "kommunen");
            var reach = Reach.ofHouse(founded.board(), founded.area());
            for (var person = 0; person < 2; person++) {
                threads.add(Thread.ofPlatform().start(() -> save(reach)));
            }
        }

        private void save(Reach reach) {
            var log = house.getBean(Log.class);
            var transaction = house.getBean(TransactionTemplate.class);
            while (goesOn.get()) {
                var number = NUMBERS.incrementAndGet();
                var begun = Instant.now();
                try {
                    reach.within(() -> {
                        transaction.executeWithoutResult(status ->
                                log.record(
                                        LogEntry.of(Done.DRILLED)
                                                .because(Integer.toString(number))));
                        return null;
                    });
                } catch (RuntimeException e) {
                    // The database is gone; this one was not answered.
                    return;
                }
                NOTED.add(new Noted(number, begun, Instant.now()));
            }
        }

        void stop() throws InterruptedException {
            goesOn.set(false);
            for (var thread : threads) {
                thread.join();
            }
        }
    }
}
