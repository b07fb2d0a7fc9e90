package se.bofast.demo;

import java.net.URI;
import java.time.Clock;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import se.bofast.access.FoundingBoard;
import se.bofast.database.DatabaseAddress;
import se.bofast.job.Jobs;
import se.bofast.kernel.HouseClock;
import se.bofast.letter.Sender;
import se.bofast.letter.SenderDetails;
import se.bofast.letter.Senders;

/// At the first start: makes the demo board and lets a job play its two years.
@Component
class DemoStart implements ApplicationRunner {

    private static final Logger LOG = LoggerFactory.getLogger(DemoStart.class);

    /// The words of the invented municipality in its letters.
    private static final Sender SENDER =
            new Sender(
                    new SenderDetails(
                            "Björkstads kommun",
                            "Boendeenheten",
                            "Socialnämnden i Björkstad",
                            "Bosamordnaren",
                            "010-000 00 10",
                            LocalTime.of(8, 30),
                            LocalTime.of(16, 0),
                            "bosamordnaren@bjorkstad.example",
                            "Torggatan 3, Björkstad",
                            "Box 10, 100 10 Björkstad",
                            URI.create("https://tid.bjorkstad.example/tid")),
                    List.of("Box 99", "100 11 Björkstad"));

    private final DatabaseAddress address;
    private final FoundingBoard founding;
    private final DemoBoard demo;
    private final Senders senders;
    private final Jobs jobs;
    private final TransactionTemplate transaction;
    private final Clock clock;

    DemoStart(
            DatabaseAddress address,
            FoundingBoard founding,
            DemoBoard demo,
            Senders senders,
            Jobs jobs,
            TransactionTemplate transaction,
            Clock clock) {
        this.address = address;
        this.founding = founding;
        this.demo = demo;
        this.senders = senders;
        this.jobs = jobs;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        if (address.freshDemo() && founding.isEmpty()) {
            make();
            System.out.println("Demo log-ins, all with the password " + DemoBoard.PASSWORD + ":");
            DemoBoard.LOG_INS.forEach(logIn ->
                    System.out.println("  %-12s %s".formatted(logIn.login(), logIn.role())));
        }
    }

    private void make() {
        LOG.info("Making the demo board");
        var today = HouseClock.today(clock);
        var since = DemoYears.firstDay(today);
        var board = demo.make(since);
        board.reach()
                .within(() ->
                        transaction.execute(status -> {
                            senders.keep(SENDER);
                            return jobs.enqueue(
                                    DemoYears.KIND,
                                    Map.of("since", since.toString(), "today", today.toString()));
                        }));
    }
}
