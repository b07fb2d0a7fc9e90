package se.bofast.person;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// Every published set of records with doubles that is on this machine (febrl: Christen 2008). Who
/// is who stands in `rec_id`; only the scoring reads it.
class PublishedDoublesTest {

    private static final double RECALL = 0.95;
    private static final double PRECISION = 0.999;

    @Test
    void links_the_doubles_of_every_published_set_and_no_others() throws IOException {
        var sets = sets();
        assumeFalse(sets.isEmpty(), "the published sets of doubles are not on this machine");
        for (var set : sets) {
            var records = new ArrayList<LinkRecord>();
            var humans = new ArrayList<String>();
            read(set, records, humans);
            var found = new FindingDoubles(LinkWeights.CURRENT).among(records);
            var score = LinkScore.of(found, humans);
            System.out.println(score.line(set.getFileName().toString()));
            assertThat(score.recall())
                    .as("recall of %s", set.getFileName())
                    .isGreaterThanOrEqualTo(RECALL);
            assertThat(score.precision())
                    .as("precision of %s", set.getFileName())
                    .isGreaterThanOrEqualTo(PRECISION);
        }
    }

    private static void read(Path set, List<LinkRecord> records, List<String> humans)
            throws IOException {
        try (var lines = CsvReader.builder().ofNamedCsvRecord(Files.newBufferedReader(set))) {
            for (var line : lines) {
                var row = stripped(line);
                humans.add(row.apply("rec_id").replaceAll("-(org|dup).*", ""));
                records.add(
                        new LinkRecord(
                                new UUID(0, records.size()),
                                row.apply("given_name"),
                                row.apply("surname"),
                                row.apply("date_of_birth"),
                                row.apply("soc_sec_id"),
                                List.of(),
                                row.apply("address_1"),
                                row.apply("street_number"),
                                row.apply("address_2"),
                                row.apply("postcode"),
                                row.apply("suburb"),
                                null));
            }
        }
    }

    private static java.util.function.Function<String, String> stripped(NamedCsvRecord line) {
        var fields = new java.util.HashMap<String, String>();
        line.getFieldsAsMap().forEach((name, value) -> fields.put(name.strip(), value.strip()));
        return name -> fields.getOrDefault(name, "");
    }

    private static List<Path> sets() throws IOException {
        for (var place : List.of("../shared", "../../shared")) {
            var folder = Path.of(place, "data", "febrl");
            if (Files.isDirectory(folder)) {
                try (var files = Files.list(folder)) {
                    return files.filter(file -> file.toString().endsWith(".csv")).sorted().toList();
                }
            }
        }
        return List.of();
    }
}
