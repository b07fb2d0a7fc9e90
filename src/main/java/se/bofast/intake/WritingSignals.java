package se.bofast.intake;

import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import se.bofast.access.Actor;
import se.bofast.deadline.Fact;
import se.bofast.kernel.NewId;

/// Writes batches of signals: one statement a table, a column an array. The database reads such a
/// statement once, however long the batch.
@Repository
class WritingSignals {

    private final JdbcClient db;
    private final Clock clock;

    WritingSignals(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    void insert(Actor actor, List<SignalRow> rows, Instant at) {
        if (rows.isEmpty()) {
            return;
        }
        insertSignals(actor, rows, at);
        insertFacts(
                actor,
                rows.stream()
                        .flatMap(row ->
                                row.facts().stream().map(fact -> new FactRow(row.id(), fact)))
                        .toList(),
                at,
                "NOTICE");
        insertCandidates(
                actor,
                rows.stream()
                        .flatMap(row -> row.candidates().stream().map(c -> Map.entry(row.id(), c)))
                        .toList());
    }

    private void insertSignals(Actor actor, List<SignalRow> rows, Instant at) {
        db.sql(
                        """
                        insert into intake.signal (board_id, area_id, registered_at, registered_by,
                            id, kind, source, channel, landlord_id, sender_name, sender_reference, fingerprint,
                            content_hash, identity_hash, issued_on, earlier_id, upload_id, upload_row, person_id,
                            written_name, written_number, written_birth_on, written_phone, street, apartment,
                            postal_code, city, address_key, rooms, children, reason, note, match_state,
                            match_score, match_reason, known, known_unit_id, unit_id, responsible_id, routed_by,
                            received_at)
                        select :board, :area, :at, :by,
                            g.id, g.kind, g.source, g.channel, g.landlord_id, g.sender_name, g.sender_reference,
                            g.fingerprint, g.content_hash, g.identity_hash, g.issued_on, g.earlier_id, g.upload_id,
                            g.upload_row, g.person_id, g.written_name, g.written_number, g.written_birth_on,
                            g.written_phone, g.street, g.apartment, g.postal_code, g.city, g.address_key, g.rooms,
                            g.children, g.reason, g.note, g.match_state, g.match_score, g.match_reason, g.known,
                            g.known_unit_id, g.unit_id, g.responsible_id, g.routed_by, g.received_at
                        from unnest(cast(:id as uuid[]), cast(:kind as text[]), cast(:source as text[]),
                            cast(:channel as text[]), cast(:landlordId as uuid[]), cast(:senderName as text[]),
                            cast(:senderReference as text[]), cast(:fingerprint as text[]),
                            cast(:contentHash as text[]), cast(:identityHash as text[]),
                            cast(:issuedOn as date[]), cast(:earlierId as uuid[]), cast(:uploadId as uuid[]),
                            cast(:uploadRow as int[]), cast(:personId as uuid[]), cast(:writtenName as text[]),
                            cast(:writtenNumber as text[]), cast(:writtenBirthOn as date[]),
                            cast(:writtenPhone as text[]), cast(:street as text[]), cast(:apartment as text[]),
                            cast(:postalCode as text[]), cast(:city as text[]), cast(:addressKey as text[]),
                            cast(:rooms as int[]), cast(:children as int[]), cast(:reason as text[]),
                            cast(:note as text[]), cast(:matchState as text[]), cast(:matchScore as int[]),
                            cast(:matchReason as text[]), cast(:known as text[]), cast(:knownUnitId as uuid[]),
                            cast(:unitId as uuid[]), cast(:responsibleId as uuid[]), cast(:routedBy as text[]),
                            cast(cast(:receivedAt as text[]) as timestamptz[]))
                            as g (id, kind, source, channel, landlord_id, sender_name, sender_reference, fingerprint,
                            content_hash, identity_hash, issued_on, earlier_id, upload_id, upload_row, person_id,
                            written_name, written_number, written_birth_on, written_phone, street, apartment,
                            postal_code, city, address_key, rooms, children, reason, note, match_state,
                            match_score, match_reason, known, known_unit_id, unit_id, responsible_id, routed_by,
                            received_at)
                        """)
                .param("board", actor.board().value())
                .param("area", actor.area().value())
                .param("at", Timestamp.from(at))
                .param("by", actor.id().value())
                .param("id", column(rows, row -> row.id().value(), UUID[]::new))
                .param("kind", column(rows, row -> row.signal().kind().name(), String[]::new))
                .param("source", column(rows, row -> row.signal().source().name(), String[]::new))
                .param("channel", column(rows, row -> row.signal().channel().name(), String[]::new))
                .param(
                        "landlordId",
                        column(
                                rows,
                                row ->
                                        row.signal().landlord() == null
                                                ? null
                                                : row.signal().landlord().value(),
                                UUID[]::new))
                .param("senderName", column(rows, row -> row.signal().senderName(), String[]::new))
                .param(
                        "senderReference",
                        column(rows, row -> row.signal().senderReference(), String[]::new))
                .param("fingerprint", column(rows, row -> row.print().notice(), String[]::new))
                .param("contentHash", column(rows, row -> row.print().content(), String[]::new))
                .param("identityHash", column(rows, row -> row.print().identity(), String[]::new))
                .param("issuedOn", column(rows, row -> day(row.signal().issuedOn()), Date[]::new))
                .param(
                        "earlierId",
                        column(
                                rows,
                                row -> row.earlier() == null ? null : row.earlier().value(),
                                UUID[]::new))
                .param(
                        "uploadId",
                        column(
                                rows,
                                row ->
                                        row.signal().upload() == null
                                                ? null
                                                : row.signal().upload().upload(),
                                UUID[]::new))
                .param(
                        "uploadRow",
                        column(
                                rows,
                                row ->
                                        row.signal().upload() == null
                                                ? null
                                                : row.signal().upload().row(),
                                Integer[]::new))
                .param(
                        "personId",
                        column(
                                rows,
                                row -> row.person() == null ? null : row.person().value(),
                                UUID[]::new))
                .param(
                        "writtenName",
                        column(rows, row -> row.signal().written().name(), String[]::new))
                .param(
                        "writtenNumber",
                        column(
                                rows,
                                row ->
                                        row.signal().written().number() == null
                                                ? null
                                                : row.signal().written().number().digits(),
                                String[]::new))
                .param(
                        "writtenBirthOn",
                        column(rows, row -> day(row.signal().written().birthOn()), Date[]::new))
                .param(
                        "writtenPhone",
                        column(rows, row -> row.signal().written().phone(), String[]::new))
                .param("street", column(rows, row -> row.signal().place().street(), String[]::new))
                .param(
                        "apartment",
                        column(rows, row -> row.signal().place().apartment(), String[]::new))
                .param(
                        "postalCode",
                        column(rows, row -> row.signal().place().postalCode(), String[]::new))
                .param("city", column(rows, row -> row.signal().place().city(), String[]::new))
                .param(
                        "addressKey",
                        column(
                                rows,
                                row -> RegisteringSignals.addressKey(row.signal()),
                                String[]::new))
                .param("rooms", column(rows, row -> row.signal().place().rooms(), Integer[]::new))
                .param("children", column(rows, row -> row.signal().children(), Integer[]::new))
                .param(
                        "reason",
                        column(
                                rows,
                                row ->
                                        row.signal().reason() == null
                                                ? null
                                                : row.signal().reason().name(),
                                String[]::new))
                .param("note", column(rows, row -> row.signal().note(), String[]::new))
                .param("matchState", column(rows, row -> row.state().name(), String[]::new))
                .param("matchScore", column(rows, row -> row.score(), Integer[]::new))
                .param("matchReason", column(rows, row -> row.reason(), String[]::new))
                .param("known", column(rows, row -> row.routed().known().name(), String[]::new))
                .param(
                        "knownUnitId",
                        column(
                                rows,
                                row ->
                                        row.routed().knownUnit() == null
                                                ? null
                                                : row.routed().knownUnit().value(),
                                UUID[]::new))
                .param("unitId", column(rows, row -> row.routed().unit().value(), UUID[]::new))
                .param(
                        "responsibleId",
                        column(
                                rows,
                                row ->
                                        row.routed().responsible() == null
                                                ? null
                                                : row.routed().responsible().value(),
                                UUID[]::new))
                .param("routedBy", column(rows, row -> row.routed().by(), String[]::new))
                .param(
                        "receivedAt",
                        column(rows, row -> row.signal().receivedAt().toString(), String[]::new))
                .update();
    }

    private void insertCandidates(
            Actor actor, List<Map.Entry<SignalId, Matching.Candidate>> candidates) {
        if (candidates.isEmpty()) {
            return;
        }
        db.sql(
                        """
                        insert into intake.candidate (board_id, area_id, signal_id, person_id, score, reason)
                        select :board, :area, g.signal_id, g.person_id, g.score, g.reason
                        from unnest(cast(:signals as uuid[]), cast(:people as uuid[]), cast(:scores as int[]),
                                cast(:reasons as text[]))
                            as g (signal_id, person_id, score, reason)
                        """)
                .param("board", actor.board().value())
                .param("area", actor.area().value())
                .param("signals", column(candidates, c -> c.getKey().value(), UUID[]::new))
                .param(
                        "people",
                        column(candidates, c -> c.getValue().person().value(), UUID[]::new))
                .param("scores", column(candidates, c -> c.getValue().score(), Integer[]::new))
                .param(
                        "reasons",
                        column(candidates, c -> c.getValue().reason().name(), String[]::new))
                .update();
    }

    record FactRow(SignalId signal, Fact fact) {}

    /// One statement for all: a column an array.
    void insertFacts(Actor actor, List<FactRow> facts, Instant at, String reason) {
        if (facts.isEmpty()) {
            return;
        }
        var ordinals = new HashMap<String, Integer>();
        db.sql(
                        """
                        insert into intake.signal_fact (board_id, area_id, id, signal_id, kind, ordinal, fact_on, amount_ore, yes,
                            count, code, recorded_at, recorded_by, reason)
                        select :board, :area, g.id, g.signal_id, g.kind, g.ordinal, g.fact_on, g.amount_ore, g.yes, g.count,
                            g.code, :at, :by, :reason
                        from unnest(cast(:ids as uuid[]), cast(:signals as uuid[]), cast(:kinds as text[]),
                                cast(:ordinals as int[]), cast(:days as date[]), cast(:amounts as bigint[]),
                                cast(:answers as boolean[]), cast(:counts as int[]), cast(:codes as text[]))
                            as g (id, signal_id, kind, ordinal, fact_on, amount_ore, yes, count, code)
                        """)
                .param("board", actor.board().value())
                .param("area", actor.area().value())
                .param("at", Timestamp.from(at))
                .param("by", actor.id().value())
                .param("reason", reason)
                .param("ids", column(facts, row -> NewId.at(clock), UUID[]::new))
                .param("signals", column(facts, row -> row.signal().value(), UUID[]::new))
                .param("kinds", column(facts, row -> row.fact().kind().name(), String[]::new))
                .param(
                        "ordinals",
                        column(
                                facts,
                                row ->
                                        ordinals.merge(
                                                row.signal().value() + row.fact().kind().name(),
                                                1,
                                                Integer::sum),
                                Integer[]::new))
                .param(
                        "days",
                        column(
                                facts,
                                row -> day(row.fact() instanceof Fact.OnDay day ? day.on() : null),
                                Date[]::new))
                .param(
                        "amounts",
                        column(
                                facts,
                                row ->
                                        row.fact() instanceof Fact.OfAmount amount
                                                ? amount.amount().ore()
                                                : null,
                                Long[]::new))
                .param(
                        "answers",
                        column(
                                facts,
                                row ->
                                        row.fact() instanceof Fact.YesNo answer
                                                ? answer.yes()
                                                : null,
                                Boolean[]::new))
                .param(
                        "counts",
                        column(
                                facts,
                                row ->
                                        row.fact() instanceof Fact.OfNumber number
                                                ? number.number()
                                                : null,
                                Integer[]::new))
                .param(
                        "codes",
                        column(
                                facts,
                                row -> row.fact() instanceof Fact.OfCode code ? code.code() : null,
                                String[]::new))
                .update();
    }

    private static <R, V> V[] column(
            List<R> rows, Function<R, @Nullable V> value, IntFunction<V[]> array) {
        return rows.stream().map(value).toArray(array);
    }

    /// Sets the five value columns from the index on: day, amount, yes, number, code.
    static void setValue(PreparedStatement ps, int from, Fact fact) throws SQLException {
        ps.setNull(from, Types.DATE);
        ps.setNull(from + 1, Types.BIGINT);
        ps.setNull(from + 2, Types.BOOLEAN);
        ps.setNull(from + 3, Types.INTEGER);
        ps.setNull(from + 4, Types.VARCHAR);
        switch (fact) {
            case Fact.OnDay day -> ps.setObject(from, day.on());
            case Fact.OfAmount amount -> ps.setLong(from + 1, amount.amount().ore());
            case Fact.YesNo answer -> ps.setBoolean(from + 2, answer.yes());
            case Fact.OfNumber number -> ps.setInt(from + 3, number.number());
            case Fact.OfCode code -> ps.setString(from + 4, code.code());
        }
    }

    private static @Nullable Date day(@Nullable LocalDate on) {
        return on == null ? null : Date.valueOf(on);
    }
}
