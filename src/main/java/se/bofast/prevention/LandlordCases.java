package se.bofast.prevention;

import java.time.Instant;
import java.time.LocalDate;
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
import se.bofast.access.Permissions;
import se.bofast.dwelling.LandlordId;
import se.bofast.dwelling.LandlordSection;
import se.bofast.page.Section;
import se.bofast.person.Disclosure.Ground;

/// Open cases in a landlord's homes and what the landlord was told, on the landlord's page: only
/// those the actor may see, by number and never by name. The page of the case has the names, and
/// its own record of who looked.
@Component
public class LandlordCases implements LandlordSection {

    private static final int ORDER = 700;
    private static final int SHOWN = 10;
    private static final int COUNTED = 1000;

    public record OpenCase(UUID id, String number, @Nullable String reason, LocalDate openedOn) {}

    public record ToldLine(UUID caseId, String number, Ground ground, Instant at) {}

    private final JdbcClient db;
    private final Access access;
    private final CaseReach reach;

    LandlordCases(JdbcClient db, Access access, CaseReach reach) {
        this.db = db;
        this.access = access;
        this.reach = reach;
    }

    @Override
    public int order() {
        return ORDER;
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Section> section(Actor actor, LandlordId landlord) {
        if (!access.allows(actor, Action.SEE_CASES)) {
            return Optional.empty();
        }
        var within = reach.within(actor, Permissions.of(actor.roles(), Action.SEE_CASES));
        return Optional.of(
                new Section(
                        "prevention/web/landlord-cases",
                        Map.of(
                                "count", count(within, landlord),
                                "cases", open(within, landlord),
                                "told", told(within, landlord))));
    }

    private static final String COUNT =
            """
            select count(*) from (
                select c.id from prevention.prevention_case c
                where c.board_id = framework.board_id() and c.landlord_id = :landlord and c.stage <> 'CLOSED' %s
                limit :most) open
            """;

    private int count(CaseReach.Within within, LandlordId landlord) {
        return db.sql(COUNT.formatted(within.and()))
                .param("landlord", landlord.value())
                .params(within.parameters())
                .param("most", COUNTED)
                .query(Integer.class)
                .single();
    }

    private static final String OPEN =
            """
            select c.id, c.number, c.reason, c.opened_on from prevention.prevention_case c
            where c.board_id = framework.board_id() and c.landlord_id = :landlord and c.stage <> 'CLOSED' %s
            order by c.next_on, c.id
            limit :most
            """;

    private List<OpenCase> open(CaseReach.Within within, LandlordId landlord) {
        return db.sql(OPEN.formatted(within.and()))
                .param("landlord", landlord.value())
                .params(within.parameters())
                .param("most", SHOWN)
                .query((rs, n) ->
                        new OpenCase(
                                rs.getObject("id", UUID.class),
                                rs.getString("number"),
                                rs.getString("reason"),
                                rs.getObject("opened_on", LocalDate.class)))
                .list();
    }

    private static final String TOLD =
            """
            select c.id, c.number, d.ground, d.told_at
            from person.v_disclosure d
            join prevention.prevention_case c on c.board_id = d.board_id and c.id = d.matter_id
            where d.board_id = framework.board_id() and d.counterpart_id = :landlord
              and d.matter_kind = 'prevention-case' %s
            order by d.told_at desc, d.id desc
            limit :most
            """;

    private List<ToldLine> told(CaseReach.Within within, LandlordId landlord) {
        return db.sql(TOLD.formatted(within.and()))
                .param("landlord", landlord.value())
                .params(within.parameters())
                .param("most", SHOWN)
                .query((rs, n) ->
                        new ToldLine(
                                rs.getObject("id", UUID.class),
                                rs.getString("number"),
                                Ground.valueOf(rs.getString("ground")),
                                rs.getTimestamp("told_at").toInstant()))
                .list();
    }
}
