package se.bofast.backup;

import java.time.Clock;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import se.bofast.database.CannotStart;
import se.bofast.database.DatabaseSettings;
import se.bofast.database.KeeperDoor;
import se.bofast.kernel.HouseClock;

/// Takes a backup each night; and at once when the archive leads nowhere yet, or the night was
/// missed.
@Component
class NightlyBackup implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(NightlyBackup.class);
    private static final Duration TRY_AGAIN = Duration.ofMinutes(15);

    private static final Duration SHORT = Duration.ofMillis(500);

    /// Less than what an operating system commonly gives a program to end (systemd: 90 s).
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final DatabaseSettings settings;
    private final Clock clock;
    private final boolean wanted;
    private @Nullable CountDownLatch closing;
    private @Nullable Thread thread;

    NightlyBackup(
            DatabaseSettings settings,
            Clock clock,
            @Value("${bofast.jobs.running:true}") boolean running) {
        this.settings = settings;
        this.clock = clock;
        this.wanted =
                running
                        && settings.embedded()
                        && settings.backup().nightly()
                        && settings.backup().place().isPresent();
    }

    @Override
    public void start() {
        if (wanted && closing == null) {
            var end = new CountDownLatch(1);
            closing = end;
            thread = Thread.ofVirtual().name("backups").start(() -> loop(end));
        }
    }

    /// A backup under way is waited for. One that takes longer is broken off and leaves nothing
    /// behind; the house takes it as soon as it opens again.
    @Override
    public void stop() {
        stop(PATIENCE);
    }

    void stop(Duration patience) {
        var end = closing;
        if (end == null || thread == null) {
            return;
        }
        end.countDown();
        try {
            if (!thread.join(SHORT.compareTo(patience) < 0 ? SHORT : patience)) {
                LOG.info("A backup is under way. The house closes when it is done.");
                if (!thread.join(patience)) {
                    LOG.warn(
                            "The backup is broken off, since the house closes. It is taken when the house opens again.");
                    thread.interrupt();
                    thread.join(Duration.ofSeconds(10));
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        closing = null;
    }

    @Override
    public boolean isRunning() {
        return closing != null;
    }

    private void loop(CountDownLatch end) {
        try {
            var wait = Duration.ZERO;
            while (!end.await(wait.toMillis(), TimeUnit.MILLISECONDS)) {
                wait = takeIfDue() ? untilNight() : TRY_AGAIN;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// @return false if it should be tried again before the night
    boolean takeIfDue() {
        var place = settings.backup().place().orElseThrow();
        try (var door = KeeperDoor.open(settings)) {
            var cluster = door.identifier();
            var last =
                    new BackupFolder(place)
                            .all().stream()
                                    .filter(backup -> backup.cluster().equals(cluster))
                                    .findFirst();
            var due =
                    door.archiveBroken()
                            || last.isEmpty()
                            || last.get().finishedAt().isBefore(lastNight().toInstant());
            if (due) {
                TakingBackup.note(
                        new TakingBackup(door, place, clock).take(settings.backup().keep()));
            }
            return true;
        } catch (CannotStart e) {
            LOG.warn("No backup could be taken now: {}", e.getMessage());
        } catch (java.io.IOException | RuntimeException e) {
            LOG.warn("No backup could be taken now: {}", e.getClass().getSimpleName());
        }
        return false;
    }

    private Duration untilNight() {
        return Duration.between(clock.instant(), lastNight().plusDays(1).toInstant());
    }

    private ZonedDateTime lastNight() {
        var now = ZonedDateTime.ofInstant(clock.instant(), HouseClock.ZONE);
        var night = now.with(settings.backup().nightlyAt());
        return night.isAfter(now) ? night.minusDays(1) : night;
    }
}
