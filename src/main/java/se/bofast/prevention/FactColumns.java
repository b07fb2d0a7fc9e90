package se.bofast.prevention;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import se.bofast.deadline.Fact;
import se.bofast.deadline.FactKind;
import se.bofast.kernel.Money;

/// A fact in its five columns: a day, an amount, yes or no, a number, a code.
final class FactColumns {

    private FactColumns() {}

    static Fact fact(ResultSet rs) throws SQLException {
        var kind = FactKind.valueOf(rs.getString("kind"));
        return switch (kind.type()) {
            case DATE -> Fact.on(kind, rs.getObject("fact_on", LocalDate.class));
            case MONEY -> Fact.amount(kind, new Money(rs.getLong("amount_ore")));
            case YES_NO -> Fact.yesNo(kind, rs.getBoolean("yes"));
            case NUMBER -> Fact.number(kind, rs.getInt("count"));
            case CODE -> Fact.code(kind, rs.getString("code"));
        };
    }

    /// Sets the five columns from the index on; null takes the fact back.
    static void set(PreparedStatement ps, int from, @Nullable Fact fact) throws SQLException {
        ps.setNull(from, Types.DATE);
        ps.setNull(from + 1, Types.BIGINT);
        ps.setNull(from + 2, Types.BOOLEAN);
        ps.setNull(from + 3, Types.INTEGER);
        ps.setNull(from + 4, Types.VARCHAR);
        switch (fact) {
            case null -> {}
            case Fact.OnDay day -> ps.setObject(from, day.on());
            case Fact.OfAmount amount -> ps.setLong(from + 1, amount.amount().ore());
            case Fact.YesNo answer -> ps.setBoolean(from + 2, answer.yes());
            case Fact.OfNumber number -> ps.setInt(from + 3, number.number());
            case Fact.OfCode code -> ps.setString(from + 4, code.code());
        }
    }
}
