package se.bofast.parts;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import se.bofast.parts.Advisory.Affected;
import se.bofast.parts.AffectedVersions.Event;
import se.bofast.parts.AffectedVersions.Range;
import se.bofast.parts.AffectedVersions.Turn;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Reads advisories as OSV writes them in JSON: one, or an array of them. The text comes from
/// outside: it is bounded in length, depth and signs, and what is not as the schema has it is
/// refused with a reason, never guessed at.
final class AdvisoryText {

    /// The largest advisory OSV has published is a few megabytes; an array may hold many.
    static final int LONGEST = 64 * 1024 * 1024;

    /// Maven's order of versions nests as deep as a version is long.
    static final int LONGEST_VERSION = 200;

    private static final int LONGEST_NAME = 500;

    private static final JsonMapper JSON =
            JsonMapper.builder(
                            JsonFactory.builder()
                                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                                    .streamReadConstraints(
                                            StreamReadConstraints.builder()
                                                    .maxDocumentLength(LONGEST)
                                                    .maxNestingDepth(64)
                                                    .maxStringLength(4 * 1024 * 1024)
                                                    .maxNameLength(1_000)
                                                    .maxNumberLength(100)
                                                    .build())
                                    .build())
                    // An advisory in an array is followed by the next; what follows the last is
                    // looked at here.
                    .disable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .build();

    private AdvisoryText() {}

    static void read(InputStream in, Consumer<Advisory> found) throws Unreadable {
        try (var parser = JSON.createParser(in)) {
            switch (parser.nextToken()) {
                case null -> throw new Unreadable("it is empty");
                case START_OBJECT -> found.accept(advisory(parser));
                case START_ARRAY -> {
                    while (parser.nextToken() != JsonToken.END_ARRAY) {
                        found.accept(advisory(parser));
                    }
                }
                default -> throw new Unreadable("it begins neither with { nor with [");
            }
            if (parser.nextToken() != null) {
                throw new Unreadable("something follows where the advisory ends");
            }
        } catch (JacksonException e) {
            throw new Unreadable("it is no JSON, or beyond measure" + place(e));
        }
    }

    private static String place(JacksonException e) {
        var at = e.getLocation();
        return at == null || at.getLineNr() < 1
                ? ""
                : " (line %d, column %d)".formatted(at.getLineNr(), at.getColumnNr());
    }

    private static Advisory advisory(JsonParser parser) throws Unreadable {
        JsonNode tree = JSON.readTree(parser);
        if (tree == null || !tree.isObject()) {
            throw new Unreadable("what stands where an advisory should is none");
        }
        var id = text(tree, "id", 200);
        if (id.isBlank()) {
            throw new Unreadable("it has no id, so it is no advisory as OSV writes them");
        }
        var affected = new ArrayList<Affected>();
        for (var one : list(tree, "affected")) {
            affected.add(affected(one));
        }
        return new Advisory(
                id,
                texts(tree, "aliases", 200),
                text(tree, "summary", Integer.MAX_VALUE),
                !text(tree, "withdrawn", 100).isBlank(),
                affected);
    }

    private static Affected affected(JsonNode one) throws Unreadable {
        var library = object(one, "package");
        var ranges = new ArrayList<Range>();
        for (var range : list(one, "ranges")) {
            // Of commits one cannot tell which release has them; the list of versions does.
            if (!text(range, "type", 100).equals("GIT")) {
                ranges.add(range(range));
            }
        }
        return new Affected(
                library == null ? "" : text(library, "ecosystem", LONGEST_NAME),
                library == null ? "" : text(library, "name", LONGEST_NAME),
                library == null ? "" : text(library, "purl", LONGEST_NAME),
                new AffectedVersions(texts(one, "versions", LONGEST_VERSION), ranges));
    }

    private static Range range(JsonNode range) throws Unreadable {
        var events = new ArrayList<Event>();
        for (var event : list(range, "events")) {
            for (var turn : Turn.values()) {
                var version = text(event, key(turn), LONGEST_VERSION);
                if (!version.isEmpty()) {
                    events.add(new Event(turn, version));
                }
            }
        }
        return new Range(events);
    }

    private static String key(Turn turn) {
        return switch (turn) {
            case INTRODUCED -> "introduced";
            case FIXED -> "fixed";
            case LAST_AFFECTED -> "last_affected";
            case LIMIT -> "limit";
        };
    }

    private static @Nullable JsonNode object(JsonNode parent, String key) throws Unreadable {
        var node = member(parent, key);
        if (node != null && !node.isObject()) {
            throw wrong(key, "an object");
        }
        return node;
    }

    private static Iterable<JsonNode> list(JsonNode parent, String key) throws Unreadable {
        var node = member(parent, key);
        if (node == null) {
            return List.of();
        }
        if (!node.isArray()) {
            throw wrong(key, "a list");
        }
        return node;
    }

    private static List<String> texts(JsonNode parent, String key, int longest) throws Unreadable {
        var texts = new ArrayList<String>();
        for (var one : list(parent, key)) {
            texts.add(text(one, key, longest, one));
        }
        return texts;
    }

    private static String text(JsonNode parent, String key, int longest) throws Unreadable {
        var node = member(parent, key);
        return node == null ? "" : text(parent, key, longest, node);
    }

    private static String text(JsonNode parent, String key, int longest, JsonNode node)
            throws Unreadable {
        if (!node.isString()) {
            throw wrong(key, "a text");
        }
        if (node.stringValue().length() > longest) {
            throw new Unreadable("its '%s' is longer than %d signs".formatted(key, longest));
        }
        return node.stringValue();
    }

    private static @Nullable JsonNode member(JsonNode parent, String key) throws Unreadable {
        if (!parent.isObject()) {
            throw new Unreadable("'%s' is asked of what is no object".formatted(key));
        }
        var node = parent.get(key);
        return node == null || node.isNull() ? null : node;
    }

    private static Unreadable wrong(String key, String should) {
        return new Unreadable("its '%s' is not %s".formatted(key, should));
    }
}
