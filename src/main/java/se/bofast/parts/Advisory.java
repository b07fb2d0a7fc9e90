package se.bofast.parts;

import java.util.List;

/// A warning that versions of libraries have a hole, as OSV publishes it.
///
/// @param aliases what others call it (CVE)
/// @param withdrawn taken back by who gave it
record Advisory(
        String id,
        List<String> aliases,
        String summary,
        boolean withdrawn,
        List<Affected> affected) {

    /// A library it speaks of.
    ///
    /// @param ecosystem where the library is published; empty when only a package URL is given
    /// @param purl its package URL (`pkg:maven/group/name`); empty when only a name is given
    record Affected(String ecosystem, String name, String purl, AffectedVersions versions) {

        private static final String MAVEN = "pkg:maven/";

        /// `Maven`, or `Maven:` and the address of a repository of its own.
        boolean isMaven() {
            return ecosystem.equals("Maven")
                    || ecosystem.startsWith("Maven:")
                    || purl.startsWith(MAVEN);
        }

        boolean means(Part part) {
            return isMaven()
                    && (name.equals(part.coordinates())
                            || bare(purl).equals(MAVEN + part.group() + "/" + part.name()));
        }

        /// The part of a package URL that names the library: without version, qualifiers and path
        /// in it.
        private static String bare(String purl) {
            var end = purl.length();
            for (var sign : new char[] {'@', '?', '#'}) {
                var at = purl.indexOf(sign);
                if (at >= 0 && at < end) {
                    end = at;
                }
            }
            return purl.substring(0, end);
        }
    }

    Advisory {
        aliases = List.copyOf(aliases);
        affected = List.copyOf(affected);
    }

    boolean isOfMaven() {
        return affected.stream().anyMatch(Affected::isMaven);
    }
}
