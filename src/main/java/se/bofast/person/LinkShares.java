package se.bofast.person;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// How common names, birthdays, streets and towns are among the records compared.
final class LinkShares {

    private final LinkWeights weights;
    private final Map<LinkField, Map<String, Integer>> counts = new EnumMap<>(LinkField.class);
    private final int records;

    private LinkShares(LinkWeights weights, int records) {
        this.weights = weights;
        this.records = records;
    }

    static LinkShares of(List<LinkTraits> all, LinkWeights weights) {
        var shares = new LinkShares(weights, all.size());
        for (var traits : all) {
            shares.addName(LinkField.GIVEN, traits.given);
            shares.addName(LinkField.FAMILY, traits.family);
            shares.add(LinkField.BIRTH, traits.birth);
            shares.add(LinkField.STREET, traits.street);
            shares.add(LinkField.POSTCODE, traits.postcode);
            shares.add(LinkField.TOWN, traits.town);
        }
        return shares;
    }

    /// Shares counted elsewhere: of the values that are asked for, among so many records.
    static LinkShares counted(
            Map<LinkField, Map<String, Integer>> counts, int records, LinkWeights weights) {
        var shares = new LinkShares(weights, records);
        counts.forEach((field, values) -> shares.counts.put(field, new HashMap<>(values)));
        return shares;
    }

    private void addName(LinkField field, LinkTraits.Name name) {
        add(field, name.together());
        if (name.parts().size() > 1) {
            name.parts().forEach(part -> add(field, part));
        }
    }

    private void add(LinkField field, String value) {
        if (!value.isEmpty()) {
            counts.computeIfAbsent(field, f -> new HashMap<>()).merge(value, 1, Integer::sum);
        }
    }

    int count(LinkField field, String value) {
        var values = counts.get(field);
        return values == null ? 0 : values.getOrDefault(value, 0);
    }

    double share(LinkField field, String value) {
        return weights.common(field).share(count(field, value), records);
    }
}
