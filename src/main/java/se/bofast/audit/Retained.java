package se.bofast.audit;

import java.util.List;
import java.util.regex.Pattern;

/// What a room keeps of people, and how it lets go of it: the retention interface (gallring).
///
/// A room implements it for all its tables with a person's data, and shows in a view `v_note` what
/// was noted about whom on which day. Nobody calls it but {@link Erasing}, and the database lets
/// rows go only where two people have decided so.
public interface Retained {

    /// Where the room stands in the house. What points at others goes before them.
    Storey storey();

    /// In the order in which they are erased.
    List<Kept> tables();

    /// Before it is asked a last time whether it may go: nobody may write about it meanwhile.
    default void lock(ErasedIds ids) {}

    /// Before anything is erased: what points at it from rows that stay is loosened.
    default void loosen(ErasedIds ids) {}

    /// The storeys, the highest first.
    enum Storey {
        CASES,
        SIGNALS,
        SUPPORT,
        DEBTS,
        STAYS,
        LETTERS,
        LISTS,
        PEOPLE,
        GROUND
    }

    /// A table, and the statement that erases from it. The statement knows the arrays `:persons`,
    /// `:cases`, `:signals` and `:files`; as many rows as it would erase are shown before.
    ///
    /// @param alsoDaily true where rows are also written anew in daily work (search keys, computed
    ///   days), so that the database cannot ask for a decision
    record Kept(String table, String deleting, boolean alsoDaily) {

        private static final String DELETE = "delete";
        private static final String COUNT = "select count(*)";
        private static final Pattern TABLE = Pattern.compile("\\s*delete from (\\S+)(?s:.*)");

        public static Kept of(String deleting) {
            return new Kept(table(deleting), deleting, false);
        }

        /// A table whose rows are written anew in daily work too.
        public static Kept daily(String deleting) {
            return new Kept(table(deleting), deleting, true);
        }

        private static String table(String deleting) {
            var matcher = TABLE.matcher(deleting);
            if (!matcher.matches()) {
                throw new IllegalArgumentException("erasing begins with delete from");
            }
            return matcher.group(1);
        }

        String counting() {
            return COUNT + deleting.strip().substring(DELETE.length());
        }
    }
}
