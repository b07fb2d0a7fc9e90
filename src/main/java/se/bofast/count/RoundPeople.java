package se.bofast.count;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import se.bofast.database.HouseEyes;

/// The people of a round as its reports stand. Leaves nobody out; names no one.
@Component
class RoundPeople {

    private final JdbcClient db;
    private final HouseEyes eyes;

    RoundPeople(JdbcClient db, HouseEyes eyes) {
        this.db = db;
        this.eyes = eyes;
    }

    List<UnitingReports.Human> of(CountRound round) {
        return eyes.open(() -> {
            var keys = round.frozen() ? Map.<UUID, String>of() : keys(round.id());
            var reports =
                    db.sql(
                                    """
                                    select r.id, r.unit_id, r.person_id, r.key_hash, f.state, f.form_id, f.sex, f.age, f.household_id,
                                           f.adults, f.children, f.since_on,
                                           coalesce((select min(least(cast(s.same_id as text), cast(r.person_id as text)))
                                                     from person.v_same_person s
                                                     where s.board_id = r.board_id and s.person_id = r.person_id),
                                                    cast(r.person_id as text)) as human,
                                           city.category as city, national.category as national, ethos.category as ethos,
                                           count.verdict(f.age is null or f.age >= :age_from and f.age < :age_below,
                                               f.form_id is not null, coalesce(h.step = 'UNKNOWN', false),
                                               coalesce(h.home, false), city.category, city.condition, f.has_home, f.leaving,
                                               f.brief) as city_why,
                                           count.verdict(f.age is null or f.age >= :age_from and f.age < :age_below,
                                               f.form_id is not null, coalesce(h.step = 'UNKNOWN', false),
                                               coalesce(h.home, false), national.category, national.condition, f.has_home,
                                               f.leaving, f.brief) as national_why,
                                           count.verdict(f.age is null or f.age >= :age_from and f.age < :age_below,
                                               f.form_id is not null, coalesce(h.step = 'UNKNOWN', false),
                                               coalesce(h.home, false), ethos.category, ethos.condition, f.has_home, f.leaving,
                                               f.brief) as ethos_why
                                    from count.report r
                                    join count.report_fact f on f.board_id = r.board_id and f.report_id = r.id
                                        and f.superseded_at is null
                                    left join placement.v_housing_form h on h.board_id = r.board_id and h.form_id = f.form_id
                                    left join placement.v_crosswalk city on city.board_id = r.board_id
                                        and city.form_id = f.form_id and city.definition = 'CITY'
                                        and city.start_on <= :day and (city.end_on is null or city.end_on >= :day)
                                    left join placement.v_crosswalk national on national.board_id = r.board_id
                                        and national.form_id = f.form_id and national.definition = 'NATIONAL'
                                        and national.start_on <= :day and (national.end_on is null or national.end_on >= :day)
                                    left join placement.v_crosswalk ethos on ethos.board_id = r.board_id
                                        and ethos.form_id = f.form_id and ethos.definition = 'ETHOS_LIGHT'
                                        and ethos.start_on <= :day and (ethos.end_on is null or ethos.end_on >= :day)
                                    where r.board_id = framework.board_id() and r.round_id = :round
                                    order by r.id
                                    """)
                            .param("round", round.id())
                            .param("day", round.start())
                            .param("age_from", round.population().ageFrom())
                            .param("age_below", round.population().ageBelow())
                            .query((rs, n) -> report(rs, keys))
                            .list();
            return UnitingReports.unite(reports, rulings(round.id()));
        });
    }

    /// The latest last.
    private List<UUID> rulings(UUID round) {
        return db.sql(
                        """
                        select report_id from count.ruling
                        where board_id = framework.board_id() and round_id = :round order by decided_at, id
                        """)
                .param("round", round)
                .query((rs, n) -> rs.getObject("report_id", UUID.class))
                .list();
    }

    /// What people of the register would be known by, had a unit no number of theirs.
    private Map<UUID, String> keys(UUID round) {
        var secret =
                db.sql(
                                """
                                select secret from count.round where board_id = framework.board_id() and id = :round
                                """)
                        .param("round", round)
                        .query((rs, n) -> rs.getBytes("secret"))
                        .single();
        var keys = new HashMap<UUID, String>();
        db.sql(
                        """
                        select p.person_id, p.given_name, p.family_name, p.birth_on
                        from person.v_person p
                        where p.board_id = framework.board_id() and p.person_id in (
                            select r.person_id from count.report r
                            where r.board_id = framework.board_id() and r.round_id = :round)
                        """)
                .param("round", round)
                .query(rs -> {
                    var key =
                            PersonKey.of(
                                    secret,
                                    rs.getString("given_name"),
                                    rs.getString("family_name"),
                                    rs.getObject("birth_on", LocalDate.class));
                    if (key != null) {
                        keys.put(
                                rs.getObject("person_id", UUID.class),
                                HexFormat.of().formatHex(key));
                    }
                });
        return keys;
    }

    private static UnitingReports.Report report(ResultSet rs, Map<UUID, String> keys)
            throws SQLException {
        var person = rs.getObject("person_id", UUID.class);
        var human = rs.getString("human");
        return new UnitingReports.Report(
                rs.getObject("id", UUID.class),
                rs.getObject("unit_id", UUID.class),
                person,
                human == null ? null : UUID.fromString(human),
                person == null ? hex(rs.getBytes("key_hash")) : keys.get(person),
                ReportingPeople.State.valueOf(rs.getString("state")),
                rs.getObject("form_id", UUID.class),
                rs.getString("sex"),
                rs.getObject("age", Integer.class),
                rs.getObject("household_id", UUID.class),
                rs.getInt("adults"),
                rs.getInt("children"),
                rs.getObject("since_on", LocalDate.class),
                Map.of(
                        Definition.CITY,
                        Verdict.of(rs.getString("city"), rs.getString("city_why")),
                        Definition.NATIONAL,
                        Verdict.of(rs.getString("national"), rs.getString("national_why")),
                        Definition.ETHOS_LIGHT,
                        Verdict.of(rs.getString("ethos"), rs.getString("ethos_why"))));
    }

    private static @Nullable String hex(byte @Nullable [] key) {
        return key == null ? null : HexFormat.of().formatHex(key);
    }
}
