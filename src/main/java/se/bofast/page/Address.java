package se.bofast.page;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A path with its query, to link to the same list with another sort, filter or page.
///
/// Never put a name, a personal number or free text about a person in an address: it ends up in
/// logs and in the browser's history. Ids and codes are fine.
public record Address(String path, Map<String, List<String>> parameters) {

    public Address {
        var copy = new LinkedHashMap<String, List<String>>();
        parameters.forEach((name, values) -> copy.put(name, List.copyOf(values)));
        parameters = Collections.unmodifiableMap(copy);
    }

    public static Address of(String path) {
        return new Address(path, Map.of());
    }

    /// The same address with the parameter set to the one value, or taken away when null or blank.
    public Address with(String name, @Nullable String value) {
        var changed = new LinkedHashMap<>(parameters);
        if (value == null || value.isBlank()) {
            changed.remove(name);
        } else {
            changed.put(name, List.of(value));
        }
        return new Address(path, changed);
    }

    public Address without(String... names) {
        var changed = new LinkedHashMap<>(parameters);
        for (var name : names) {
            changed.remove(name);
        }
        return new Address(path, changed);
    }

    /// As written in a link.
    @Override
    public String toString() {
        var pairs = new ArrayList<String>();
        parameters.forEach((name, values) ->
                values.forEach(value -> pairs.add(escaped(name) + "=" + escaped(value))));
        return pairs.isEmpty() ? path : path + "?" + String.join("&", pairs);
    }

    private static String escaped(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
