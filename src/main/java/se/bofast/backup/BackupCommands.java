package se.bofast.backup;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Locale;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import se.bofast.backup.RestoringBackup.Wish;
import se.bofast.database.CannotStart;
import se.bofast.database.DatabaseSettings;
import se.bofast.database.KeeperDoor;
import se.bofast.database.RowsDoor;
import se.bofast.kernel.HouseClock;

/// `./bofast backup`, `restore`, `export` and `import-data`: what each says at the terminal.
public final class BackupCommands {

    /// Only where the database is; nothing of the house.
    @Configuration(proxyBeanMethods = false)
    @EnableConfigurationProperties(DatabaseSettings.class)
    static class Settings {}

    private static final String LOG_BROKEN =
            "BUT THE LOG DOES NOT HOLD. Run ./bofast verify-log on it to see where, and tell who answers for the log before anybody works in it.";

    private BackupCommands() {}

    /// @return 0 if it is done, 1 if it is done and what is there does not hold, 2 if not
    private static int run(
            String[] arguments, BiFunction<DatabaseSettings, Environment, Integer> command) {
        try (var context =
                new SpringApplicationBuilder(Settings.class)
                        .web(WebApplicationType.NONE)
                        .logStartupInfo(false)
                        .run(arguments)) {
            return command.apply(context.getBean(DatabaseSettings.class), context.getEnvironment());
        } catch (CannotStart e) {
            System.err.println(e.getMessage());
            return 2;
        }
    }

    public static int backup(String... arguments) {
        return run(
                arguments,
                (settings, given) -> {
                    var place = settings.backup().place();
                    var folder = place.orElseGet(() -> beside(settings.data()));
                    try (var door = KeeperDoor.open(settings)) {
                        var taken =
                                new TakingBackup(door, folder, new HouseClock(Clock.systemUTC()))
                                        .take(settings.backup().keep());
                        System.out.println(
                                String.format(
                                        Locale.ROOT,
                                        "Backup taken: %s, %.1f MB in %.1f s.",
                                        taken.path(),
                                        taken.bytes() / 1e6,
                                        taken.took().toMillis() / 1e3));
                        if (taken.backupsLetGo() > 0) {
                            System.out.printf(
                                    Locale.ROOT,
                                    "Older than the %d that are kept, and taken away: %d backups, %d pieces of the archive.%n",
                                    settings.backup().keep(),
                                    taken.backupsLetGo(),
                                    taken.segmentsLetGo());
                        }
                        if (place.isEmpty()) {
                            System.err.println(
                                    "WARNING: it lies beside the database, on the same disk. Set BOFAST_BACKUP to a folder on another disk: then what is written between two backups is archived there too, and the house takes a backup each night.");
                        }
                    }
                    return 0;
                });
    }

    public static int export(String... arguments) {
        return run(
                arguments,
                (settings, given) -> {
                    var to = given.getProperty("to");
                    if (to == null) {
                        throw new CannotStart(
                                "Say where to write the rows: ./bofast export --to=<folder that is not there yet>");
                    }
                    try (var door = RowsDoor.toRead(settings)) {
                        var exported =
                                ExportingRows.export(
                                        door.connection(),
                                        Path.of(to),
                                        new HouseClock(Clock.systemUTC()));
                        System.out.printf(
                                Locale.ROOT,
                                "Exported: %,d rows of %d tables, as they stood at one moment, in %s. It holds everything about everyone; keep it so.%n",
                                exported.rows(),
                                exported.tables(),
                                exported.folder());
                    }
                    return 0;
                });
    }

    public static int importData(String... arguments) {
        return run(
                arguments,
                (settings, given) -> {
                    var from = given.getProperty("from");
                    if (from == null) {
                        throw new CannotStart(
                                "Say which rows: ./bofast import-data --from=<folder './bofast export' wrote>");
                    }
                    var rows = Path.of(from);
                    ImportingRows.mustBeWhole(rows);
                    try (var door = RowsDoor.toFill(settings)) {
                        var imported = ImportingRows.read(door.connection(), rows);
                        System.out.printf(
                                Locale.ROOT,
                                "Imported: %,d rows of %d tables, each table the same to the byte as where it came from. Log-ins are not among them: everybody logs in anew.%n",
                                imported.rows(),
                                imported.tables());
                        if (!imported.logsHold()) {
                            System.out.println(LOG_BROKEN);
                            return 1;
                        }
                        System.out.println("The log holds: every entry is as it was written.");
                        return 0;
                    }
                });
    }

    static Path beside(Path data) {
        var whole = data.toAbsolutePath().normalize();
        return whole.resolveSibling(whole.getFileName() + "-backup");
    }

    public static int restore(String... arguments) {
        return run(
                arguments,
                (settings, given) -> {
                    var from = given.getProperty("from");
                    if (from == null) {
                        throw new CannotStart(
                                "Say what to bring back: ./bofast restore --from=<backup folder or one backup> [--to-time=2026-11-29T10:15] [--data=<empty folder>] [--old-data=<folder of the house that went down>]");
                    }
                    var until = given.getProperty("to-time");
                    var data = given.getProperty("data");
                    var old = given.getProperty("old-data");
                    var into = data == null ? settings.data() : Path.of(data);
                    var started = System.nanoTime();
                    var restored =
                            RestoringBackup.restore(
                                    new Wish(
                                            Path.of(from),
                                            until == null ? null : Moments.read(until),
                                            into,
                                            old == null ? null : Path.of(old)));
                    var seconds = (System.nanoTime() - started) / 1e9;
                    var rows = restored.rows().values().stream().mapToLong(Long::longValue).sum();
                    System.out.printf(
                            Locale.ROOT,
                            """
                            Restored into %s in %.1f s, from the backup %s%s.
                            Everything saved up to %s is there; that is when the last change in it was saved.
                            What was saved after that is not there. Letters printed and decisions made after it must be entered again.
                            In the database: %,d rows in %d tables, last migration %s: %s.
                            """,
                            into.toAbsolutePath().normalize(),
                            seconds,
                            restored.backup(),
                            restored.withArchive()
                                    ? " and the archive after it"
                                    : " (no archive beside it)",
                            Moments.told(restored.upTo()),
                            rows,
                            restored.rows().size(),
                            restored.schema(),
                            restored.rows().entrySet().stream()
                                    .filter(table -> table.getValue() > 0)
                                    .map(table -> table.getKey() + " " + table.getValue())
                                    .collect(Collectors.joining(", ")));
                    if (!restored.logsHold()) {
                        System.out.println(LOG_BROKEN);
                        return 1;
                    }
                    System.out.println(
                            "The log holds: every entry is as it was written. Open the house on it with ./bofast run --bofast.data="
                                    + into);
                    return 0;
                });
    }
}
