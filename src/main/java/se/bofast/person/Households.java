package se.bofast.person;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.bofast.access.Action;
import se.bofast.access.Actor;
import se.bofast.audit.Log;
import se.bofast.audit.LogEntry;
import se.bofast.kernel.Conflict;
import se.bofast.kernel.NewId;
import se.bofast.kernel.NotFound;
import se.bofast.kernel.Period;
import se.bofast.kernel.PersonId;
import se.bofast.person.Household.ChildStay;
import se.bofast.person.Household.HouseholdChild;
import se.bofast.person.Household.HouseholdId;
import se.bofast.person.Household.Joining;
import se.bofast.person.Household.Member;
import se.bofast.person.Household.MemberId;
import se.bofast.person.Household.MemberKind;
import se.bofast.person.Household.Membership;

/// Households over time: who shared a home with whom, and which children lived there how.
///
/// Memberships are facts: what was believed before stays readable
/// (`person.v_household_member_history`). A child counts as one until the day it turns eighteen;
/// where only the year is known, until the end of the year it turns eighteen.
@Component
public class Households {

    private static final String SUBJECT = "household";
    private static final int OF_AGE = 18;

    private final JdbcClient db;
    private final Clock clock;
    private final Log log;
    private final Sheltering sheltering;

    Households(JdbcClient db, Clock clock, Log log, Sheltering sheltering) {
        this.db = db;
        this.clock = clock;
        this.log = log;
        this.sheltering = sheltering;
    }

    // ---- questions

    /// The household the person is a member of on the day, with all members of that day. Of several
    /// (a child who lives in turns with two parents) the one joined last.
    @Transactional(readOnly = true)
    public Optional<Household> of(PersonId person, LocalDate day) {
        return allOf(person).stream()
                .filter(household -> lives(household, person, day))
                .findFirst()
                .map(household ->
                        new Household(
                                household.id(),
                                household.members().stream()
                                        .filter(m -> m.membership().period().includes(day))
                                        .toList()));
    }

    /// Every household the person is or was a member of, the one joined last first, with all their
    /// members over time.
    @Transactional(readOnly = true)
    public List<Household> allOf(PersonId person) {
        var members =
                db.sql(
                                """
                                select m.id, m.member_id, m.household_id, m.person_id, m.kind, m.child_stay, m.birth_year,
                                       m.start_on, m.end_on, m.recorded_at, m.reason
                                from person.household_member m
                                join (select household_id, max(start_on) as joined_on from person.household_member
                                      where board_id = framework.board_id() and person_id = :person
                                        and superseded_at is null
                                      group by household_id) h on h.household_id = m.household_id
                                where m.board_id = framework.board_id() and m.superseded_at is null
                                order by h.joined_on desc, m.household_id, m.kind, m.start_on, m.member_id
                                """)
                        .param("person", person.value())
                        .query(Households::member)
                        .list();
        var households = new LinkedHashMap<HouseholdId, List<Member>>();
        for (var member : members) {
            households.merge(
                    member.household(),
                    List.of(member),
                    (one, other) ->
                            java.util.stream.Stream.concat(one.stream(), other.stream()).toList());
        }
        return households.entrySet().stream()
                .map(entry -> new Household(entry.getKey(), entry.getValue()))
                .toList();
    }

    /// True if a child lives with the person, in any of the three ways, on the day.
    @Transactional(readOnly = true)
    public boolean hasChild(PersonId person, LocalDate day) {
        return !children(person, day).isEmpty();
    }

    /// The children of the households in which the person is an adult on the day.
    @Transactional(readOnly = true)
    public List<HouseholdChild> children(PersonId person, LocalDate day) {
        return db.sql(
                        """
                        select distinct c.member_id, c.household_id, c.person_id, c.child_stay, c.birth_year, c.start_on
                        from person.household_member a
                        join person.household_member c on c.board_id = a.board_id and c.household_id = a.household_id
                            and c.kind = 'CHILD' and c.superseded_at is null
                            and c.start_on <= :day and (c.end_on is null or c.end_on >= :day)
                        left join person.identity i on i.board_id = c.board_id and i.person_id = c.person_id
                            and i.superseded_at is null
                        where a.board_id = framework.board_id() and a.person_id = :person
                          and a.kind = 'ADULT' and a.superseded_at is null
                          and a.start_on <= :day and (a.end_on is null or a.end_on >= :day)
                          and (i.birth_on > :bornAfter
                               or i.birth_on is null and (c.birth_year is null or c.birth_year >= :bornIn))
                        order by c.start_on, c.member_id
                        """)
                .param("person", person.value())
                .param("day", day)
                .param("bornAfter", day.minusYears(OF_AGE))
                .param("bornIn", day.getYear() - OF_AGE)
                .query((rs, n) ->
                        new HouseholdChild(
                                new MemberId(rs.getObject("member_id", UUID.class)),
                                new HouseholdId(rs.getObject("household_id", UUID.class)),
                                personOrNull(rs),
                                ChildStay.valueOf(rs.getString("child_stay")),
                                rs.getObject("birth_year", Integer.class)))
                .list();
    }

