package se.bofast.parts;

import java.io.PrintStream;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// `./bofast sbom-check`: says at the terminal which libraries of the house the given advisories
/// speak of. Opens no database and no port, and asks nobody on the network.
public final class SbomCheck {

    private static final int MOST_TOLD = 20;
    private static final int LONGEST_SUMMARY = 300;

    /// A library and the advisory that speaks of the version the house has.
    private record Hit(Part part, Advisory advisory, String fixed) {}

    private final Optional<PartsList> own;
    private final PrintStream out;
    private final PrintStream err;

    SbomCheck(Optional<PartsList> own, PrintStream out, PrintStream err) {
        this.own = own;
        this.out = out;
        this.err = err;
    }

    /// @return 0 if no library is hit, 1 if one is, 2 if not everything could be read
    public static int run(String... places) {
        return new SbomCheck(PartsList.own(), System.out, System.err).check(List.of(places));
    }

    int check(List<String> places) {
        if (own.isEmpty() || own.get().parts().isEmpty()) {
            err.println(
                    "This Bofast was built without the list of its parts (%s), so there is nothing to compare. Build it with ./bofast; Maven makes the list only when it is not told to be offline (-o)."
                            .formatted(PartsList.PLACE));
            return 2;
        }
        if (places.isEmpty() || places.getFirst().startsWith("-")) {
            err.println(
                    """
                    Say what to compare with: ./bofast sbom-check FILE...
                    Each FILE is an advisory in OSV's JSON, an array of them, a folder of such files, or the zip that OSV publishes for Maven.
                    On a machine with a network: curl -O https://osv-vulnerabilities.storage.googleapis.com/Maven/all.zip\
                    """);
            return 2;
        }
        var comparing = new Comparing(own.get());
        var reading = new ReadingAdvisories(comparing);
        for (var place : places) {
            try {
                reading.read(Path.of(place));
            } catch (InvalidPathException e) {
                comparing.unreadable(place, "there can be no such file");
            }
        }
        return comparing.tell();
    }

    private final class Comparing implements ReadingAdvisories.Found {

        private final PartsList own;
        private final List<Hit> hits = new ArrayList<>();
        private long read;
        private long withdrawn;
        private long ofOthers;
        private long unreadable;

        Comparing(PartsList own) {
            this.own = own;
        }

        @Override
        public void advisory(Advisory advisory) {
            read++;
            if (advisory.withdrawn()) {
                withdrawn++;
                return;
            }
            if (!advisory.isOfMaven()) {
                ofOthers++;
                return;
            }
            for (var part : own.parts()) {
                advisory.affected().stream()
                        .filter(affected -> affected.means(part))
                        .filter(affected -> affected.versions().contains(part.version()))
                        .findFirst()
                        .ifPresent(affected ->
                                hits.add(
                                        new Hit(part, advisory, fixed(affected.versions(), part))));
            }
        }

        private static String fixed(AffectedVersions versions, Part part) {
            return versions.isSilent()
                    ? "the advisory does not say which versions it means; read it"
                    : versions.fixedAfter(part.version()).orElse("no version that it names");
        }

        @Override
        public void unreadable(String where, String why) {
            unreadable++;
            if (unreadable <= MOST_TOLD) {
                err.println("CANNOT BE READ: %s: %s.".formatted(printable(where), why));
            }
        }

        int tell() {
            for (var hit : hits) {
                out.println("HIT: %s %s".formatted(hit.part().coordinates(), hit.part().version()));
                out.println("  Advisory: " + named(hit.advisory()));
                if (!hit.advisory().summary().isBlank()) {
                    out.println("  Summary:  " + printable(hit.advisory().summary()));
                }
                out.println("  Fixed in: " + printable(hit.fixed()));
            }
            out.println(
                    String.format(
                            Locale.ROOT,
                            "Compared the %,d libraries of Bofast %s with %,d advisories: %s.",
                            own.parts().size(),
                            own.of().version(),
                            read,
                            hits.isEmpty() ? "none is hit" : hits.size() + " hits"));
            if (withdrawn + ofOthers > 0) {
                out.println(
                        String.format(
                                Locale.ROOT,
                                "Passed over: %,d withdrawn, %,d for other ecosystems than Maven, which are not looked at.",
                                withdrawn,
                                ofOthers));
            }
            out.println(
                    "Not looked at: PostgreSQL itself, the Java it runs on, and the browser's parts under static/vendor.");
            if (unreadable > 0) {
                err.println(
                        String.format(
                                Locale.ROOT,
                                "%,d of what was given could not be read, so this is not the whole answer. Fetch it anew and run again.",
                                unreadable));
                return 2;
            }
            return hits.isEmpty() ? 0 : 1;
        }

        private static String named(Advisory advisory) {
            return printable(
                    advisory.aliases().isEmpty()
                            ? advisory.id()
                            : advisory.id() + " (" + String.join(", ", advisory.aliases()) + ")");
        }
    }

    /// Words from outside, with nothing in them that a terminal would obey.
    private static String printable(String text) {
        var plain = text.replaceAll("[\\p{C}\\p{Zl}\\p{Zp}]", " ");
        return plain.length() <= LONGEST_SUMMARY
                ? plain
                : plain.substring(0, LONGEST_SUMMARY) + "...";
    }
}
