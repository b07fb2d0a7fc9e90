package se.bofast.deadline;

import java.util.Locale;
import java.util.Set;

/// Whose file it is, as far as retention asks.
///
/// @param municipality as the board writes it, such as `Göteborgs Stad`
/// @param county such as `Västernorrlands län`
/// @param privateProvider true for a provider's own area: another chapter and two years
public record RetentionPlace(String municipality, String county, boolean privateProvider) {

    private static final Set<String> COUNTIES = Set.of("östergötland", "gotland", "västernorrland");

    /// True where every file is kept for research (SoF 2025:468 13 kap. 1 §).
    boolean keepsEverything() {
        return COUNTIES.contains(bare(county)) || bare(municipality).equals("göteborg");
    }

    /// `Östergötlands län` and `Göteborgs kommun` without what is added to the name.
    private static String bare(String name) {
        return name.toLowerCase(Locale.ROOT)
                .strip()
                .replaceAll("\\s+(län|kommun|stad|region)$", "")
                .replaceAll("s$", "");
    }
}
