package se.bofast.count;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// The one definition of a figure. A changed definition is a new version beside the old one.
///
/// The sentences about it are `count.figure.<key>.name`, `.wording` and `.population`.
///
/// @param key stands in addresses and files and never changes
/// @param part what is counted, as a condition on the counted rows (for sums: the number to add)
/// @param whole the denominator, as a condition; null where a share has no meaning
/// @param validFrom the first day this version is counted for
public record Figure(
        String key,
        int version,
        Basis basis,
        Measure measure,
        String part,
        @Nullable String whole,
        LocalDate validFrom) {

    /// How rows become a number.
    public enum Measure {
        ROWS,
        /// Distinct people; somebody unknown counts once a case.
        PEOPLE,
        SUM,
        /// Half of them had to wait at most so many days.
        MEDIAN_DAYS,
        /// Nine of ten had to wait at most so many days.
        NINE_OF_TEN_DAYS;

        public boolean isDays() {
            return this == MEDIAN_DAYS || this == NINE_OF_TEN_DAYS;
        }
    }

    public String nameKey() {
        return "count.figure." + key + ".name";
    }

    public String wordingKey() {
        return "count.figure." + key + ".wording";
    }

    public String populationKey() {
        return "count.figure." + key + ".population";
    }

    /// The number, as an expression over the rows.
    String sql() {
        return switch (measure) {
            case ROWS, PEOPLE -> count(part);
            case SUM -> "coalesce(sum(" + part + ") filter (where " + here("true") + "), 0)";
            case MEDIAN_DAYS -> percentile("0.5");
            case NINE_OF_TEN_DAYS -> percentile("0.9");
        };
    }

    /// The denominator, as an expression over the rows.
    String wholeSql() {
        return whole == null ? "cast(null as bigint)" : count(whole);
    }

    /// True of the rows behind the number.
    String behind() {
        return here(measure == Measure.SUM ? "(" + part + ") > 0" : part);
    }

    private String count(String condition) {
        return (measure == Measure.PEOPLE
                        ? "count(distinct coalesce(r.person_id, r.case_id, r.row_id))"
                        : "count(*)")
                + " filter (where "
                + here(condition)
                + ")";
    }

    private String percentile(String share) {
        return "percentile_cont("
                + share
                + ") within group (order by r.days) filter (where "
                + here(part)
                + ")";
    }

    private String here(String condition) {
        return "r.basis = '" + basis.name() + "' and (" + condition + ")";
    }
}
