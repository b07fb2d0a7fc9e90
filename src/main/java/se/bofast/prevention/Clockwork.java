package se.bofast.prevention;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import se.bofast.deadline.Duty;
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

    /// One clock: a notice in a case.
    record Thread(UUID caseId, UUID signal) {}

    private final JdbcClient db;
    private final Clock clock;
    private final LegalClock law = new LegalClock(new SwedishWorkingDays());

    Clockwork(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /// What the law says of each notice of a case, for the case's page.
    Map<UUID, List<RuledFinding>> findings(UUID caseId) {
        var found = new LinkedHashMap<UUID, List<RuledFinding>>();
        facts(Set.of(caseId))
                .forEach((thread, facts) -> found.put(thread.signal(), law.findings(facts)));
        return found;
    }

    /// A notice and the case it belongs to, or is about to open.
    record Joined(UUID caseId, UUID signal) {}

    /// The days of cases that are not written yet.
    record Reckoned(Map<UUID, List<Row>> rows) {

        /// The first day the board must do something in the case.
        Next next(UUID caseId) {
            return Next.of(rows.getOrDefault(caseId, List.of()));
        }
    }

    /// What the case waits for next; no day is {@link #NEVER}.
    record Next(LocalDate on, @Nullable String rule) {

        static final LocalDate NEVER = LocalDate.MAX;

        private static Next of(List<Row> rows) {
            return rows.stream()
                    .filter(row ->
                            row.status().equals("RUNS")
                                    && row.found().rule().duty() == Duty.WE_MUST)
                    .flatMap(row ->
                            Stream.ofNullable(row.day())
                                    .map(day -> new Next(day, row.found().rule().id().value())))
                    .min(
                            Comparator.comparing(Next::on)
                                    .thenComparing(next -> Objects.requireNonNull(next.rule())))
                    .orElse(new Next(NEVER, null));
        }
    }

    /// Reckons the days of cases that notices are about to open, so that each is written once, with
    /// its next day. Write them with {@link #write} when the cases stand.
    @Transactional(propagation = Propagation.MANDATORY)
    Reckoned reckon(List<Joined> joined) {
        var facts = new Gathered();
        db.sql(
                        """
                        select g.case_id, g.signal_id, s.earlier_id, s.kind in ('SETTLED', 'WITHDRAWN') as ends,
                               f.kind, f.fact_on, f.amount_ore, f.yes, f.count, f.code
                        from unnest(cast(:cases as uuid[]), cast(:signals as uuid[])) as g (case_id, signal_id)
                        cross join lateral (
                            select kind, earlier_id, received_at from intake.v_signal
                            where board_id = framework.board_id() and signal_id = g.signal_id
                            offset 0) s
                        left join lateral (
                            select kind, fact_on, amount_ore, yes, count, code from intake.v_signal_fact
                            where board_id = framework.board_id() and signal_id = g.signal_id
                            offset 0) f on true
                        order by s.received_at, g.signal_id
                        """)
                .param("cases", joined.stream().map(Joined::caseId).toArray(UUID[]::new))
                .param("signals", joined.stream().map(Joined::signal).toArray(UUID[]::new))
                .query((RowCallbackHandler) facts::add);
        return new Reckoned(rows(facts.together()));
    }

    /// Writes the days of new cases that stand, and only of those.
    @Transactional(propagation = Propagation.MANDATORY)
    void write(Reckoned reckoned, Set<UUID> standing) {
        insert(
                reckoned.rows().entrySet().stream()
                        .filter(entry -> standing.contains(entry.getKey()))
                        .flatMap(entry -> entry.getValue().stream())
                        .toList());
    }

    @Transactional(propagation = Propagation.MANDATORY)
    void recompute(Collection<UUID> cases) {
        if (cases.isEmpty()) {
            return;
        }
        var ids = cases.stream().distinct().toArray(UUID[]::new);
        db.sql(
                        """
                        delete from prevention.clock_day
                        where board_id = framework.board_id() and case_id = any(:ids)
                        """)
                .param("ids", ids)
                .update();
        var rows = rows(facts(cases));
        insert(rows.values().stream().flatMap(List::stream).toList());
        var next = Stream.of(ids).map(id -> Next.of(rows.getOrDefault(id, List.of()))).toList();
        // A closed case asks nothing more of us, except what stays to be done after a lost home.
        db.sql(
                        """
                        update prevention.prevention_case
                        set next_on = case when stage = 'CLOSED' then date 'infinity' else coalesce(g.next_on, date 'infinity') end,
                            next_rule = case when stage = 'CLOSED' then null else g.rule end
                        from unnest(cast(:ids as uuid[]), cast(:days as date[]), cast(:rules as text[])) as g (id, next_on, rule)
                        where prevention_case.board_id = framework.board_id() and prevention_case.id = g.id
                        """)
                .param("ids", ids)
                .param(
                        "days",
                        next.stream()
                                .map(n -> n.on().equals(Next.NEVER) ? null : Date.valueOf(n.on()))
                                .toArray(Date[]::new))
                .param("rules", next.stream().map(Next::rule).toArray(String[]::new))
                .update();
    }

    record Row(
            Thread thread,
            RuledFinding found,
            String status,
            @Nullable LocalDate day,
            @Nullable LocalDate rawDay,
            @Nullable LocalDate otherDay,
            @Nullable LocalDate doneOn) {}

    private Map<UUID, List<Row>> rows(Map<Thread, Facts> facts) {
        var rows = new LinkedHashMap<UUID, List<Row>>();
        // The law is reckoned on all processors; a list of a thousand notices is most of a batch.
        facts.entrySet().parallelStream()
                .map(entry -> {
                    var ofNotice = new ArrayList<Row>();
                    law.findings(entry.getValue())
                            .forEach(found -> row(entry.getKey(), found, ofNotice));
                    return Map.entry(entry.getKey().caseId(), ofNotice);
                })
                .forEachOrdered(found ->
                        rows.computeIfAbsent(found.getKey(), k -> new ArrayList<>())
                                .addAll(found.getValue()));
        return rows;
    }

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

    /// One statement for all: a column an array.
    private void insert(List<Row> rows) {
        if (rows.isEmpty()) {
            return;
        }
        db.sql(
                        """
                        insert into prevention.clock_day (board_id, area_id, case_id, signal_id, rule, status, duty, day, raw_day,
                            other_day, done_on, missing, remarks, basis, fingerprint, rule_version, computed_at)
                        select framework.board_id(), (framework.area_ids())[1], g.case_id, g.signal_id, g.rule, g.status, g.duty,
                            g.day, g.raw_day, g.other_day, g.done_on, '{}', string_to_array(g.remarks, ','), g.basis,
                            g.fingerprint, g.rule_version, :at
                        from unnest(cast(:cases as uuid[]), cast(:signals as uuid[]), cast(:rules as text[]),
                                cast(:statuses as text[]), cast(:duties as text[]), cast(:days as date[]),
                                cast(:rawDays as date[]), cast(:otherDays as date[]), cast(:doneDays as date[]),
                                cast(:remarks as text[]), cast(:bases as text[]), cast(:fingerprints as text[]),
                                cast(:versions as int[]))
                            as g (case_id, signal_id, rule, status, duty, day, raw_day, other_day, done_on, remarks, basis,
                                fingerprint, rule_version)
                        """)
                .param("at", Timestamp.from(clock.instant()))
                .param("cases", column(rows, row -> row.thread().caseId(), UUID[]::new))
                .param("signals", column(rows, row -> row.thread().signal(), UUID[]::new))
                .param("rules", column(rows, row -> row.found().rule().id().value(), String[]::new))
                .param("statuses", column(rows, Row::status, String[]::new))
                .param(
                        "duties",
                        column(rows, row -> row.found().rule().duty().name(), String[]::new))
                .param("days", days(rows, Row::day))
                .param("rawDays", days(rows, Row::rawDay))
                .param("otherDays", days(rows, Row::otherDay))
                .param("doneDays", days(rows, Row::doneOn))
                .param(
                        "remarks",
                        column(
                                rows,
                                row ->
                                        row.found().finding().remarks().stream()
                                                .map(remark -> remark.code().name())
                                                .collect(Collectors.joining(",")),
                                String[]::new))
                .param(
                        "bases",
                        column(
                                rows,
                                row -> {
                                    var basis = row.found().rule().basis();
                                    return basis.statute() + " " + basis.section();
                                },
                                String[]::new))
                .param(
                        "fingerprints",
                        column(rows, row -> row.found().fingerprint(), String[]::new))
                .param(
                        "versions",
                        column(rows, row -> row.found().rule().version(), Integer[]::new))
                .update();
    }

    private static <V> V[] column(
            List<Row> rows, Function<Row, @Nullable V> value, IntFunction<V[]> array) {
        return rows.stream().map(value).toArray(array);
    }

    private static Date[] days(List<Row> rows, Function<Row, @Nullable LocalDate> day) {
        return column(
                rows,
                row -> {
                    var value = day.apply(row);
                    return value == null ? null : Date.valueOf(value);
                },
                Date[]::new);
    }

    /// What a list of settled and withdrawn claims says: it has no clock of its own, but stops that
    /// of the notice it means, or of the whole case where it names none.
    private record Ended(UUID caseId, @Nullable UUID meant, Fact fact) {}

    /// The facts of notices and cases, as they are read.
    private static final class Gathered {

        private final Map<Thread, List<Fact>> notices = new LinkedHashMap<>();
        private final List<Ended> ended = new ArrayList<>();
        private final Map<UUID, List<Fact>> ofCase = new HashMap<>();

        /// A row of a notice's fact, or of a notice without facts.
        void add(ResultSet rs) throws SQLException {
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
        }

        /// A row of a fact that was recorded in the case.
        void addOfCase(ResultSet rs) throws SQLException {
            var caseId = rs.getObject("case_id", UUID.class);
            var signal = rs.getObject("signal_id", UUID.class);
            if (signal == null) {
                ofCase.computeIfAbsent(caseId, k -> new ArrayList<>()).add(FactColumns.fact(rs));
            } else {
                notices.computeIfAbsent(new Thread(caseId, signal), k -> new ArrayList<>())
                        .add(FactColumns.fact(rs));
            }
        }

        Map<Thread, Facts> together() {
            for (var end : ended) {
                var meant =
                        end.meant() == null
                                ? null
                                : notices.get(new Thread(end.caseId(), end.meant()));
                if (meant != null) {
                    meant.add(end.fact());
                } else {
                    ofCase.computeIfAbsent(end.caseId(), k -> new ArrayList<>()).add(end.fact());
                }
            }
            var all = new LinkedHashMap<Thread, Facts>();
            notices.forEach((thread, facts) ->
                    all.put(
                            thread,
                            Clockwork.together(
                                    facts, ofCase.getOrDefault(thread.caseId(), List.of()))));
            return all;
        }
    }

    private Map<Thread, Facts> facts(Collection<UUID> cases) {
        var ids = cases.toArray(UUID[]::new);
        var gathered = new Gathered();
        db.sql(
                        """
                        select j.case_id, j.signal_id, s.earlier_id, s.kind in ('SETTLED', 'WITHDRAWN') as ends,
                               f.kind, f.fact_on, f.amount_ore, f.yes, f.count, f.code
                        from unnest(cast(:ids as uuid[])) as g (id)
                        cross join lateral (
                            select board_id, case_id, signal_id from prevention.case_signal
                            where board_id = framework.board_id() and case_id = g.id
                            offset 0) j
                        cross join lateral (
                            select kind, earlier_id, received_at from intake.v_signal
                            where board_id = framework.board_id() and signal_id = j.signal_id
                            offset 0) s
                        left join lateral (
                            select kind, fact_on, amount_ore, yes, count, code from intake.v_signal_fact
                            where board_id = framework.board_id() and signal_id = j.signal_id
                            offset 0) f on true
                        order by s.received_at, j.signal_id
                        """)
                .param("ids", ids)
                .query((RowCallbackHandler) gathered::add);
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
                .query((RowCallbackHandler) gathered::addOfCase);
        return gathered.together();
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
