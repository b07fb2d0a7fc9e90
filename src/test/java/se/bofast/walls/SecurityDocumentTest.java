package se.bofast.walls;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// What the page about security names exists, and it answers every item.
class SecurityDocumentTest {

    private static final Path PAGE = Path.of("docs/security.md");
    private static final Pattern QUOTED = Pattern.compile("`([^`]+)`");
    private static final Pattern CLASS = Pattern.compile("[A-Z][A-Za-z0-9]+(?:\\.[a-z_0-9]+)?");
    private static final Pattern FILE = Pattern.compile("(?:docs|src|journeys)/\\S+");
    private static final Pattern ROW =
            Pattern.compile(
                    "\\| (\\d+\\.\\d+)\\.(\\d+)(?:–(\\d+))? \\| [^|]+ \\| (met|n/a|operator|in part|NOT met) \\| [^|]+ \\|");

    /// How many items of level 1 and 2 each section of ASVS 5.0.0 has; they come first in it.
    private static final String ITEMS =
            """
            1.1:2 1.2:9 1.3:11 1.4:3 1.5:2 2.1:3 2.2:3 2.3:4 2.4:1 3.2:2 3.3:4 3.4:6 3.5:5 3.7:2 4.1:3 4.2:1 4.3:2 4.4:4
            5.1:1 5.2:3 5.3:2 5.4:3 6.1:3 6.2:12 6.3:4 6.4:4 6.5:5 6.6:3 6.8:4 7.1:3 7.2:4 7.3:2 7.4:5 7.5:2 7.6:2
            8.1:2 8.2:3 8.3:1 8.4:1 9.1:3 9.2:4 10.1:2 10.2:2 10.3:4 10.4:11 10.5:5 10.6:2 10.7:3 11.1:2 11.2:3 11.3:3
            11.4:4 11.5:1 11.6:1 12.1:3 12.2:2 12.3:4 13.1:1 13.2:5 13.3:2 13.4:5 14.1:2 14.2:4 14.3:3 15.1:3 15.2:3
            15.3:7 16.1:1 16.2:5 16.3:4 16.4:3 16.5:3 17.1:1 17.2:4 17.3:2
            """;

    private final String page = Files.readString(PAGE);
    private final Map<String, List<Path>> sources = sources();

    SecurityDocumentTest() throws IOException {}

    private static Map<String, List<Path>> sources() throws IOException {
        var found = new HashMap<String, List<Path>>();
        for (var root : List.of("src/main/java", "src/test/java", "journeys/src/test/java")) {
            try (var files = Files.walk(Path.of(root))) {
                files.filter(file -> file.toString().endsWith(".java"))
                        .forEach(file ->
                                found.computeIfAbsent(
                                                file.getFileName().toString().replace(".java", ""),
                                                name -> new ArrayList<>())
                                        .add(file));
            }
        }
        return found;
    }

    @Test
    void every_class_test_and_file_it_names_is_there() throws IOException {
        var missing = new TreeSet<String>();
        var named = 0;
        for (var quoted = QUOTED.matcher(page).results().iterator(); quoted.hasNext(); ) {
            var name = quoted.next().group(1);
            if (FILE.matcher(name).matches()) {
                named++;
                if (!Files.exists(Path.of(name))) {
                    missing.add(name);
                }
            } else if (CLASS.matcher(name).matches()) {
                named++;
                var parts = name.split("\\.");
                var isThere = false;
                for (var file : sources.getOrDefault(parts[0], List.of())) {
                    isThere |=
                            parts.length == 1
                                    || Files.readString(file).contains("void " + parts[1] + "(");
                }
                if (!isThere) {
                    missing.add(name);
                }
            }
        }
        assertThat(missing).isEmpty();
        assertThat(named).isGreaterThan(150);
    }

    @Test
    void every_item_is_answered_once_and_the_summary_counts_them() {
        var answered = new ArrayList<String>();
        var counts = new TreeMap<String, Integer>();
        page.lines()
                .filter(line -> line.matches("\\| \\d+\\..*"))
                .forEach(line -> {
                    var row = ROW.matcher(line);
                    assertThat(row.matches()).as(line).isTrue();
                    var from = Integer.parseInt(row.group(2));
                    var to = row.group(3) == null ? from : Integer.parseInt(row.group(3));
                    for (var item = from; item <= to; item++) {
                        answered.add(row.group(1) + "." + item);
                        counts.merge(row.group(4), 1, Integer::sum);
                    }
                });
        assertThat(answered).containsExactlyInAnyOrderElementsOf(asked());
        assertThat(page)
                .contains(
                        "Of %d items: %s."
                                .formatted(
                                        answered.size(),
                                        List.of("met", "n/a", "operator", "in part", "NOT met")
                                                .stream()
                                                .map(answer ->
                                                        counts.getOrDefault(answer, 0)
                                                                + " "
                                                                + answer)
                                                .collect(Collectors.joining(", "))));
    }

    private static List<String> asked() {
        return Pattern.compile("\\s+")
                .splitAsStream(ITEMS.strip())
                .map(section -> section.split(":"))
                .flatMap(section ->
                        IntStream.rangeClosed(1, Integer.parseInt(section[1]))
                                .mapToObj(item -> section[0] + "." + item))
                .toList();
    }
}
