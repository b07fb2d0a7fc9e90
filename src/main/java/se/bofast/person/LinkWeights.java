package se.bofast.person;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;

/// The weights pairs are compared by: data in the repository, the same for every register.
final class LinkWeights {

    /// The version in use.
    static final LinkWeights CURRENT = read("/person/linking-weights-1.properties");

    /// How common values of a field are where nothing is known of them.
    ///
    /// @param base the share of an ordinary value
    /// @param pseudo how many records that knowledge counts as
    /// @param floor no value counts as rarer
    record Common(double base, double pseudo, double floor) {

        double share(int count, int records) {
            return Math.max(floor, (count + pseudo * base) / (records + pseudo));
        }
    }

    private record Chances(double same, double other) {}

    private final int version;
    private final Map<LinkField, Map<Agreement, Chances>> chances = new EnumMap<>(LinkField.class);
    private final Map<LinkField, Map<Agreement, Double>> weights = new EnumMap<>(LinkField.class);
    private final Map<LinkField, Common> commons = new EnumMap<>(LinkField.class);
    private final double householdMost;
    private final double automatic;
    private final double doubtful;
    private final double clusterLeast;

    private LinkWeights(Properties lines) {
        version = Integer.parseInt(lines.getProperty("version"));
        householdMost = number(lines, "household.most");
        automatic = number(lines, "automatic");
        doubtful = number(lines, "doubtful");
        clusterLeast = number(lines, "cluster.least");
        for (var field : LinkField.values()) {
            var name = field.name().toLowerCase(Locale.ROOT);
            var common = lines.getProperty(name + ".common");
            if (common != null) {
                var parts = numbers(common);
                commons.put(field, new Common(parts[0], parts[1], parts[2]));
            }
            var levels = new EnumMap<Agreement, Chances>(Agreement.class);
            var weighed = new EnumMap<Agreement, Double>(Agreement.class);
            for (var agreement : Agreement.values()) {
                var line = lines.getProperty(name + "." + agreement.name());
                if (line != null) {
                    var parts = numbers(line);
                    levels.put(agreement, new Chances(parts[0], parts[1]));
                    if (parts[1] > 0) {
                        weighed.put(agreement, log2(parts[0] / parts[1]));
                    }
                }
            }
            chances.put(field, levels);
            weights.put(field, weighed);
        }
    }

    private static LinkWeights read(String resource) {
        try (var in = LinkWeights.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("no weights at " + resource);
            }
            var lines = new Properties();
            lines.load(new InputStreamReader(in, StandardCharsets.UTF_8));
            return new LinkWeights(lines);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    int version() {
        return version;
    }

    double automatic() {
        return automatic;
    }

    double doubtful() {
        return doubtful;
    }

    double householdMost() {
        return householdMost;
    }

    double clusterLeast() {
        return clusterLeast;
    }

    /// The weight of a level that does not depend on the value; nothing for a missing field.
    double of(LinkField field, Agreement agreement) {
        if (agreement == Agreement.MISSING) {
            return 0;
        }
        var weight = weights.getOrDefault(field, Map.of()).get(agreement);
        if (weight == null) {
            throw new IllegalStateException("no weight for " + field + " " + agreement);
        }
        return weight;
    }

    /// The weight of agreeing on a value that this share of the records has.
    double of(LinkField field, Agreement agreement, double share) {
        var level = chances.getOrDefault(field, Map.of()).get(agreement);
        if (level == null) {
            throw new IllegalStateException("no weight for " + field + " " + agreement);
        }
        return log2(level.same() / share);
    }

    Common common(LinkField field) {
        var common = commons.get(field);
        if (common == null) {
            throw new IllegalStateException("no shares of values for " + field);
        }
        return common;
    }

    private static double number(Properties lines, String name) {
        return Double.parseDouble(lines.getProperty(name).strip());
    }

    private static double[] numbers(String line) {
        return java.util.Arrays.stream(line.strip().split("\\s+"))
                .mapToDouble(Double::parseDouble)
                .toArray();
    }

    private static double log2(double x) {
        return Math.log(x) / Math.log(2);
    }
}
