package se.bofast.intake;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import se.bofast.deadline.Fact;
import se.bofast.deadline.FactKind;
import se.bofast.dwelling.LandlordId;
import se.bofast.kernel.EmployeeId;
import se.bofast.kernel.Money;
import se.bofast.kernel.PersonId;
import se.bofast.kernel.UnitId;

/// Shows signals to rooms that build on them. The caller has required its own action and logs.
@Component
public class ReadingSignals {

    private final JdbcClient db;

    ReadingSignals(JdbcClient db) {
        this.db = db;
    }

    /// The signals in the order received, newest first, with the facts they state.
    @Transactional(propagation = Propagation.MANDATORY, readOnly = true)
    public List<SignalCard> cards(Collection<SignalId> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        var raw = ids.stream().map(SignalId::value).toArray(UUID[]::new);
        var facts = facts(raw);
        return db.sql(
                        """
                        select s.id, s.kind, s.source, s.channel, s.landlord_id, s.sender_reference, s.earlier_id, s.person_id,
                               case when s.source = 'NEIGHBOUR' then null else s.sender_name end as sender_name,
                               case when coalesce(p.protected, false) then null else s.written_name end as written_name,
                               case when coalesce(p.protected, false) then null else s.street end as street,
                               case when coalesce(p.protected, false) then null else s.apartment end as apartment,
                               case when coalesce(p.protected, false) then null else s.postal_code end as postal_code,
                               case when coalesce(p.protected, false) then null else s.city end as city,
                               s.children, s.reason, s.note, s.match_state, s.match_score, s.match_reason, s.known, s.unit_id,
                               s.responsible_id, s.routed_by, s.issued_on, s.received_at
                        from intake.signal s
                        left join person.v_person p on p.board_id = s.board_id and p.person_id = s.person_id
                        where s.board_id = framework.board_id() and s.id = any(:ids)
                        order by s.received_at desc, s.id desc
                        """)
                .param("ids", raw)
                .query((rs, n) -> card(rs, facts))
                .list();
    }

    /// The signals with the senders' references, newest first where one came several times.
    @Transactional(propagation = Propagation.MANDATORY, readOnly = true)
    public Map<String, SignalId> byReference(Collection<String> references) {
        var found = new HashMap<String, SignalId>();
        db.sql(
                        """
                        select sender_reference, id from intake.signal
                        where board_id = framework.board_id() and sender_reference = any(:references)
                          and withdrawn_at is null
                        order by received_at, id
                        """)
                .param("references", references.toArray(String[]::new))
                .query(rs -> {
                    found.put(rs.getString(1), new SignalId(rs.getObject(2, UUID.class)));
                });
        return found;
    }

    private Map<UUID, List<SignalCard.Stated>> facts(UUID[] ids) {
        var found = new HashMap<UUID, List<SignalCard.Stated>>();
        db.sql(
                        """
                        select signal_id, kind, ordinal, fact_on, amount_ore, yes, count, code
                        from intake.v_signal_fact
                        where board_id = framework.board_id() and signal_id = any(:ids)
                        order by kind, ordinal
                        """)
                .param("ids", ids)
                .query(rs -> {
                    found.computeIfAbsent(
                                    rs.getObject("signal_id", UUID.class), k -> new ArrayList<>())
                            .add(
                                    new SignalCard.Stated(
                                            FactKind.valueOf(rs.getString("kind")),
                                            rs.getInt("ordinal"),
                                            fact(rs)));
                });
        return found;
    }

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

    private static SignalCard card(ResultSet rs, Map<UUID, List<SignalCard.Stated>> facts)
            throws SQLException {
        var id = rs.getObject("id", UUID.class);
        var landlord = rs.getObject("landlord_id", UUID.class);
        var earlier = rs.getObject("earlier_id", UUID.class);
        var person = rs.getObject("person_id", UUID.class);
        var responsible = rs.getObject("responsible_id", UUID.class);
        var reason = rs.getString("reason");
        return new SignalCard(
                new SignalId(id),
                SignalKind.valueOf(rs.getString("kind")),
                SignalSource.valueOf(rs.getString("source")),
                Channel.valueOf(rs.getString("channel")),
                landlord == null ? null : new LandlordId(landlord),
                rs.getString("sender_name"),
                rs.getString("sender_reference"),
                earlier == null ? null : new SignalId(earlier),
                person == null ? null : new PersonId(person),
                rs.getString("written_name"),
                rs.getString("street"),
                rs.getString("apartment"),
                rs.getString("postal_code"),
                rs.getString("city"),
                whole(rs, "children"),
                reason == null ? null : ThreatReason.valueOf(reason),
                rs.getString("note"),
                MatchState.valueOf(rs.getString("match_state")),
                whole(rs, "match_score"),
                rs.getString("match_reason"),
                Known.valueOf(rs.getString("known")),
                new UnitId(rs.getObject("unit_id", UUID.class)),
                responsible == null ? null : new EmployeeId(responsible),
                rs.getString("routed_by"),
                rs.getObject("issued_on", LocalDate.class),
                rs.getTimestamp("received_at").toInstant(),
                facts.getOrDefault(id, List.of()));
    }

    private static @Nullable Integer whole(ResultSet rs, String column) throws SQLException {
        var value = rs.getInt(column);
        return rs.wasNull() ? null : value;
    }
}
