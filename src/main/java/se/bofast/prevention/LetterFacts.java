package se.bofast.prevention;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import se.bofast.intake.SignalId;
import se.bofast.intake.SignalKind;
import se.bofast.kernel.Money;
import se.bofast.kernel.PersonId;
import se.bofast.letter.Invitation;
import se.bofast.letter.LetterLanguage;
import se.bofast.letter.Recipient;
import se.bofast.letter.StopReason;

/// What letters to the people of cases need to know: one query for one case and for a thousand.
@Repository
class LetterFacts {

    /// A case as a letter to its person sees it.
    ///
    /// @param name "Anna Berg"; empty when hidden or not known
    /// @param address as it shows in the window; empty when it is not whole
    /// @param newest the newest notice of a threat
    /// @param lastDay the day the law's clock says, never past and never guessed
    /// @param missedOn the last appointment nobody came to
    /// @param settled the claim is said to be paid or withdrawn, and nobody has answered that
    record Known(
            UUID id,
            String number,
            @Nullable PersonId person,
            boolean isProtected,
            String name,
            List<String> address,
            @Nullable LetterLanguage language,
            Stage stage,
            @Nullable SignalId newest,
            @Nullable SignalKind kind,
            @Nullable Money debt,
            @Nullable LocalDate lastDay,
            int children,
            @Nullable LocalDate missedOn,
            boolean settled,
            boolean booked,
            boolean invited) {

        Recipient recipient() {
            return new Recipient(name, address);
        }

        Invitation.Reason reason() {
            if (kind == null) {
                return Invitation.Reason.WORRY;
            }
            return switch (kind) {
                case PAYMENT_ORDER -> Invitation.Reason.PAYMENT_ORDER;
                case RENT_ARREARS -> Invitation.Reason.RENT_ARREARS;
                case DISTURBANCE, TERMINATION -> Invitation.Reason.DISTURBANCE;
                case EVICTION_DATE, OWN_OBSERVATION, OWN_CALL, NEIGHBOUR, SETTLED, WITHDRAWN ->
                        Invitation.Reason.WORRY;
            };
        }

        /// Why no letter goes to the person, apart from what the letter itself needs; null: it may.
        @Nullable StopReason stop() {
            if (isProtected) {
                return StopReason.PROTECTED;
            }
            if (stage == Stage.CLOSED) {
                return StopReason.CLOSED;
            }
            if (settled) {
                return StopReason.SETTLED;
            }
            if (person == null || name.isEmpty()) {
                return StopReason.UNKNOWN_PERSON;
            }
            return address.isEmpty() ? StopReason.NO_ADDRESS : null;
        }

        /// Never the name and address, so that they cannot land in a log by accident.
        @Override
        public String toString() {
            return "Known[" + id + "]";
        }
    }

    private final JdbcClient db;

    LetterFacts(JdbcClient db) {
        this.db = db;
    }

    /// In the order of the ids.
    ///
    /// @param today a last day before it is left out
    Map<UUID, Known> of(Collection<UUID> cases, LocalDate today) {
        var found = new LinkedHashMap<UUID, Known>();
        db.sql(FACTS)
                .param("ids", cases.toArray(UUID[]::new))
                .param("today", today)
                .query((rs, n) -> row(rs))
                .list()
                .forEach(known -> found.put(known.id(), known));
        return found;
    }

