package se.bofast.dwelling;

import java.util.HashMap;
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
import se.bofast.dwelling.Supply.Dealing;
import se.bofast.dwelling.Supply.Offer;
import se.bofast.kernel.Period;
import se.bofast.page.PageKey;
import se.bofast.page.Slice;

/// What was offered and talked about in a period, the latest first, page by page.
@Component
public class ListingSupply {

    static final int PAGE = 50;

    private static final String OFFERS =
            ReadingSupply.OFFERS
                    + """
                    where o.board_id = framework.board_id() and o.answer is not null
                      and o.offered_on between :from and :to %s
                    order by %s
                    limit :limit
                    """;

    private static final String DEALINGS =
            ReadingSupply.DEALINGS
                    + """
                    where d.board_id = framework.board_id() and d.happened_on between :from and :to %s
                    order by %s
                    limit :limit
                    """;

    private final JdbcClient db;
    private final Access access;
    private final Log log;

    ListingSupply(JdbcClient db, Access access, Log log) {
        this.db = db;
        this.access = access;
        this.log = log;
    }

    /// Offers of the period that are answered.
    @Transactional
    public Slice<Offer> answered(Actor actor, Period period, Optional<PageKey> from) {
        record(actor);
        return answered(period, from, PAGE);
    }

    /// Contacts and requests of the period.
    @Transactional
    public Slice<Dealing> contacts(Actor actor, Period period, Optional<PageKey> from) {
        record(actor);
        return contacts(period, from, PAGE);
    }

    private void record(Actor actor) {
        access.require(actor, Action.SEE_APARTMENTS);
        log.record(LogEntry.of(Action.SEE_APARTMENTS).because("SUPPLY"));
    }

    Slice<Offer> answered(Period period, Optional<PageKey> from, int size) {
        var start = start(from);
        var key = start.flatMap(ListingSupply::id).orElse(null);
        var rows =
                db.sql(
                                OFFERS.formatted(
                                        key == null
                                                ? ""
                                                : """
                                                and (o.offered_on, o.id) %s (select k.offered_on, k.id from dwelling.supply_offer k
                                                                             where k.board_id = framework.board_id() and k.id = :key)
                                                """
                                                        .formatted(sign(start)),
                                        order(start, "o.offered_on", "o.id")))
                        .params(parameters(period, key, size))
                        .query(ReadingSupply::offer)
                        .list();
        return Slice.of(rows, size, start, offer -> List.of(offer.id().toString()));
    }

    Slice<Dealing> contacts(Period period, Optional<PageKey> from, int size) {
        var start = start(from);
        var key = start.flatMap(ListingSupply::id).orElse(null);
        var rows =
                db.sql(
                                DEALINGS.formatted(
                                        key == null
                                                ? ""
                                                : """
                                                and (d.happened_on, d.id) %s (select k.happened_on, k.id from dwelling.supply_dealing k
                                                                              where k.board_id = framework.board_id() and k.id = :key)
                                                """
                                                        .formatted(sign(start)),
                                        order(start, "d.happened_on", "d.id")))
                        .params(parameters(period, key, size))
                        .query(ReadingSupply::dealing)
                        .list();
        return Slice.of(rows, size, start, dealing -> List.of(dealing.id().toString()));
    }

    private static Map<String, Object> parameters(Period period, @Nullable UUID key, int size) {
        var parameters = new HashMap<String, Object>();
        parameters.put("from", period.startOn());
        parameters.put("to", period.endOn());
        parameters.put("limit", size + 1);
        if (key != null) {
            parameters.put("key", key);
        }
        return parameters;
    }

    private static Optional<PageKey> start(Optional<PageKey> from) {
        return from.filter(key -> id(key).isPresent());
    }

    private static boolean isBackward(Optional<PageKey> start) {
        return start.map(PageKey::backward).orElse(false);
    }

    private static String sign(Optional<PageKey> start) {
        return isBackward(start) ? ">" : "<";
    }

    private static String order(Optional<PageKey> start, String day, String id) {
        var direction = isBackward(start) ? "asc" : "desc";
        return "%1$s %3$s, %2$s %3$s".formatted(day, id, direction);
    }

    private static Optional<UUID> id(PageKey key) {
        try {
            return key.values().size() == 1
                    ? Optional.of(UUID.fromString(key.values().getFirst()))
                    : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