    /// Those of the people with whom a child lives on the day, in one query.
    @Transactional(readOnly = true)
    public Set<PersonId> withChildren(Collection<PersonId> people, LocalDate day) {
        if (people.isEmpty()) {
            return Set.of();
        }
        return new HashSet<>(
                db.sql(
                                """
                                select distinct a.person_id
                                from person.household_member a
                                join person.household_member c on c.board_id = a.board_id and c.household_id = a.household_id
                                    and c.kind = 'CHILD' and c.superseded_at is null
                                    and c.start_on <= :day and (c.end_on is null or c.end_on >= :day)
                                left join person.identity i on i.board_id = c.board_id and i.person_id = c.person_id
                                    and i.superseded_at is null
                                where a.board_id = framework.board_id() and a.person_id = any (:people)
                                  and a.kind = 'ADULT' and a.superseded_at is null
                                  and a.start_on <= :day and (a.end_on is null or a.end_on >= :day)
                                  and (i.birth_on > :bornAfter
                                       or i.birth_on is null and (c.birth_year is null or c.birth_year >= :bornIn))
                                """)
                        .param("people", People.ids(people))
                        .param("day", day)
                        .param("bornAfter", day.minusYears(OF_AGE))
                        .param("bornIn", day.getYear() - OF_AGE)
                        .query((rs, n) -> People.personId(rs, "person_id"))
                        .list());
    }

    /// The membership as it is believed now.
    ///
    /// @throws NotFound if there is none
    @Transactional(readOnly = true)
    public Member member(MemberId id) {
        return db.sql(
                        """
                        select id, member_id, household_id, person_id, kind, child_stay, birth_year, start_on, end_on,
                               recorded_at, reason
                        from person.household_member
                        where board_id = framework.board_id() and member_id = :member and superseded_at is null
                        """)
                .param("member", id.value())
                .query(Households::member)
                .optional()
                .orElseThrow(NotFound::new);
    }

    // ---- changes

    /// Makes a household with the person as its first adult. Logged.
    @Transactional
    public HouseholdId start(Actor actor, PersonId adult, LocalDate startOn, String reason) {
        var id = new HouseholdId(NewId.at(clock));
        db.sql(
                        """
                        insert into person.household (board_id, area_id, id, created_at, created_by)
                        values (framework.board_id(), (framework.area_ids())[1], :id, :now, framework.account_id())
                        """)
                .param("id", id.value())
                .param("now", Timestamp.from(clock.instant()))
                .update();
        add(actor, id, Membership.adult(adult, Period.from(startOn)), reason);
        return id;
    }

    /// Adds a member to a household. Logged.
    ///
    /// @throws NotFound if there is no such household
    @Transactional
    public Joining add(Actor actor, HouseholdId household, Membership membership, String reason) {
        return write(new MemberId(NewId.at(clock)), household, membership, reason, "MEMBER_ADDED");
    }

    /// Corrects what was believed of a membership, or makes known that it has changed. Logged.
    ///
    /// @param seen the row the corrector had before their eyes ({@link Member#fact})
    /// @throws Conflict if somebody else corrected meanwhile
    /// @throws NotFound if there is no such member
    @Transactional
    public Joining correct(
            Actor actor, MemberId member, UUID seen, Membership membership, String reason) {
        return replace(member, seen, membership, reason, "MEMBER_CORRECTED");
    }

    /// Ends a membership.
    ///
    /// @param endOn the last day the member lived there; not before the first
    /// @throws Conflict if somebody else corrected meanwhile
    /// @throws NotFound if there is no such member
    @Transactional
    public void end(Actor actor, MemberId member, UUID seen, LocalDate endOn, String reason) {
        var ended = member(member).membership().ending(endOn);
        replace(member, seen, ended, reason, "MEMBER_ENDED");
    }

