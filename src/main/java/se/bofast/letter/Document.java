package se.bofast.letter;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A longer document that is no letter: chapters of items, each a heading and its facts.
///
/// @param language ISO 639-1
/// @param author who made it
public record Document(
        String title, String language, String author, List<String> lead, List<Chapter> chapters) {

    /// @param said paragraphs before the items
    /// @param table shown after the items, or null
    public record Chapter(
            String heading, List<String> said, List<Item> items, @Nullable Table table) {

        public Chapter {
            said = List.copyOf(said);
            items = List.copyOf(items);
        }
    }

    /// @param note a sentence after the facts, or null
    public record Item(String heading, List<Row> rows, @Nullable String note) {

        public Item {
            rows = List.copyOf(rows);
        }
    }

    public record Row(String label, String text) {}

    public record Table(List<String> columns, List<List<String>> rows) {

        public Table {
            columns = List.copyOf(columns);
            rows = rows.stream().map(List::copyOf).toList();
        }
    }

    public Document {
        lead = List.copyOf(lead);
        chapters = List.copyOf(chapters);
    }
}
