package se.bofast.parts;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What the house is built of (SBOM): the build writes it, in CycloneDX, and puts it into the jar.
///
/// @param of which Bofast
record PartsList(Part of, List<Part> parts) {

    /// Where Spring Boot and those who look into its jars expect it.
    static final String PLACE = "META-INF/sbom/application.cdx.json";

    PartsList {
        parts = List.copyOf(parts);
    }

    /// The one this program was built with, or nothing if it was built without.
    static Optional<PartsList> own() {
        try (var in = PartsList.class.getClassLoader().getResourceAsStream(PLACE)) {
            return in == null ? Optional.empty() : Optional.of(read(in));
        } catch (IOException | JacksonException e) {
            return Optional.empty();
        }
    }

    static PartsList read(InputStream in) {
        var list = JsonMapper.shared().readTree(in);
        var parts = new ArrayList<Part>();
        for (var component : list.path("components")) {
            if (component.path("purl").asString("").startsWith("pkg:maven/")) {
                parts.add(part(component));
            }
        }
        return new PartsList(part(list.path("metadata").path("component")), parts);
    }

    private static Part part(JsonNode component) {
        return new Part(
                component.path("group").asString(""),
                component.path("name").asString(""),
                component.path("version").asString(""));
    }
}
