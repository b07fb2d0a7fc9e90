package se.bofast.filing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The column names that the fields of a room are known by.
final class KnownNames {

    /// Names above the header row that a list may have: title, sender, date, an empty line or two.
    static final int LEAD_ROWS = 30;

    /// @param rank place among the field's synonyms, 0 the surest
    record Match(Field field, int rank) {}

    private final List<Field> fields;
    private final Map<String, List<Match>> matches = new HashMap<>();

    KnownNames(List<Field> fields) {
        this.fields = List.copyOf(fields);
        for (var field : fields) {
            var rank = 0;
            for (var synonym : field.synonyms()) {
                var name = HeaderText.normalised(synonym);
                if (!name.isEmpty()) {
                    var known = matches.computeIfAbsent(name, any -> new ArrayList<>());
                    if (known.stream().noneMatch(match -> match.field().equals(field))) {
                        known.add(new Match(field, rank));
                    }
                }
                rank++;
            }
        }
    }

    List<Field> fields() {
        return fields;
    }

    List<Match> exact(String header) {
        return matches.getOrDefault(HeaderText.normalised(header), List.of());
    }

    Map<String, List<Match>> all() {
        return matches;
    }

    /// How many different fields the row names.
    int hits(Row row) {
        var found = new HashSet<String>();
        for (var cell : row.cells()) {
            exact(cell).forEach(match -> found.add(match.field().code()));
        }
        return found.size();
    }

    /// The row that names the most fields, at least two (or the only one there is).
    Optional<Row> namedHeader(List<Row> lead) {
        Optional<Row> best = Optional.empty();
        var most = Math.min(2, fields.size()) - 1;
        for (var row : lead) {
            var hits = hits(row);
            if (hits > Math.max(most, 0)) {
                most = hits;
                best = Optional.of(row);
            }
        }
        return best;
    }
}
