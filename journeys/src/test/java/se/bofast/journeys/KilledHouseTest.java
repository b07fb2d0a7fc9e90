package se.bofast.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jsoup.Connection;
import org.jsoup.Jsoup;
import org.jsoup.nodes.FormElement;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/// The program is killed outright (kill -9) in the middle of things, and started again: nothing is
/// lost, nothing is there twice. Its database is left running each time, as a kill leaves it.
@Order(8)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class KilledHouseTest {

    private static final int ROWS = 3000;
    private static final Duration PATIENCE = Duration.ofMinutes(4);

    private static Path data;
    private static int port;
    private static Process process;
    private static Connection session;

    @BeforeAll
    static void start() throws Exception {
        data = RunningHouse.played();
        // The port stays the same, so that a page that was open goes on working.
        try (var free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        launch();
        session = Jsoup.newSession().timeout(60_000).ignoreHttpErrors(true);
        var form = form("/logga-in", "/logga-in");
        fill(form, "login", "samordnare");
        fill(form, "password", "nyckel-till-hemmet");
        form.submit().execute();
    }

    @AfterAll
    static void stop() throws Exception {
        process.destroy();
        if (!process.waitFor(60, TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
    }

    @Test
    @Order(1)
    void a_list_killed_while_it_is_read_and_while_it_is_taken_in_is_there_once() throws Exception {
        var form = form("/inlasning?kind=payment-orders", "/inlasning");
        fill(form, "sender", "kronofogden");
        var sent =
                form.submit()
                        .data(
                                "file",
                                "lista.csv",
                                new ByteArrayInputStream(list().getBytes(StandardCharsets.UTF_8)),
                                "text/csv")
                        .execute();
        var page = sent.url().getPath();
        var upload = page.substring(page.lastIndexOf('/') + 1);
        var ofUpload = " where upload_id = '" + upload + "'";

        until(() -> number("select count(*) from filing.upload_row" + ofUpload) > 0);
        killAndStart();
        until(() -> state(upload).equals("READY"));
        assertThat(number("select count(*) from filing.upload_row" + ofUpload)).isEqualTo(ROWS);
        assertThat(number("select count(*) from intake.signal" + ofUpload)).isZero();

        form(page, page + "/las-in").submit().execute();
        until(() ->
                number(
                                "select coalesce(max(j.done_steps), 0) from job.job j join filing.upload u on u.job_id = j.id"
                                        + " where j.kind = 'list-accept' and u.id = '"
                                        + upload
                                        + "'")
                        > 0);
        var half = number("select count(*) from intake.signal" + ofUpload);
        killAndStart();
        assertThat(half).as("what others see of half a list").isZero();
        until(() -> state(upload).equals("ACCEPTED"));

        assertThat(number("select accepted_count from filing.upload where id = '" + upload + "'"))
                .isEqualTo(ROWS);
        assertThat(number("select count(*) from intake.signal" + ofUpload)).isEqualTo(ROWS);
        assertThat(number("select count(distinct upload_row) from intake.signal" + ofUpload))
                .isEqualTo(ROWS);
        assertThat(
                        number(
                                "select count(*) from intake.signal s where upload_id = '"
                                        + upload
                                        + "' and not exists (select 1 from prevention.case_signal j where j.signal_id = s.id)"))
                .as("signals without a case")
                .isZero();
        assertThat(
                        number(
                                "select count(*) from (select number from prevention.prevention_case group by board_id, number having count(*) > 1) d"))
                .as("case numbers twice")
                .isZero();
    }

    @Test
    @Order(2)
    void a_print_run_killed_on_the_way_makes_one_file_and_one_time_for_each() throws Exception {
        offerTimes();
        var form = form("/utskrifter/ny?kind=PAYMENT_ORDER&whose=ALL", "/utskrifter");
        var run = form.submit().execute().url().getPath();
        var id = run.substring(run.lastIndexOf('/') + 1);
        until(() ->
                number(
                                "select count(*) from job.job j join letter.print_run r on r.job_id = j.id where r.id = '"
                                        + id
                                        + "' and j.state = 'RUNNING'")
                        == 1);
        killAndStart();
        until(() ->
                number(
                                "select count(*) from letter.print_run where id = '"
                                        + id
                                        + "' and finished_at is not null")
                        == 1);

        var made =
                number(
                        "select count(*) from letter.letter where run_id = '"
                                + id
                                + "' and state = 'MADE'");
        assertThat(made).as("letters made").isPositive();
        assertThat(number("select count(*) from letter.run_file where run_id = '" + id + "'"))
                .isEqualTo(1);
        assertThat(number("select sum(letters) from letter.run_file where run_id = '" + id + "'"))
                .isEqualTo(made);
        assertThat(
                        number(
                                "select count(*) from support.appointment a join letter.letter l on l.matter_id = a.matter_id"
                                        + " where a.state = 'PROPOSED' and l.state = 'MADE' and l.run_id = '"
                                        + id
                                        + "'"))
                .as("times proposed for the letters made")
                .isEqualTo(made);
        assertThat(
                        number(
                                "select count(*) from (select slot_id from support.appointment where state in ('PROPOSED', 'CONFIRMED') group by board_id, slot_id having count(*) > 1) d"))
                .as("times given twice")
                .isZero();
    }

    @Test
    @Order(3)
    void a_save_killed_under_way_and_pressed_again_is_there_once() throws Exception {
        for (var round = 0; round < 3; round++) {
            var reference = "AVBRUTEN-" + round;
            var form = form("/signaler/ny?kind=RENT_ARREARS", "/signaler/ny");
            fill(form, "name", "Sparad, Prov");
            fill(form, "street", "Avbrottsvägen " + round);
            fill(form, "senderName", "Provvärden");
            fill(form, "senderReference", reference);
            fill(form, "receivedOn", today().toString());
            var pressed = CompletableFuture.runAsync(() -> press(form));
            // Sooner and later in the saving, from one round to the next.
            Thread.sleep(15L + 40L * round);
            process.destroyForcibly().waitFor();
            pressed.exceptionally(lost -> null).join();
            launch();
            press(form);
            assertThat(
                            number(
                                    "select count(*) from intake.signal where sender_reference = '"
                                            + reference
                                            + "'"))
                    .as("signals of round " + round)
                    .isEqualTo(1);
        }
    }

    private static void press(FormElement form) {
        try {
            form.submit().execute();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void offerTimes() throws IOException {
        var form = form("/tider/nya", "/tider/nya");
        fill(form, "firstOn", today().plusDays(10).toString());
        fill(form, "at", "09:00");
        fill(form, "minutes", "20");
        fill(form, "inARow", "20");
        fill(form, "weeks", "6");
        fill(form, "place", "Medborgarhuset");
        var answer = form.submit().execute();
        assertThat(answer.url().getPath()).isEqualTo("/tider");
    }

    /// The day the house itself has.
    private static LocalDate today() {
        return LocalDate.now(ZoneId.of("Europe/Stockholm"));
    }

    private static void killAndStart() throws Exception {
        process.destroyForcibly().waitFor();
        launch();
    }

    private static void launch() throws Exception {
        process =
                new ProcessBuilder(
                                List.of(
                                        Path.of(System.getProperty("java.home"), "bin", "java")
                                                .toString(),
                                        "-Xms192m",
                                        "-Xmx512m",
                                        "-XX:+UseSerialGC",
                                        "-jar",
                                        "../target/bofast.jar",
                                        "--server.port=" + port,
                                        "--bofast.data=" + data))
                        .redirectErrorStream(true)
                        .start();
        var ready = new CompletableFuture<Boolean>();
        var lines =
                new BufferedReader(
                        new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        Thread.ofVirtual()
                .start(() -> {
                    try (lines) {
                        for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                            System.out.println("killed house: " + line);
                            if (line.startsWith("Bofast is ready")) {
                                ready.complete(true);
                            }
                        }
                    } catch (IOException e) {
                        ready.completeExceptionally(e);
                    }
                    ready.completeExceptionally(new IllegalStateException("the house went down"));
                });
        ready.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    }

    private static FormElement form(String page, String action) throws IOException {
        return session.newRequest("http://127.0.0.1:" + port + page)
                .get()
                .expectForm("form[action=" + action + "]");
    }

    private static void fill(FormElement form, String name, String value) {
        var field = form.selectFirst("[name=" + name + "]");
        assertThat(field).as("the field " + name).isNotNull();
        if (field.normalName().equals("select")) {
            field.select("option").removeAttr("selected");
            field.select("option[value=" + value + "]").attr("selected", "selected");
        } else {
            field.val(value);
        }
    }

    private interface Question {
        boolean isTrue() throws Exception;
    }

    private static void until(Question question) throws Exception {
        var end = System.nanoTime() + PATIENCE.toNanos();
        while (!question.isTrue()) {
            assertThat(System.nanoTime()).as("waited too long").isLessThan(end);
            Thread.sleep(20);
        }
    }

    private static String state(String upload) throws Exception {
        return asked("select state from filing.upload where id = '" + upload + "'");
    }

    private static long number(String question) throws Exception {
        return Long.parseLong(asked(question));
    }

    /// Asks past the walls, as nobody in the house can.
    private static String asked(String question) throws Exception {
        var passwords = new Properties();
        var postgres = data.resolve("postgres");
        try (var reader = Files.newBufferedReader(postgres.resolve("passwords.properties"))) {
            passwords.load(reader);
        }
        var at = Files.readAllLines(postgres.resolve("cluster/postmaster.pid")).get(3).strip();
        try (var connection =
                        DriverManager.getConnection(
                                "jdbc:postgresql://127.0.0.1:" + at + "/bofast",
                                "postgres",
                                passwords.getProperty("postgres"));
                var statement = connection.createStatement();
                var rows = statement.executeQuery(question)) {
            if (!rows.next()) {
                throw new SQLException("no row");
            }
            return rows.getString(1);
        }
    }

    private static String list() {
        var text =
                new StringBuilder("Målnummer;Personnummer;Svarande;Adress;Postnummer;Ort;Belopp\n");
        for (var i = 0; i < ROWS; i++) {
            text.append("A-")
                    .append(i)
                    .append(';')
                    .append(number(i))
                    .append(";Avbruten")
                    .append((char) ('a' + i % 26))
                    .append((char) ('a' + i / 26 % 26))
                    .append((char) ('a' + i / 676 % 26))
                    .append(", Prov;Avbrottsgatan ")
                    .append(i)
                    .append(";123 45;Björkstad;4100,00\n");
        }
        return text.toString();
    }

    /// A number of the test series (birth number 238x), of days that the demo board does not use.
    private static String number(int i) {
        var born = LocalDate.of(1901, 1, 1).plusDays(i);
        var digits =
                "%02d%02d%02d238"
                        .formatted(
                                born.getYear() % 100, born.getMonthValue(), born.getDayOfMonth());
        var sum = 0;
        for (var n = 0; n < 9; n++) {
            var product = (digits.charAt(n) - '0') * (n % 2 == 0 ? 2 : 1);
            sum += product / 10 + product % 10;
        }
        return born.getYear() + digits.substring(2) + (10 - sum % 10) % 10;
    }
}
