package se.bofast.intake;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import se.bofast.HouseTest;
import se.bofast.TestHouse.Boards;
import se.bofast.filing.DecidingLists;
import se.bofast.filing.ReadingUploads;
import se.bofast.filing.ReceivingFiles;
import se.bofast.job.WorkDoneNow;

/// How fast a large list is read in, behind the walls. Run by hand: `-Dtest=MeasuringImport`; the
/// name keeps it out of the suite, since a time is no test.
@HouseTest
class MeasuringImport {

    private final Boards boards;
    private final ReceivingFiles receiving;
    private final DecidingLists deciding;
    private final ReadingUploads reading;
    private final WorkDoneNow work;

    MeasuringImport(
            Boards boards,
            ReceivingFiles receiving,
            DecidingLists deciding,
            ReadingUploads reading,
            WorkDoneNow work) {
        this.boards = boards;
        this.receiving = receiving;
        this.deciding = deciding;
        this.reading = reading;
        this.work = work;
    }

    @Test
    void a_hundred_thousand_payment_orders() {
        var rows = Integer.getInteger("bofast.measure.rows", 20_000);
        var board = boards.make();
        var coordinator = board.coordinator();
        var file = list(rows);

        var busy = processors();
        var start = System.nanoTime();
        var id =
                board.as(
                                coordinator,
                                () ->
                                        receiving.receive(
                                                coordinator,
                                                "payment-orders",
                                                "kronofogden",
                                                "lista.csv",
                                                file))
                        .id();
        var received = System.nanoTime();
        work.all();
        var read = System.nanoTime();
        board.as(coordinator, () -> deciding.accept(coordinator, id));
        work.all();
        var accepted = System.nanoTime();

        var counts = board.as(coordinator, () -> reading.view(coordinator, id).upload().counts());
        assertThat(counts.accepted()).isEqualTo(rows);
        say("received %.1f s", start, received);
        say("read and matched %.1f s", received, read);
        say("accepted %.1f s", read, accepted);
        say("in all %.1f s", start, accepted);
        var spent = processors();
        System.err.printf(
                Locale.ROOT,
                "MEASURED processor seconds: house %.1f, database %.1f%n",
                spent[0] - busy[0],
                spent[1] - busy[1]);
    }

    /// Processor seconds of this house and of its database so far: steadier than the clock on a
    /// machine with other work to do.
    private static double[] processors() {
        var own = ProcessHandle.current();
        return new double[] {seconds(own), own.descendants().mapToDouble(p -> seconds(p)).sum()};
    }

    private static double seconds(ProcessHandle process) {
        return process.info().totalCpuDuration().orElse(Duration.ZERO).toMillis() / 1000.0;
    }

    private static void say(String what, long from, long to) {
        System.err.println("MEASURED " + String.format(Locale.ROOT, what, (to - from) / 1e9));
    }

    private static byte[] list(int rows) {
        var text =
                new StringBuilder(
                        "Pnr;Hyresgäst;Adress;Postnummer;Ort;Belopp;Förfallodag;Delgiven;Målnr;Sökande\n");
        for (var i = 0; i < rows; i++) {
            text.append(number(i))
                    .append(";Testnamn")
                    .append((char) ('a' + i % 26))
                    .append((char) ('a' + i / 26 % 26))
                    .append((char) ('a' + i / 676 % 26))
                    .append(", Prov;Mätgatan ")
                    .append(i % 5000)
                    .append(";11331;Teststad;")
                    .append(5000 + i % 20000)
                    .append(",50;2026-09-30;2026-10-20;B-")
                    .append(i)
                    .append(";Påhittade Hem ")
                    .append(i % 40)
                    .append('\n');
        }
        return text.toString().getBytes(UTF_8);
    }

    /// A made-up number of the test series, birth number 238 or 239; empty for every third row,
    /// since there are but two a day.
    private static String number(int i) {
        if (i % 3 == 2) {
            return "";
        }
        var born = LocalDate.of(1900, 1, 1).plusDays(i / 3 % 40_000);
        var digits =
                "%02d%02d%02d23%d"
                        .formatted(
                                born.getYear() % 100,
                                born.getMonthValue(),
                                born.getDayOfMonth(),
                                8 + i % 3);
        var sum = 0;
        for (var n = 0; n < 9; n++) {
            var product = (digits.charAt(n) - '0') * (n % 2 == 0 ? 2 : 1);
            sum += product / 10 + product % 10;
        }
        return "%04d".formatted(born.getYear()) + digits.substring(2) + (10 - sum % 10) % 10;
    }
}
