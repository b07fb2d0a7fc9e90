package se.bofast.demo;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import se.bofast.demo.InventedPeople.Person;
import se.bofast.filing.SheetCell;
import se.bofast.filing.SheetWriting;
import se.bofast.intake.SignalKind;
import se.bofast.kernel.HouseClock;
import se.bofast.prevention.Closing.Outcome;

/// Writes the lists of the two years as files, as landlords and Kronofogden send them.
final class DemoLists {

    private static final Charset WINDOWS = Charset.forName("windows-1252");
    private static final String ORDERS = "payment-orders";
    private static final String ARREARS = "rent-arrears";

    private final DemoPlan plan;

    DemoLists(DemoPlan plan) {
        this.plan = plan;
    }

    /// All lists, in the order they come.
    List<DemoList> all() {
        var lists = new ArrayList<DemoList>();
        weekly(DemoLandlords.BJOERKSTADSHEM, lists);
        weekly(DemoLandlords.KVARNHUS, lists);
        evictionDates(lists);
        lists.add(round());
        DemoPlan.SETTLED_AFTER.forEach(days -> settled(plan.roundOn().plusDays(days), lists));
        questions(lists);
        lists.add(waiting());
        lists.add(withOddColumns());
        return lists.stream().sorted(Comparator.comparing(DemoList::at)).toList();
    }

    private void weekly(String landlord, List<DemoList> lists) {
        var workbooks = landlord.equals(DemoLandlords.BJOERKSTADSHEM);
        byDay(threat ->
                        threat.way() == Threat.Way.LANDLORD_LIST
                                && threat.landlord().equals(landlord))
                .forEach((day, threats) -> {
                    var header =
                            List.of(
                                    "Kontraktsnummer",
                                    "Hyresgäst",
                                    "Född",
                                    "Adress",
                                    "Lägenhetsnummer",
                                    "Postnummer",
                                    "Postort",
                                    "Hyresskuld",
                                    "Postat",
                                    "Delgiven",
                                    "Antal barn");
                    var rows = threats.stream().map(DemoLists::arrears).toList();
                    lists.add(
                            new DemoList(
                                    ARREARS,
                                    landlord,
                                    "Hyresskulder %s %s.%s"
                                            .formatted(
                                                    workbooks ? "BH" : "Kvarnhus",
                                                    day,
                                                    workbooks ? "xlsx" : "csv"),
                                    workbooks
                                            ? workbook("Hyresskulder", header, rows)
                                            : text(header, rows),
                                    at(day, 8, workbooks ? 10 : 20),
                                    true));
                });
    }

    private static List<String> arrears(Threat threat) {
        var person = threat.person();
        return List.of(
                threat.reference(),
                person.written(),
                threat.named() ? person.birthOn().toString() : "",
                person.street(),
                person.apartment(),
                person.postalCode(),
                "Björkstad",
                amount(threat.kronor()),
                threat.day().minusDays(2).toString(),
                threat.day().minusDays(threat.dice(4, "served")).toString(),
                threat.hasChildren() ? Integer.toString(person.children().size()) : "");
    }

    private void evictionDates(List<DemoList> lists) {
        byDay(threat -> threat.kind() == SignalKind.EVICTION_DATE)
                .forEach((day, threats) ->
                        lists.add(
                                new DemoList(
                                        "eviction-dates",
                                        null,
                                        "Avhysningar %s.csv".formatted(day),
                                        text(
                                                List.of(
                                                        "Målnummer",
                                                        "Personnummer",
                                                        "Svarande",
                                                        "Adress",
                                                        "Lägenhetsnummer",
                                                        "Postnummer",
                                                        "Postort",
                                                        "Sökande",
                                                        "Avhysningsdag",
                                                        "Belopp",
                                                        "Orsak",
                                                        "Antal barn"),
                                                threats.stream().map(DemoLists::eviction).toList()),
                                        at(day, 8, 30),
                                        true)));
    }

    private static List<String> eviction(Threat threat) {
        var person = threat.person();
        var executed = threat.life().executedOn();
        return List.of(
                threat.reference(),
                person.number().written(),
                person.written(),
                person.street(),
                person.apartment(),
                person.postalCode(),
                "Björkstad",
                threat.landlord(),
                executed == null ? "" : executed.toString(),
                amount(threat.kronor()),
                "Hyresskuld",
                threat.hasChildren() ? Integer.toString(person.children().size()) : "");
    }

    private DemoList round() {
        return orders(
                "Betalningsförelägganden våren.csv",
                plan.roundOn(),
                plan.threats().stream()
                        .filter(threat -> threat.way() == Threat.Way.ROUND)
                        .toList());
    }

    private void questions(List<DemoList> lists) {
        byDay(threat ->
                        threat.way() == Threat.Way.AUTHORITY_LIST
                                && threat.kind() == SignalKind.PAYMENT_ORDER)
                .forEach((day, threats) ->
                        lists.add(
                                orders(
                                        "Betalningsförelägganden %s.csv".formatted(day),
                                        day,
                                        threats)));
    }

    private DemoList orders(String fileName, LocalDate day, List<Threat> threats) {
        return new DemoList(
                ORDERS,
                null,
                fileName,
                text(
                        ORDER_COLUMNS,
                        threats.stream()
                                .map(threat ->
                                        order(
                                                threat.reference(),
                                                threat.person(),
                                                threat.person().number().written(),
                                                threat.landlord(),
                                                amount(threat.kronor()),
                                                day.minusDays(1)))
                                .toList()),
                at(day, 8, 40),
                true);
    }