    // A letter goes to the person's postal address, else home, else to the home the notice is
    // about.
    private static final String FACTS =
            """
            select c.id, c.number, c.person_id, c.stage,
                   coalesce(p.protected, false) as protected, p.given_name, p.family_name, p.language,
                   a.care_of,
                   case when a.street is null then c.street else a.street end as street,
                   case when a.street is null then c.apartment else a.apartment end as apartment,
                   case when a.street is null then c.postal_code else a.postal_code end as postal_code,
                   case when a.street is null then c.city else a.city end as city,
                   t.signal_id, t.kind, f.amount_ore, d.last_day, coalesce(h.children, t.children, 0) as children,
                   m.missed_on,
                   exists (select 1 from prevention.close_proposal o
                           where o.board_id = framework.board_id() and o.case_id = c.id and o.answered_at is null) as settled,
                   exists (select 1 from support.v_appointment b
                           where b.board_id = framework.board_id() and b.matter_id = c.id
                             and b.state in ('CONFIRMED', 'MOVED')
                             and (b.start_at at time zone 'Europe/Stockholm')::date >= :today) as booked,
                   exists (select 1 from letter.v_letter l
                           where l.board_id = framework.board_id() and l.matter_id = c.id and l.template = 'INVITATION'
                             and l.state in ('MADE', 'SENT', 'RETURNED')) as invited
            from unnest(cast(:ids as uuid[])) with ordinality as g (id, place)
            join prevention.prevention_case c on c.board_id = framework.board_id() and c.id = g.id
            left join person.v_person p on p.board_id = c.board_id and p.person_id = c.person_id
            left join lateral (
                select x.care_of, x.street, x.apartment, x.postal_code, x.city from person.v_address x
                where x.board_id = framework.board_id() and x.person_id = c.person_id
                order by case x.kind when 'POSTAL' then 0 else 1 end limit 1) a on true
            left join lateral (
                select s.signal_id, s.kind, s.children from prevention.case_signal j
                join intake.v_signal s on s.board_id = j.board_id and s.signal_id = j.signal_id
                where j.board_id = framework.board_id() and j.case_id = c.id and s.kind not in ('SETTLED', 'WITHDRAWN')
                order by s.received_at desc, s.signal_id desc limit 1) t on true
            left join lateral (
                select x.amount_ore from intake.v_signal_fact x
                where x.board_id = framework.board_id() and x.signal_id = t.signal_id and x.kind = 'NOTICE_AMOUNT'
                  and x.amount_ore > 0
                order by x.ordinal limit 1) f on true
            left join lateral (
                select case when x.other_day >= :today and x.other_day < x.day then x.other_day else x.day end as last_day from prevention.clock_day x
                where x.board_id = framework.board_id() and x.case_id = c.id and x.signal_id = t.signal_id
                  and x.status = 'RUNS' and x.day >= :today
                  and x.rule = case t.kind when 'PAYMENT_ORDER' then 'order-answer'
                                           when 'RENT_ARREARS' then 'recovery-period' end
                limit 1) d on true
            left join lateral (
                select nullif(count(distinct k.member_id), 0)::int as children from person.v_household_member r
                join person.v_household_member k on k.board_id = r.board_id and k.household_id = r.household_id
                    and k.kind = 'CHILD' and k.start_on <= :today and (k.end_on is null or k.end_on >= :today)
                where r.board_id = framework.board_id() and r.person_id = c.person_id and r.kind = 'ADULT'
                  and r.start_on <= :today and (r.end_on is null or r.end_on >= :today)) h on true
            left join lateral (
                select max((x.start_at at time zone 'Europe/Stockholm')::date) as missed_on from support.v_appointment x
                where x.board_id = framework.board_id() and x.matter_id = c.id and x.state = 'DID_NOT_COME') m on true
            order by g.place
            """;

    private static Known row(ResultSet rs) throws SQLException {
        var hidden = rs.getBoolean("protected");
        var person = rs.getObject("person_id", UUID.class);
        var signal = rs.getObject("signal_id", UUID.class);
        var kind = rs.getString("kind");
        var language = rs.getString("language");
        var debt = rs.getLong("amount_ore");
        return new Known(
                rs.getObject("id", UUID.class),
                rs.getString("number"),
                person == null ? null : new PersonId(person),
                hidden,
                hidden ? "" : name(rs.getString("given_name"), rs.getString("family_name")),
                hidden ? List.of() : address(rs),
                language == null
                        ? null
                        : LetterLanguage.of(language)
                                .filter(l -> l != LetterLanguage.SWEDISH)
                                .orElse(null),
                Stage.valueOf(rs.getString("stage")),
                signal == null ? null : new SignalId(signal),
                kind == null ? null : SignalKind.valueOf(kind),
                debt > 0 ? new Money(debt) : null,
                rs.getObject("last_day", LocalDate.class),
                rs.getInt("children"),
                rs.getObject("missed_on", LocalDate.class),
                rs.getBoolean("settled"),
                rs.getBoolean("booked"),
                rs.getBoolean("invited"));
    }

    private static String name(@Nullable String given, @Nullable String family) {
        return ((given == null ? "" : given) + " " + (family == null ? "" : family)).strip();
    }

    private static List<String> address(ResultSet rs) throws SQLException {
        return address(
                rs.getString("care_of"),
                rs.getString("street"),
                rs.getString("apartment"),
                rs.getString("postal_code"),
                rs.getString("city"));
    }

    /// The lines of an envelope; empty when street, postal code or town is missing.
    static List<String> address(
            @Nullable String careOf,
            @Nullable String street,
            @Nullable String apartment,
            @Nullable String postalCode,
            @Nullable String city) {
        var road = text(street);
        var code = text(postalCode);
        var town = text(city);
        if (road.isEmpty() || code.isEmpty() || town.isEmpty()) {
            return List.of();
        }
        var lines = new ArrayList<String>();
        if (!text(careOf).isEmpty()) {
            lines.add("c/o " + text(careOf));
        }
        lines.add(text(apartment).isEmpty() ? road : road + " lgh " + text(apartment));
        lines.add(postal(code) + " " + town);
        return lines;
    }

    /// `113 43`, as the post wants it.
    private static String postal(String code) {
        var digits = code.replace(" ", "");
        return digits.matches("\\d{5}") ? digits.substring(0, 3) + " " + digits.substring(3) : code;
    }

    static String text(@Nullable String value) {
        return value == null ? "" : value.strip();
    }
}
