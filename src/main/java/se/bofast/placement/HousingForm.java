package se.bofast.placement;

import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Boendeform: how somebody lives, as a board calls and counts it.
///
/// @param code the same in every board for what the product ships
/// @param home who has such a stay has a home of their own
/// @param keepsHome it may lie upon another stay that goes on
/// @param endOn the last day a stay of the form may begin; null: in use
public record HousingForm(
        FormId id,
        String code,
        boolean shipped,
        String nameSv,
        @Nullable String nameEn,
        Step step,
        boolean home,
        boolean keepsHome,
        int position,
        LocalDate startOn,
        @Nullable LocalDate endOn) {

    /// The answer "vet inte".
    public static final String UNKNOWN = "UNKNOWN";

    /// Where in the chain (boendekedjan) a form stands, from the street to a lease of one's own.
    public enum Step {
        ROUGH,
        SHELTER,
        ACUTE,
        LODGING,
        TREATMENT,
        SUPPORTED,
        TRAINING,
        TRIAL,
        TRANSITIONAL,
        HOUSING_FIRST,
        OWN_LEASE,
        WITH_OTHERS,
        OTHER,
        UNKNOWN
    }

    /// What counts homelessness.
    public enum Definition {
        /// The city's own: acute or longer-term solutions (akuta, stadigvarande).
        CITY,
        /// Socialstyrelsen's four situations.
        NATIONAL,
        /// ETHOS Light.
        ETHOS_LIGHT
    }

    /// Which stays of a form a category is about.
    public enum Condition {
        ALWAYS,
        /// Who has no home elsewhere.
        NO_HOME,
        /// And is to leave within three months, or should have left.
        NO_HOME_AND_LEAVING,
        /// And has been there for three months at most.
        NO_HOME_AND_SHORT
    }

    public String name(Locale locale) {
        return nameEn != null && locale.getLanguage().equals("en") ? nameEn : nameSv;
    }

    public boolean isUsedOn(LocalDate day) {
        return !day.isBefore(startOn) && (endOn == null || !day.isAfter(endOn));
    }
}
