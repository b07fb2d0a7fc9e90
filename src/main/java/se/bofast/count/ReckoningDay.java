package se.bofast.count;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import se.bofast.database.HouseEyes;

/// What the register knows of everybody on a day. Nobody is left out, so what comes of it names
/// people only to those who may see them.
@Component
class ReckoningDay {

    /// Leaving, having been there briefly, and a gap that is still asked about: three months.
    static final int MONTHS = 3;

    private final JdbcClient db;
    private final HouseEyes eyes;

    ReckoningDay(JdbcClient db, HouseEyes eyes) {
        this.db = db;
        this.eyes = eyes;
    }

    /// Within the walls of who asks.
    ///
    /// @param known as it was known at the moment; null for as it is known now
    List<PersonOfDay> people(LocalDate day, Population population, @Nullable Instant known) {
        return eyes.open(() -> {
            var asked =
                    db.sql(known == null ? CountedDay.SQL : CountedDay.SQL_AS_KNOWN)
                            .param("day", day)
                            .param("leaving_by", day.plusMonths(MONTHS))
                            .param("brief_from", day.minusMonths(MONTHS))
                            .param("gap_from", day.minusMonths(MONTHS))
                            .param("age_from", population.ageFrom())
                            .param("age_below", population.ageBelow())
                            .param("break", CountedDay.SHORT_BREAK);
            return (known == null ? asked : asked.param("known", Timestamp.from(known)))
                    .query(ReckoningDay::person)
                    .list();
        });
    }

    private static PersonOfDay person(ResultSet rs, int n) throws SQLException {
        return new PersonOfDay(
                rs.getObject("person_id", UUID.class),
                rs.getObject("unit_id", UUID.class),
                rs.getObject("form_id", UUID.class),
                rs.getString("step"),
                rs.getBoolean("known"),
                rs.getBoolean("has_home"),
                rs.getObject("leaving", Boolean.class),
                rs.getObject("brief", Boolean.class),
                rs.getObject("age", Integer.class),
                rs.getString("sex"),
                new PersonOfDay.Household(
                        rs.getObject("household_id", UUID.class),
                        rs.getInt("adults"),
                        rs.getInt("children")),
                rs.getObject("homeless_since", LocalDate.class),
                rs.getObject("unbroken_since", LocalDate.class),
                Map.of(
                        Definition.CITY,
                        Verdict.of(rs.getString("city"), rs.getString("city_why")),
                        Definition.NATIONAL,
                        Verdict.of(rs.getString("national"), rs.getString("national_why")),
                        Definition.ETHOS_LIGHT,
                        Verdict.of(rs.getString("ethos"), rs.getString("ethos_why"))));
    }
}
