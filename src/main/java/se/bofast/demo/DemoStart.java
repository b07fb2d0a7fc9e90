package se.bofast.demo;

import java.time.Clock;
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

/// At the first start: makes the demo board and lets a job play its two years.
@Component
class DemoStart implements ApplicationRunner {

    private static final Logger LOG = LoggerFactory.getLogger(DemoStart.class);

    private final DatabaseAddress address;
    private final FoundingBoard founding;
    private final DemoBoard demo;
    private final Jobs jobs;
    private final TransactionTemplate transaction;
    private final Clock clock;

    DemoStart(
            DatabaseAddress address,
            FoundingBoard founding,
            DemoBoard demo,
            Jobs jobs,
            TransactionTemplate transaction,
            Clock clock) {
        this.address = address;
        this.founding = founding;
        this.demo = demo;
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
                        transaction.execute(status ->
                                jobs.enqueue(
                                        DemoYears.KIND,
                                        Map.of(
                                                "since",
                                                since.toString(),
                                                "today",
                                                today.toString()))));
    }
}
