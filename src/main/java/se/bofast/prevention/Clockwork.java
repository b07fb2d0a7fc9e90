package se.bofast.prevention;

import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import se.bofast.database.Reach;
import se.bofast.deadline.Fact;
import se.bofast.deadline.FactKind;
import se.bofast.deadline.Facts;
import se.bofast.deadline.Finding;
import se.bofast.deadline.LegalClock;
import se.bofast.deadline.RuledFinding;
import se.bofast.deadline.SwedishWorkingDays;

/// Keeps the computed legal days true: rewritten in the transaction that changes a fact.
///
/// A case may hold several notices; each has its own clock, on the notice's facts and those of the
/// whole case.
@Component
class Clockwork {

    private static final int BATCH = 1000;

    /// One clock: a notice in a case.
    record Thread(UUID caseId, UUID signal) {}

    private final JdbcClient db;
    private final JdbcTemplate batches;
    private final Clock clock;
    private final LegalClock law = new LegalClock(new SwedishWorkingDays());

    Clockwork(JdbcClient db, JdbcTemplate batches, Clock clock) {
        this.db = db;
        this.batches = batches;
        this.clock = clock;
    }

    /// What the law says of each notice of a case, for the case's page.
    Map<UUID, List<RuledFinding>> findings(UUID caseId) {
        var found = new LinkedHashMap<UUID, List<RuledFinding>>();
        facts(Set.of(caseId))
                .forEach((thread, facts) -> found.put(thread.signal(), law.findings(facts)));
        return found;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    void recompute(Collection<UUID> cases) {
        if (cases.isEmpty()) {
            return;
        }
        var ids = cases.toArray(UUID[]::new);
        db.sql(
                        """
                        delete from prevention.clock_day
                        where board_id = framework.board_id()
                          and case_id in (select g.id from unnest(cast(:ids as uuid[])) as g (id))
                        """)
                .param("ids", ids)
                .update();
        var rows = new ArrayList<Row>();
        facts(cases)
                .forEach((thread, facts) ->
                        law.findings(facts).forEach(found -> row(thread, found, rows)));
        insert(rows);
        // A closed case asks nothing more of us, except what stays to be done after a lost home.
        db.sql(
                        """
                        update prevention.prevention_case
                        set next_on = coalesce((select min(d.day) from prevention.clock_day d
                                       where d.board_id = prevention_case.board_id and d.case_id = prevention_case.id
                                         and d.status = 'RUNS' and d.duty = 'WE_MUST' and prevention_case.stage <> 'CLOSED'),
                                      date 'infinity'),
                            next_rule = (select d.rule from prevention.clock_day d
                                         where d.board_id = prevention_case.board_id and d.case_id = prevention_case.id
                                           and d.status = 'RUNS' and d.duty = 'WE_MUST' and prevention_case.stage <> 'CLOSED'
                                         order by d.day, d.rule limit 1)
                        where board_id = framework.board_id() and id = any(:ids)
                        """)
                .param("ids", ids)
                .update();
    }

    private record Row(
            Thread thread,
            RuledFinding found,
            String status,
            @Nullable LocalDate day,
            @Nullable LocalDate rawDay,
            @Nullable LocalDate otherDay,
            @Nullable LocalDate doneOn) {}

    private static void row(Thread thread, RuledFinding found, List<Row> rows) {
        switch (found.finding()) {
            case Finding.Runs runs ->
                    rows.add(
                            new Row(
                                    thread,
                                    found,
                                    "RUNS",
                                    runs.day(),
                                    runs.rawDay(),
                                    runs.otherReading(),
                                    null));
            case Finding.Done done ->
                    rows.add(new Row(thread, found, "DONE", done.day(), null, null, done.doneOn()));
            // What waits for a fact, and what is only remarked on, is worked out when the case is
            // opened: no list asks for it, and it is most of what the law says of a notice.
            case Finding.NotRunning waits -> {}
            case Finding.Flag flag -> {}
            case Finding.NotApplicable not -> {}
        }
    }

    private void insert(List<Row> rows) {
        var reach = Reach.current();
        var at = Timestamp.from(clock.instant());
        batches.batchUpdate(
                """
                insert into prevention.clock_day (board_id, area_id, case_id, signal_id, rule, status, duty, day, raw_day,
                    other_day, done_on, missing, remarks, basis, fingerprint, rule_version, computed_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                rows,
                BATCH,
                (ps, row) -> {
                    var rule = row.found().rule();
                    ps.setObject(1, reach.requiredBoard().value());
                    ps.setObject(2, reach.homeArea().value());
                    ps.setObject(3, row.thread().caseId());
                    ps.setObject(4, row.thread().signal());
                    ps.setString(5, rule.id().value());
                    ps.setString(6, row.status());
                    ps.setString(7, rule.duty().name());
                    ps.setObject(8, row.day(), Types.DATE);
                    ps.setObject(9, row.rawDay(), Types.DATE);
                    ps.setObject(10, row.otherDay(), Types.DATE);
                    ps.setObject(11, row.doneOn(), Types.DATE);
                    ps.setArray(12, ps.getConnection().createArrayOf("text", new Object[0]));
                    ps.setArray(
                            13,
                            ps.getConnection()
                                    .createArrayOf(
                                            "text",
                                            row.found().finding().remarks().stream()
                                                    .map(remark -> remark.code().name())
                                                    .toArray()));
                    ps.setString(14, rule.basis().statute() + " " + rule.basis().section());
                    ps.setString(15, row.found().fingerprint());
                    ps.setInt(16, rule.version());
                    ps.setTimestamp(17, at);
                });
    }

    /// What a list of settled and withdrawn claims says: it has no clock of its own, but stops that
    /// of the notice it means, or of the whole case where it names none.
    private record Ended(UUID caseId, @Nullable UUID meant, Fact fact) {}

    private Map<Thread, Facts> facts(Collection<UUID> cases) {
        var ids = cases.toArray(UUID[]::new);
        var notices = new LinkedHashMap<Thread, List<Fact>>();
        var ended = new ArrayList<Ended>();
        db.sql(
                        """
                        select j.case_id, j.signal_id, s.earlier_id, s.kind in ('SETTLED', 'WITHDRAWN') as ends,
                               f.kind, f.fact_on, f.amount_ore, f.yes, f.count, f.code
                        from unnest(cast(:ids as uuid[])) as g (id)
                        cross join lateral (
                            select board_id, case_id, signal_id from prevention.case_signal
                            where board_id = framework.board_id() and case_id = g.id
                            offset 0) j
                        join intake.v_signal s on s.board_id = j.board_id and s.signal_id = j.signal_id
                        left join lateral (
                            select kind, fact_on, amount_ore, yes, count, code from intake.v_signal_fact
                            where board_id = framework.board_id() and signal_id = j.signal_id
                            offset 0) f on true
                        order by s.received_at, j.signal_id
                        """)
                .param("ids", ids)
                .query(rs -> {
                    var caseId = rs.getObject("case_id", UUID.class);
                    if (rs.getBoolean("ends")) {
                        if (rs.getString("kind") != null) {
                            ended.add(
                                    new Ended(
                                            caseId,
                                            rs.getObject("earlier_id", UUID.class),
                                            FactColumns.fact(rs)));
                        }
                        return;
                    }
                    var facts =
                            notices.computeIfAbsent(
                                    new Thread(caseId, rs.getObject("signal_id", UUID.class)),
                                    k -> new ArrayList<>());
                    if (rs.getString("kind") != null) {
                        facts.add(FactColumns.fact(rs));
                    }
                });
        var ofCase = new HashMap<UUID, List<Fact>>();
        for (var end : ended) {
            var meant =
                    end.meant() == null ? null : notices.get(new Thread(end.caseId(), end.meant()));
            if (meant != null) {
                meant.add(end.fact());
            } else {
                ofCase.computeIfAbsent(end.caseId(), k -> new ArrayList<>()).add(end.fact());
            }
        }
        db.sql(
                        """
                        select f.case_id, f.signal_id, f.kind, f.fact_on, f.amount_ore, f.yes, f.count, f.code
                        from unnest(cast(:ids as uuid[])) as g (id)
                        cross join lateral (
                            select case_id, signal_id, kind, fact_on, amount_ore, yes, count, code
                            from prevention.case_fact
                            where board_id = framework.board_id() and case_id = g.id and superseded_at is null
                              and num_nonnulls(fact_on, amount_ore, yes, count, code) = 1
                            offset 0) f
                        """)
                .param("ids", ids)
                .query(rs -> {
                    var caseId = rs.getObject("case_id", UUID.class);
                    var signal = rs.getObject("signal_id", UUID.class);
                    if (signal == null) {
                        ofCase.computeIfAbsent(caseId, k -> new ArrayList<>())
                                .add(FactColumns.fact(rs));
                    } else {
                        notices.computeIfAbsent(new Thread(caseId, signal), k -> new ArrayList<>())
                                .add(FactColumns.fact(rs));
                    }
                });
        var all = new LinkedHashMap<Thread, Facts>();
        notices.forEach((thread, facts) ->
                all.put(thread, together(facts, ofCase.getOrDefault(thread.caseId(), List.of()))));
        return all;
    }

    /// The notice's own facts win over those of the whole case where a kind has one value only.
    private static Facts together(List<Fact> own, List<Fact> ofCase) {
        var facts = Facts.of(new LinkedHashSet<>(own));
        for (var fact : ofCase) {
            if (fact.kind().type() == FactKind.Type.DATE || !facts.has(fact.kind())) {
                facts = facts.with(fact);
            }
        }
        return facts;
    }
}
