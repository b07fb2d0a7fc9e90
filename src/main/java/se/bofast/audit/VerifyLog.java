package se.bofast.audit;

import java.sql.SQLException;
import java.util.Locale;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;
import se.bofast.audit.LogVerification.Broken;
import se.bofast.audit.LogVerification.Verified;
import se.bofast.database.CannotStart;
import se.bofast.database.DatabaseSettings;
import se.bofast.database.OwnersDoor;

/// `./bofast verify-log`: says at the terminal whether the log is as it was written.
public final class VerifyLog {

    /// Only where the database is; nothing of the house.
    @Configuration(proxyBeanMethods = false)
    @EnableConfigurationProperties(DatabaseSettings.class)
    static class Settings {}

    private VerifyLog() {}

    /// @return 0 if every log holds, 1 if one is broken, 2 if they could not be read
    public static int run(String... arguments) {
        try (var context =
                        new SpringApplicationBuilder(Settings.class)
                                .web(WebApplicationType.NONE)
                                .logStartupInfo(false)
                                .run(arguments);
                var door = OwnersDoor.open(context.getBean(DatabaseSettings.class))) {
            var verified = new LogVerification(door.connection()).all();
            verified.forEach(log -> System.out.println(told(log)));
            if (verified.isEmpty()) {
                System.out.println("There is no log yet.");
            }
            return verified.stream().allMatch(Verified::holds) ? 0 : 1;
        } catch (CannotStart e) {
            System.err.println(e.getMessage());
            return 2;
        } catch (SQLException e) {
            System.err.println(
                    "The log could not be read (SQLSTATE %s). Start Bofast of this version once, so that the database is up to date, and try again."
                            .formatted(e.getSQLState()));
            return 2;
        }
    }

    private static String told(Verified log) {
        var of = "The log of board %s, area %s".formatted(log.board(), log.area());
        return switch (log.broken()) {
            case null ->
                    log.seals() == 0
                            ? "%s is not sealed yet: %,d entries.".formatted(of, log.open())
                            : String.format(
                                    Locale.ROOT,
                                    "%s holds: %,d entries under %,d %s, %,d since. Last seal: %d, %s.",
                                    of,
                                    log.sealed(),
                                    log.seals(),
                                    log.seals() == 1 ? "seal" : "seals",
                                    log.open(),
                                    log.seals(),
                                    log.last());
            case Broken(var number, var entries, var found) ->
                    String.format(
                            Locale.ROOT,
                            "%s IS BROKEN at seal %d: it was set over %,d entries, and %,d stand there now%s. The %,d entries before it hold.",
                            of,
                            number,
                            entries,
                            found,
                            entries == found ? ", altered, or a seal before it was" : "",
                            log.sealed());
        };
    }
}
