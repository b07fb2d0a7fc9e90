package se.bofast.dwelling;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.EnumMap;
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
import se.bofast.dwelling.Supply.Answer;
import se.bofast.dwelling.Supply.Counterpart;
import se.bofast.dwelling.Supply.Dealing;
import se.bofast.dwelling.Supply.DealingId;
import se.bofast.dwelling.Supply.DeclineReason;
import se.bofast.dwelling.Supply.Offer;
import se.bofast.dwelling.Supply.OfferId;
import se.bofast.kernel.Money;
import se.bofast.kernel.NotFound;
import se.bofast.kernel.Period;
import se.bofast.page.Slice;

/// What the board does to get apartments, as pages show it.
@Component
public class ReadingSupply {

    static final String KIND = "supply-offer";

    /// What was offered in a period, by whom, and what became of it.
    ///
    /// @param with whom; a landlord by name
    public record Line(
            Counterpart counterpart,
            @Nullable LandlordId landlord,
            @Nullable String name,
            int offered,
            int accepted,
            int declined,
            int withdrawn) {

        public int waiting() {
            return offered - accepted - declined - withdrawn;
        }
    }

    /// @param reasons how many were declined for each, the most first
    /// @param wanted apartments asked for in the period
    public record Figures(List<Line> lines, Map<DeclineReason, Integer> reasons, int wanted) {

        public int offered() {
            return lines.stream().mapToInt(Line::offered).sum();
        }

        public int accepted() {
            return lines.stream().mapToInt(Line::accepted).sum();
        }

        public int declined() {
            return lines.stream().mapToInt(Line::declined).sum();
        }
    }

    /// @param waiting offers that wait for the board's answer, the most urgent first
    /// @param asked what the board waits for an answer to
    /// @param answered offers of the period that are answered, the latest
    /// @param contacts of the period, the latest
    public record View(
            List<Offer> waiting,
            List<Dealing> asked,
            Slice<Offer> answered,
            Slice<Dealing> contacts,
            Figures figures,
            boolean mayChange) {}

    private static final int SHOWN = 100;

    /// How many of the latest stand on the page itself; all are in a list.
    static final int FEW = 20;

    static final String OFFERS =
            """
            select o.id, o.dealing_id, o.counterpart, o.landlord_id, o.other, o.offered_on, o.answer_by_on, o.street,
                   o.apartment, o.postal_code, o.city, o.district, o.rooms, o.square_metres, o.rent_ore, o.from_on, o.note,
                   o.answer, o.answered_on, c.display_name as answered_by, o.reason, o.reason_note, o.apartment_id,
                   l.name as landlord
            from dwelling.supply_offer o
            left join dwelling.landlord l on l.board_id = o.board_id and l.id = o.landlord_id
            left join access.v_account c on c.account_id = o.answered_by
            """;

    static final String DEALINGS =
            """
            select d.id, d.counterpart, d.landlord_id, d.other, d.happened_on, d.wanted, d.note, d.answer_by_on, d.answered_on,
                   l.name as landlord, c.display_name as by_name,
                   (select count(*) from dwelling.supply_offer o
                    where o.board_id = d.board_id and o.dealing_id = d.id) as offered
            from dwelling.supply_dealing d
            left join dwelling.landlord l on l.board_id = d.board_id and l.id = d.landlord_id
            left join access.v_account c on c.account_id = d.created_by
            """;

    private final JdbcClient db;
    private final ListingSupply listing;
    private final Access access;
    private final Log log;

    ReadingSupply(JdbcClient db, ListingSupply listing, Access access, Log log) {
        this.db = db;
        this.listing = listing;
        this.access = access;
        this.log = log;
    }

    /// What waits, and what has happened in a period that ends.
    @Transactional
    public View view(Actor actor, Period period) {
        access.require(actor, Action.SEE_APARTMENTS);
        log.record(LogEntry.of(Action.SEE_APARTMENTS).because("SUPPLY"));
        return new View(
                waiting(),
                asked(),
                listing.answered(period, Optional.empty(), FEW),
                listing.contacts(period, Optional.empty(), FEW),
                figures(period),
                access.allows(actor, Action.CHANGE_SUPPLY));
    }

    private List<Offer> waiting() {
        return db.sql(
                        OFFERS
                                + """
                                where o.board_id = framework.board_id() and o.answer is null
                                order by o.answer_by_on nulls last, o.offered_on, o.id
                                """)
                .query(ReadingSupply::offer)
                .list();
    }

    private List<Dealing> asked() {
        return db.sql(
                        DEALINGS
                                + """
                                where d.board_id = framework.board_id() and d.answered_on is null
                                  and (d.wanted is not null or d.answer_by_on is not null)
                                order by d.answer_by_on nulls last, d.happened_on, d.id
                                """)
                .query(ReadingSupply::dealing)
                .list();
    }

