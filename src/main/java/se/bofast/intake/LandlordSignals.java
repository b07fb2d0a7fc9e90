package se.bofast.intake;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.bofast.access.Access;
import se.bofast.access.Action;
import se.bofast.access.Actor;
import se.bofast.access.Permissions;
import se.bofast.access.Scope;
import se.bofast.dwelling.LandlordId;
import se.bofast.dwelling.LandlordSection;
import se.bofast.kernel.HouseClock;
import se.bofast.page.Section;

/// What has come about a landlord's homes, on the landlord's page: how many of each kind in a year,
/// and the latest. Only signals the actor may see; no names.
@Component
public class LandlordSignals implements LandlordSection {

    private static final int ORDER = 600;
    private static final int SHOWN = 10;

    public record Counted(SignalKind kind, int signals) {}

    public record Line(UUID id, SignalKind kind, Instant receivedAt) {}

    private final JdbcClient db;
    private final Access access;
    private final Clock clock;

    LandlordSignals(JdbcClient db, Access access, Clock clock) {
        this.db = db;
        this.access = access;
        this.clock = clock;
    }

    @Override
    public int order() {
        return ORDER;
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Section> section(Actor actor, LandlordId landlord) {
        if (!access.allows(actor, Action.SEE_SIGNALS)) {
            return Optional.empty();
        }
        var scope = Permissions.of(actor.roles(), Action.SEE_SIGNALS);
        return Optional.of(
                new Section(
                        "intake/web/landlord-signals",
                        Map.of(
                                "counted", counted(actor, scope, landlord),
                                "latest", latest(actor, scope, landlord))));
    }

    private static final String COUNTED =
            """
            select s.kind, count(*) as signals from intake.signal s
            where s.board_id = framework.board_id() and s.landlord_id = :landlord and s.withdrawn_at is null
              and s.received_at >= :since %s
            group by s.kind
            order by count(*) desc, s.kind
            """;

    private List<Counted> counted(Actor actor, Scope scope, LandlordId landlord) {
        var since = HouseClock.today(clock).minusYears(1).atStartOfDay(HouseClock.ZONE);
        return db.sql(COUNTED.formatted(reach(scope)))
                .param("landlord", landlord.value())
                .param("since", Timestamp.from(since.toInstant()))
                .param("own", Access.own(actor))
                .param("units", Access.units(actor))
                .query((rs, n) ->
                        new Counted(SignalKind.valueOf(rs.getString("kind")), rs.getInt("signals")))
                .list();
    }

    private static final String LATEST =
            """
            select s.id, s.kind, s.received_at from intake.signal s
            where s.board_id = framework.board_id() and s.landlord_id = :landlord and s.withdrawn_at is null %s
            order by s.received_at desc, s.id desc
            limit :most
            """;

    private List<Line> latest(Actor actor, Scope scope, LandlordId landlord) {
        return db.sql(LATEST.formatted(reach(scope)))
                .param("landlord", landlord.value())
                .param("own", Access.own(actor))
                .param("units", Access.units(actor))
                .param("most", SHOWN)
                .query((rs, n) ->
                        new Line(
                                rs.getObject("id", UUID.class),
                                SignalKind.valueOf(rs.getString("kind")),
                                rs.getTimestamp("received_at").toInstant()))
                .list();
    }

    private static String reach(Scope scope) {
        return switch (scope) {
            case BOARD -> "";
            case UNIT -> " and (s.unit_id = any(:units) or s.responsible_id = any(:own))";
            case OWN, NONE -> " and s.responsible_id = any(:own)";
        };
    }
}
