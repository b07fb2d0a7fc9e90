package se.bofast.dwelling;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.bofast.access.Access;
import se.bofast.access.Action;
import se.bofast.access.Actor;
import se.bofast.audit.Log;
import se.bofast.audit.LogEntry;
import se.bofast.kernel.NewId;
import se.bofast.kernel.NotFound;

/// The agreements with landlords under which apartments come. The questions ask for no right: the
/// caller has.
@Component
public class Agreements {

    static final String KIND = "agreement";

    /// What came of changing an agreement.
    public sealed interface Changing {

        record Changed() implements Changing {}

        /// Somebody changed it since it was read; this is how it stands now.
        record ChangedMeanwhile(Agreement now) implements Changing {}
    }

    /// How an agreement is kept.
    ///
    /// @param held apartments under it on the day asked for
    /// @param delivered apartments that have come in the year asked for
    public record Line(Agreement agreement, int held, int delivered) {}

    private static final String COLUMNS =
            """
            select g.id, g.landlord_id, l.name as landlord, g.kind, g.name, g.yearly_quota, g.notice_months, g.waiver_until,
                   g.start_on, g.end_on, g.note, g.version
            from dwelling.agreement g
            join dwelling.landlord l on l.board_id = g.board_id and l.id = g.landlord_id
            """;

    private final JdbcClient db;
    private final Access access;
    private final Log log;
    private final Clock clock;