    private Figures figures(Period period) {
        var lines =
                db.sql(
                                """
                                select o.counterpart, o.landlord_id, coalesce(o.other, l.name) as name, count(*) as offered,
                                       count(*) filter (where o.answer = 'ACCEPTED') as accepted,
                                       count(*) filter (where o.answer = 'DECLINED') as declined,
                                       count(*) filter (where o.answer = 'WITHDRAWN') as withdrawn
                                from dwelling.supply_offer o
                                left join dwelling.landlord l on l.board_id = o.board_id and l.id = o.landlord_id
                                where o.board_id = framework.board_id() and o.offered_on between :from and :to
                                group by o.counterpart, o.landlord_id, coalesce(o.other, l.name)
                                order by count(*) desc, coalesce(o.other, l.name)
                                """)
                        .param("from", period.startOn())
                        .param("to", period.endOn())
                        .query((rs, n) ->
                                new Line(
                                        Counterpart.valueOf(rs.getString("counterpart")),
                                        landlord(rs),
                                        rs.getString("name"),
                                        rs.getInt("offered"),
                                        rs.getInt("accepted"),
                                        rs.getInt("declined"),
                                        rs.getInt("withdrawn")))
                        .list();
        var counted = new EnumMap<DeclineReason, Integer>(DeclineReason.class);
        db.sql(
                        """
                        select o.reason, count(*) as declined from dwelling.supply_offer o
                        where o.board_id = framework.board_id() and o.answer = 'DECLINED'
                          and o.offered_on between :from and :to
                        group by o.reason
                        """)
                .param("from", period.startOn())
                .param("to", period.endOn())
                .query((rs, n) ->
                        counted.put(
                                DeclineReason.valueOf(rs.getString("reason")),
                                rs.getInt("declined")))
                .list();
        var reasons = new LinkedHashMap<DeclineReason, Integer>();
        counted.entrySet().stream()
                .sorted(Map.Entry.<DeclineReason, Integer>comparingByValue().reversed())
                .forEach(entry -> reasons.put(entry.getKey(), entry.getValue()));
        var wanted =
                db.sql(
                                """
                                select coalesce(sum(d.wanted), 0) from dwelling.supply_dealing d
                                where d.board_id = framework.board_id() and d.happened_on between :from and :to
                                """)
                        .param("from", period.startOn())
                        .param("to", period.endOn())
                        .query(Integer.class)
                        .single();
        return new Figures(lines, reasons, wanted);
    }

    /// One offer, for its page. Logged.
    ///
    /// @throws NotFound if there is no such offer
    @Transactional
    public Offer whole(Actor actor, OfferId id) {
        access.require(actor, Action.SEE_APARTMENTS);
        log.record(LogEntry.of(Action.SEE_APARTMENTS).about(KIND, id.value()));
        return find(id).orElseThrow(NotFound::new);
    }

    Optional<Offer> find(OfferId id) {
        return db.sql(
                        OFFERS
                                + """
                                where o.board_id = framework.board_id() and o.id = :id
                                """)
                .param("id", id.value())
                .query(ReadingSupply::offer)
                .optional();
    }

    /// The requests that may still be answered with an apartment, the latest first.
    @Transactional(readOnly = true)
    public List<Dealing> requests(Actor actor) {
        access.require(actor, Action.SEE_APARTMENTS);
        return db.sql(
                        DEALINGS
                                + """
                                where d.board_id = framework.board_id() and d.wanted is not null
                                order by d.answered_on desc nulls first, d.happened_on desc, d.id desc
                                limit :most
                                """)
                .param("most", SHOWN)
                .query(ReadingSupply::dealing)
                .list();
    }

    private static @Nullable LandlordId landlord(ResultSet rs) throws SQLException {
        var id = rs.getObject("landlord_id", UUID.class);
        return id == null ? null : new LandlordId(id);
    }

    private static Supply.With with(ResultSet rs) throws SQLException {
        return new Supply.With(
                Counterpart.valueOf(rs.getString("counterpart")),
                landlord(rs),
                rs.getString("other"));
    }

    static Dealing dealing(ResultSet rs, int n) throws SQLException {
        return new Dealing(
                new DealingId(rs.getObject("id", UUID.class)),
                new Supply.NewDealing(
                        with(rs),
                        rs.getObject("happened_on", LocalDate.class),
                        rs.getObject("wanted", Integer.class),
                        rs.getString("note"),
                        rs.getObject("answer_by_on", LocalDate.class)),
                rs.getString("landlord"),
                rs.getInt("offered"),
                rs.getObject("answered_on", LocalDate.class),
                rs.getString("by_name"));
    }

    static Offer offer(ResultSet rs, int n) throws SQLException {
        var dealing = rs.getObject("dealing_id", UUID.class);
        var rent = rs.getObject("rent_ore", Long.class);
        var answer = rs.getString("answer");
        var reason = rs.getString("reason");
        var apartment = rs.getObject("apartment_id", UUID.class);
        return new Offer(
                new OfferId(rs.getObject("id", UUID.class)),
                new Supply.NewOffer(
                        with(rs),
                        dealing == null ? null : new DealingId(dealing),
                        rs.getObject("offered_on", LocalDate.class),
                        rs.getObject("answer_by_on", LocalDate.class),
                        new ApartmentPlace(
                                rs.getString("street"),
                                rs.getString("apartment"),
                                rs.getString("postal_code"),
                                rs.getString("city"),
                                rs.getObject("rooms", Integer.class),
                                landlord(rs)),
                        rs.getString("district"),
                        rs.getObject("square_metres", Integer.class),
                        rent == null ? null : new Money(rent),
                        rs.getObject("from_on", LocalDate.class),
                        rs.getString("note")),
                rs.getString("landlord"),
                answer == null ? null : Answer.valueOf(answer),
                rs.getObject("answered_on", LocalDate.class),
                rs.getString("answered_by"),
                reason == null ? null : DeclineReason.valueOf(reason),
                rs.getString("reason_note"),
                apartment == null ? null : new ApartmentId(apartment));
    }
}