    private Joining replace(
            MemberId id, UUID seen, Membership membership, String reason, String why) {
        var before = member(id);
        if (!before.fact().equals(seen)) {
            throw new Conflict("person.household.changedMeanwhile");
        }
        if (isAlready(before.household(), membership, id)) {
            return new Joining.AlreadyMember();
        }
        var superseded =
                db.sql(
                                """
                                update person.household_member set superseded_at = :now
                                where board_id = framework.board_id() and id = :seen and superseded_at is null
                                """)
                        .param("now", Timestamp.from(clock.instant()))
                        .param("seen", seen)
                        .update();
        if (superseded == 0) {
            throw new Conflict("person.household.changedMeanwhile");
        }
        return write(id, before.household(), membership, reason, why);
    }

    private Joining write(
            MemberId id, HouseholdId household, Membership membership, String reason, String why) {
        if (reason.isBlank()) {
            throw new IllegalArgumentException("a fact has a reason");
        }
        if (isAlready(household, membership, id)) {
            return new Joining.AlreadyMember();
        }
        var inserted =
                db.sql(
                                """
                                insert into person.household_member (board_id, area_id, id, member_id, household_id, person_id,
                                    kind, child_stay, birth_year, start_on, end_on, recorded_at, recorded_by, reason)
                                select board_id, area_id, :id, :member, id, :person, :kind, :stay, :birthYear, :start, :end,
                                    :now, framework.account_id(), :reason
                                from person.household where board_id = framework.board_id() and id = :household
                                """)
                        .param("id", NewId.at(clock))
                        .param("member", id.value())
                        .param("household", household.value())
                        .param(
                                "person",
                                membership.person() == null ? null : membership.person().value())
                        .param("kind", membership.kind().name())
                        .param("stay", membership.stay() == null ? null : membership.stay().name())
                        .param("birthYear", membership.birthYear())
                        .param("start", membership.period().startOn())
                        .param("end", membership.period().endOn())
                        .param("now", Timestamp.from(clock.instant()))
                        .param("reason", reason)
                        .update();
        if (inserted == 0) {
            throw new NotFound();
        }
        log.record(
                LogEntry.of(Action.CHANGE_PERSON)
                        .because(why)
                        .about(SUBJECT, household.value())
                        .touching(people(household))
                        .changing(Map.of(), Map.of("member", id.value().toString())));
        sheltering.renewHousehold(household.value());
        return new Joining.Joined(id);
    }

    private boolean isAlready(HouseholdId household, Membership membership, MemberId apart) {
        var person = membership.person();
        return person != null
                && db.sql(
                                        """
                                        select count(*) from person.household_member
                                        where board_id = framework.board_id() and household_id = :household and person_id = :person
                                          and superseded_at is null and member_id <> :apart
                                          and start_on <= coalesce(:end, date 'infinity') and (end_on is null or end_on >= :start)
                                        """)
                                .param("household", household.value())
                                .param("person", person.value())
                                .param("apart", apart.value())
                                .param("start", membership.period().startOn())
                                .param("end", membership.period().endOn())
                                .query(Integer.class)
                                .single()
                        > 0;
    }

    private List<PersonId> people(HouseholdId household) {
        return db.sql(
                        """
                        select distinct person_id from person.household_member
                        where board_id = framework.board_id() and household_id = :household and person_id is not null
                          and superseded_at is null
                        """)
                .param("household", household.value())
                .query((rs, n) -> People.personId(rs, "person_id"))
                .list();
    }

    private static boolean lives(Household household, PersonId person, LocalDate day) {
        return household.members().stream()
                .anyMatch(m ->
                        Objects.equals(m.membership().person(), person)
                                && m.membership().period().includes(day));
    }

    private static Member member(ResultSet rs, int n) throws SQLException {
        var stay = rs.getString("child_stay");
        return new Member(
                new MemberId(rs.getObject("member_id", UUID.class)),
                rs.getObject("id", UUID.class),
                new HouseholdId(rs.getObject("household_id", UUID.class)),
                new Membership(
                        personOrNull(rs),
                        MemberKind.valueOf(rs.getString("kind")),
                        stay == null ? null : ChildStay.valueOf(stay),
                        rs.getObject("birth_year", Integer.class),
                        new Period(
                                rs.getObject("start_on", LocalDate.class),
                                rs.getObject("end_on", LocalDate.class))),
                rs.getTimestamp("recorded_at").toInstant(),
                rs.getString("reason"));
    }

    private static @Nullable PersonId personOrNull(ResultSet rs) throws SQLException {
        var id = rs.getObject("person_id", UUID.class);
        return id == null ? null : new PersonId(id);
    }
}
