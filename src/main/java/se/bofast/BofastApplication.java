package se.bofast;

import java.net.BindException;
import java.util.Arrays;
import java.util.Optional;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;
import se.bofast.access.FirstAdministrator;
import se.bofast.audit.VerifyLog;
import se.bofast.backup.BackupCommands;
import se.bofast.database.CannotStart;
import se.bofast.parts.SbomCheck;

/// Starts the house: one process, one database.
// Rooms may call their pages alike; the package tells them apart.
@SpringBootApplication(nameGenerator = FullyQualifiedAnnotationBeanNameGenerator.class)
public class BofastApplication {

    public static void main(String[] arguments) {
        if (arguments.length > 0 && !arguments[0].startsWith("-")) {
            var rest = Arrays.copyOfRange(arguments, 1, arguments.length);
            // A word instead of the house opened.
            switch (arguments[0]) {
                case "verify-log" -> System.exit(VerifyLog.run(rest));
                case "backup" -> System.exit(BackupCommands.backup(rest));
                case "restore" -> System.exit(BackupCommands.restore(rest));
                case "export" -> System.exit(BackupCommands.export(rest));
                case "import-data" -> System.exit(BackupCommands.importData(rest));
                case "sbom-check" -> System.exit(SbomCheck.run(rest));
                default -> {}
            }
        }
        var application = new SpringApplication(BofastApplication.class);
        try {
            var house = application.run(arguments);
            System.out.println(greeting(house));
            firstLink(house).ifPresent(System.out::println);
        } catch (RuntimeException e) {
            System.err.println(whatToDo(e));
            System.exit(1);
        }
    }

    private static String greeting(ConfigurableApplicationContext house) {
        return "Bofast is ready: " + address(house);
    }

    /// How the first administrator of an empty database comes in.
    private static Optional<String> firstLink(ConfigurableApplicationContext house) {
        return house.getBean(FirstAdministrator.class)
                .newToken()
                .map(token ->
                        """
                        There is no board in the database yet. Open this link within 24 hours to make it; it works once:
                        %s/start/%s\
                        """
                                .formatted(address(house), token));
    }

    private static String address(ConfigurableApplicationContext house) {
        var port = house.getBean(Greeting.class).port();
        var host = house.getEnvironment().getProperty("server.address", "127.0.0.1");
        return "http://%s:%d".formatted(host, port);
    }

    /// The one sentence for the person at the terminal.
    static String whatToDo(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof CannotStart cannot) {
                return cannot.getMessage();
            }
            if (cause instanceof PortInUseException port) {
                return "Port %d is taken by another program. Stop it, or choose another port with --server.port=<port>."
                        .formatted(port.getPort());
            }
            if (cause instanceof BindException) {
                return "The port is taken by another program. Stop it, or choose another with --server.port=<port>.";
            }
        }
        return "Bofast could not start, for a reason that should not happen. What the program says: "
                + failure;
    }
}
