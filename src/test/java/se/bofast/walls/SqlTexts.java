package se.bofast.walls;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// The SQL in a Java file: every string or text block that starts as a statement does.
final class SqlTexts {

    private static final Pattern TEXT =
            Pattern.compile(
                    "\"\"\"\\s*\\n(.*?)\"\"\"|\"((?:[^\"\\\\\\n]|\\\\.)*)\"", Pattern.DOTALL);
    private static final Pattern STATEMENT =
            Pattern.compile(
                    "\\s*(select\\s|insert\\s+into|update\\s+\\w+\\.|delete\\s+from|with\\s+(recursive\\s+)?\\w+\\s|merge\\s+into).*",
                    Pattern.DOTALL);

    private SqlTexts() {}

    static List<String> in(Path file) throws IOException {
        var found = new ArrayList<String>();
        var texts = TEXT.matcher(Files.readString(file));
        while (texts.find()) {
            var text = texts.group(1) != null ? texts.group(1) : texts.group(2);
            if (STATEMENT.matcher(text).matches()) {
                found.add(withoutPlaces(text));
            }
        }
        return found;
    }

    /// A statement put together by `formatted` keeps its conditions and its order outside; what
    /// stands in the text itself is checked. Parameters may be called by words the parser reserves.
    private static String withoutPlaces(String sql) {
        return sql.replaceAll("(?<!:):[A-Za-z]\\w*", "?")
                .replaceAll("order by %(\\d\\$)?s", "order by 1")
                .replaceAll("%(\\d\\$)?d", "1")
                .replaceAll("%(\\d\\$)?s", " ");
    }
}