    Agreements(JdbcClient db, Access access, Log log, Clock clock) {
        this.db = db;
        this.access = access;
        this.log = log;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public Optional<Agreement> find(AgreementId id) {
        return db.sql(
                        COLUMNS
                                + """
                                where g.board_id = framework.board_id() and g.id = :id
                                """)
                .param("id", id.value())
                .query(Agreements::row)
                .optional();
    }

    /// The landlord's, the running first.
    @Transactional(readOnly = true)
    public List<Agreement> of(LandlordId landlord) {
        return db.sql(
                        COLUMNS
                                + """
                                where g.board_id = framework.board_id() and g.landlord_id = :landlord
                                order by g.end_on desc nulls first, g.name, g.id
                                """)
                .param("landlord", landlord.value())
                .query(Agreements::row)
                .list();
    }

    /// All, by landlord and name, for a select.
    @Transactional(readOnly = true)
    public List<Agreement> all() {
        return db.sql(
                        COLUMNS
                                + """
                                where g.board_id = framework.board_id()
                                order by l.name, g.name, g.id
                                """)
                .query(Agreements::row)
                .list();
    }

    /// All with what they have given, by landlord and name. A board has tens of them.
    @Transactional
    public List<Line> list(Actor actor, LocalDate day) {
        access.require(actor, Action.SEE_APARTMENTS);
        log.record(LogEntry.of(Action.SEE_APARTMENTS));
        var held = count("held", day);
        var delivered = count("delivered", day);
        return all().stream()
                .map(agreement ->
                        new Line(
                                agreement,
                                held.getOrDefault(agreement.id(), 0),
                                delivered.getOrDefault(agreement.id(), 0)))
                .toList();
    }

    private Map<AgreementId, Integer> count(String column, LocalDate day) {
        var counts = new HashMap<AgreementId, Integer>();
        db.sql(
                        """
                        select a.agreement_id,
                               count(*) filter (where a.start_on <= :day and (a.end_on is null or a.end_on >= :day)) as held,
                               count(*) filter (where a.start_on between :first and :day) as delivered
                        from dwelling.apartment a
                        where a.board_id = framework.board_id() and a.agreement_id is not null
                          and a.end_cause is distinct from 'MISTAKE'
                        group by a.agreement_id
                        """)
                .param("day", day)
                .param("first", day.withDayOfYear(1))
                .query((rs, n) ->
                        counts.put(
                                new AgreementId(rs.getObject("agreement_id", UUID.class)),
                                rs.getInt(column)))
                .list();
        return counts;
    }

    /// How many apartments have come under the agreement, by year, the latest first.
    @Transactional(readOnly = true)
    public Map<Integer, Integer> delivered(AgreementId id) {
        var years = new LinkedHashMap<Integer, Integer>();
        db.sql(
                        """
                        select cast(extract(year from a.start_on) as int) as year, count(*) as delivered
                        from dwelling.apartment a
                        where a.board_id = framework.board_id() and a.agreement_id = :id
                          and a.end_cause is distinct from 'MISTAKE'
                        group by cast(extract(year from a.start_on) as int)
                        order by cast(extract(year from a.start_on) as int) desc
                        """)
                .param("id", id.value())
                .query((rs, n) -> years.put(rs.getInt("year"), rs.getInt("delivered")))
                .list();
        return years;
    }

    /// Enters an agreement. Logged.
    @Transactional
    public AgreementId add(Actor actor, LandlordId landlord, AgreementDetails details) {
        access.require(actor, Action.CHANGE_APARTMENT);
        var id = new AgreementId(NewId.at(clock));
        var added =
                db.sql(
                                """
                                insert into dwelling.agreement (board_id, area_id, id, landlord_id, kind, name, yearly_quota,
                                    notice_months, waiver_until, start_on, end_on, note, version, created_at, created_by)
                                select l.board_id, l.area_id, :id, l.id, :kind, :name, :quota, :notice, :waiver, :start,
                                    :end, :note, 1, :now, framework.account_id()
                                from dwelling.landlord l
                                where l.board_id = framework.board_id() and l.id = :landlord
                                """)
                        .params(values(id, details))
                        .param("landlord", landlord.value())
                        .param("now", Timestamp.from(clock.instant()))
                        .update();
        if (added == 0) {
            throw new NotFound();
        }
        record(id, "AGREEMENT_ADDED", Map.of(), details.fields());
        return id;
    }

    /// Changes an agreement, or ends it. Logged.
    ///
    /// @param seen the version the change was made from
    /// @throws NotFound if there is no such agreement
    @Transactional
    public Changing change(Actor actor, AgreementId id, int seen, AgreementDetails details) {
        access.require(actor, Action.CHANGE_APARTMENT);
        var stands = find(id).orElseThrow(NotFound::new);
        if (stands.details().equals(details)) {
            return new Changing.Changed();
        }
        var changed =
                db.sql(
                                """
                                update dwelling.agreement
                                set kind = :kind, name = :name, yearly_quota = :quota, notice_months = :notice,
                                    waiver_until = :waiver, start_on = :start, end_on = :end, note = :note,
                                    version = version + 1
                                where board_id = framework.board_id() and id = :id and version = :seen
                                """)
                        .params(values(id, details))
                        .param("seen", seen)
                        .update();
        if (changed == 0) {
            return new Changing.ChangedMeanwhile(find(id).orElseThrow(NotFound::new));
        }
        record(id, "AGREEMENT_CHANGED", stands.details().fields(), details.fields());
        return new Changing.Changed();
    }

    private void record(
            AgreementId id, String why, Map<String, String> was, Map<String, String> is) {
        log.record(
                LogEntry.of(Action.CHANGE_APARTMENT)
                        .because(why)
                        .about(KIND, id.value())
                        .changing(was, is));
    }

    private static Map<String, @Nullable Object> values(AgreementId id, AgreementDetails details) {
        var values = new HashMap<String, @Nullable Object>();
        values.put("id", id.value());
        values.put("kind", details.kind().name());
        values.put("name", details.name());
        values.put("quota", details.yearlyQuota());
        values.put("notice", details.noticeMonths());
        values.put("waiver", details.waiverUntil());
        values.put("start", details.startOn());
        values.put("end", details.endOn());
        values.put("note", details.note());
        return values;
    }

    private static Agreement row(ResultSet rs, int n) throws SQLException {
        return new Agreement(
                new AgreementId(rs.getObject("id", UUID.class)),
                new LandlordId(rs.getObject("landlord_id", UUID.class)),
                rs.getString("landlord"),
                new AgreementDetails(
                        AgreementKind.valueOf(rs.getString("kind")),
                        rs.getString("name"),
                        rs.getObject("yearly_quota", Integer.class),
                        rs.getObject("notice_months", Integer.class),
                        rs.getObject("waiver_until", LocalDate.class),
                        rs.getObject("start_on", LocalDate.class),
                        rs.getObject("end_on", LocalDate.class),
                        rs.getString("note")),
                rs.getInt("version"));
    }
}
