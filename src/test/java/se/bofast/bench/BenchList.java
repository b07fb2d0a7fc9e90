package se.bofast.bench;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Random;

/// A list of payment orders as Kronofogden might send it, of invented people with numbers of the
/// test series.
final class BenchList {

    private static final String HEADER =
            "Pnr;Hyresgäst;Adress;Postnummer;Ort;Belopp;Förfallodag;Delgiven;Målnr;Sökande\n";

    private BenchList() {}

    /// @param round makes the claims of one list other than those of the next, about the same
    ///   people
    static byte[] rows(int rows, int round, LocalDate today) {
        var random = new Random(round);
        var text = new StringBuilder(HEADER);
        for (var i = 0; i < rows; i++) {
            var served = today.minusDays(random.nextInt(60));
            text.append(number(i))
                    .append(";Provnamn")
                    .append(letters(i))
                    .append(", Prov;Mätgatan ")
                    .append(i % 20_000)
                    .append(" lgh ")
                    .append(1001 + i / 20_000)
                    .append(";11331;Teststad;")
                    .append(5000 + random.nextInt(20_000))
                    .append(",50;")
                    .append(served.minusDays(30))
                    .append(';')
                    .append(served)
                    .append(";B-")
                    .append(round)
                    .append('-')
                    .append(i)
                    .append(";Påhittade Hem ")
                    .append(i % 40)
                    .append('\n');
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static String letters(int i) {
        return "%c%c%c%c"
                .formatted(
                        'a' + i % 26, 'a' + i / 26 % 26, 'a' + i / 676 % 26, 'a' + i / 17_576 % 26);
    }

    /// Birth number 238 or 239; empty for every third row, who is known by name and address only.
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