    private static final List<String> ORDER_COLUMNS =
            List.of(
                    "Målnummer",
                    "Personnummer",
                    "Svarande",
                    "Adress",
                    "Lägenhetsnummer",
                    "Postnummer",
                    "Postort",
                    "Sökande",
                    "Belopp",
                    "Delgiven",
                    "Antal barn");

    private static List<String> order(
            String reference,
            Person person,
            String number,
            String landlord,
            String amount,
            LocalDate served) {
        return List.of(
                reference,
                number,
                person.written(),
                person.street(),
                person.apartment(),
                person.postalCode(),
                "Björkstad",
                landlord,
                amount,
                served.toString(),
                person.children().isEmpty() ? "" : Integer.toString(person.children().size()));
    }

    /// What of the round has been paid or withdrawn by that day.
    private void settled(LocalDate day, List<DemoList> lists) {
        var on = DemoPlan.workdayFrom(day);
        var rows =
                plan.threats().stream()
                        .filter(threat ->
                                threat.way() == Threat.Way.ROUND
                                        && on.equals(threat.life().endedOn()))
                        .filter(threat ->
                                threat.life().outcome() == Outcome.SETTLED_ALONE
                                        || threat.life().outcome() == Outcome.WITHDRAWN)
                        .map(threat ->
                                List.of(
                                        threat.reference(),
                                        threat.life().outcome() == Outcome.WITHDRAWN
                                                ? "Återkallad"
                                                : "Betald",
                                        on.minusDays(1 + threat.dice(6, "paid")).toString()))
                        .toList();
        lists.add(
                new DemoList(
                        "settled",
                        null,
                        "Betalda och återkallade %s.csv".formatted(on),
                        text(List.of("Målnummer", "Status", "Datum"), rows),
                        at(on, 8, 15),
                        true));
    }

    /// This week's list, which waits to be read in: most rows are good, some are about people one
    /// must be asked about, some are wrong.
    private DemoList waiting() {
        var day = plan.today();
        var rows = new ArrayList<List<String>>();
        var fresh = plan.others().iterator();
        for (var i = 0; i < 14; i++) {
            var person = fresh.next();
            rows.add(waiting(rows, person, person.number().written(), amount(4_200 + 730 * i)));
        }
        plan.threats().stream()
                .filter(threat -> threat.way() == Threat.Way.ROUND)
                .skip(90)
                .limit(3)
                .forEach(threat -> {
                    var known = threat.person();
                    var other = fresh.next();
                    rows.add(
                            waiting(
                                    rows,
                                    other,
                                    known.number().written(),
                                    amount(threat.kronor())));
                });
        var wrong = fresh.next();
        rows.add(waiting(rows, wrong, wrongNumber(wrong), amount(6_300)));
        var vague = fresh.next();
        rows.add(waiting(rows, vague, vague.number().written(), "två hyror"));
        var ahead = fresh.next();
        var served = new ArrayList<>(waiting(rows, ahead, ahead.number().written(), "7 480,00"));
        served.set(9, day.plusMonths(1).toString());
        rows.add(served);
        return new DemoList(
                ORDERS,
                DemoLandlords.BJOERKSTADSHEM,
                "Betalningsförelägganden BH %s.csv".formatted(day),
                text(ORDER_COLUMNS, rows),
                at(day, 7, 45),
                false);
    }

    private List<String> waiting(
            List<List<String>> before, Person person, String number, String amount) {
        return order(
                "BH-%d-%02d".formatted(plan.today().getYear(), before.size() + 1),
                person,
                number,
                DemoLandlords.BJOERKSTADSHEM,
                amount,
                plan.today().minusDays(2));
    }

    /// The number with its last digit mistyped.
    private static String wrongNumber(Person person) {
        var right = person.number().written();
        var last = right.charAt(right.length() - 1) - '0';
        return right.substring(0, right.length() - 1) + (last + 1) % 10;
    }

    /// A list whose columns are called what no other sender calls them.
    private DemoList withOddColumns() {
        var people = plan.others().subList(21, 24);
        return new DemoList(
                ARREARS,
                DemoLandlords.LINDAASEN,
                "Lindåsen obetalt.csv",
                text(
                        List.of("Boende", "Var", "Saknas kr"),
                        people.stream()
                                .map(person ->
                                        List.of(person.written(), person.street(), amount(8_150)))
                                .toList()),
                at(plan.today(), 7, 50),
                false);
    }

    private SortedMap<LocalDate, List<Threat>> byDay(Predicate<Threat> which) {
        return plan.threats().stream()
                .filter(which)
                .collect(Collectors.groupingBy(Threat::day, TreeMap::new, Collectors.toList()));
    }

    private static Instant at(LocalDate day, int hour, int minute) {
        return day.atTime(LocalTime.of(hour, minute)).atZone(HouseClock.ZONE).toInstant();
    }

    private static String amount(int kronor) {
        return "%d %03d,00".formatted(kronor / 1000, kronor % 1000);
    }

    /// As the senders' programs write text files.
    private static byte[] text(List<String> header, List<List<String>> rows) {
        return Stream.concat(Stream.of(header), rows.stream())
                .map(row -> String.join(";", row))
                .collect(Collectors.joining("\r\n", "", "\r\n"))
                .getBytes(WINDOWS);
    }

    private static byte[] workbook(String sheet, List<String> header, List<List<String>> rows) {
        var out = new ByteArrayOutputStream();
        try {
            SheetWriting.xlsx(
                    sheet,
                    header,
                    rows.stream().map(row -> row.stream().map(DemoLists::cell).toList()),
                    out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static SheetCell cell(String text) {
        return text.isEmpty() ? new SheetCell.Blank() : new SheetCell.Text(text);
    }
}
