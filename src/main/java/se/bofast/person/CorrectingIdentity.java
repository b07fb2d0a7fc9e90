package se.bofast.person;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.bofast.access.Action;
import se.bofast.access.Actor;
import se.bofast.audit.Log;
import se.bofast.audit.LogEntry;
import se.bofast.database.HouseEyes;
import se.bofast.kernel.Conflict;
import se.bofast.kernel.NewId;
import se.bofast.kernel.NotFound;
import se.bofast.kernel.PersonId;
import se.bofast.kernel.PersonNumber;
import se.bofast.person.IdentityFact.Identity;

/// Corrects name, number, birthday, sex or protection. What was believed before stays readable.
@Component
public class CorrectingIdentity {

    private final JdbcClient db;
    private final Clock clock;
    private final Log log;
    private final People people;
    private final HouseEyes eyes;

    CorrectingIdentity(JdbcClient db, Clock clock, Log log, People people, HouseEyes eyes) {
        this.db = db;
        this.clock = clock;
        this.log = log;
        this.people = people;
        this.eyes = eyes;
    }

    /// @param seen the row the corrector had before their eyes
    /// @param reason why, in the corrector's words
    /// @throws Conflict if somebody else corrected meanwhile
    /// @throws NotFound if there is no such person
    @Transactional
    public Correction correct(
            Actor actor, PersonId person, UUID seen, Identity identity, String reason) {
        if (reason.isBlank()) {
            throw new IllegalArgumentException("a correction has a reason");
        }
        var before = current(person).orElseThrow(NotFound::new);
        if (!before.id().equals(seen)) {
            throw new Conflict("person.identity.changedMeanwhile");
        }
        if (before.identity().equals(identity)) {
            return new Correction.Unchanged();
        }
        if (before.identity().joinsIdentities(identity)) {
            return new Correction.NeverJoined();
        }
        if (isTaken(person, identity.number())) {
            return new Correction.NumberTaken();
        }
        // A number that was right all along goes on from when it did.
        var sameNumber = Objects.equals(before.identity().number(), identity.number());
        supersede(person, seen, null);
        takeBack(person, identity.number());
        insert(person, identity, sameNumber ? before.numberFromOn() : null, reason);
        rewriteKeys(person, identity);
        record(person, "IDENTITY_CORRECTED", before.identity(), identity);
        return new Correction.Made();
    }

    /// Another number has taken the place of the one the person had: both were right, each in its
    /// time. The earlier one stays the person's, and is found.
    ///
    /// @param from the day from which the new number holds
    Correction replaceNumber(
            PersonId person,
            IdentityFact before,
            Identity identity,
            LocalDate from,
            String because,
            String reason) {
        if (before.identity().joinsIdentities(identity)) {
            return new Correction.NeverJoined();
        }
        if (isTaken(person, identity.number())) {
            return new Correction.NumberTaken();
        }
        supersede(person, before.id(), before.identity().number() == null ? null : from);
        takeBack(person, identity.number());
        insert(person, identity, from, reason);
        record(person, because, before.identity(), identity);
        return new Correction.Made();
    }

    /// An earlier number was a mistake all along: a new row of the same identity says why.
    void strike(PersonId person, IdentityFact before, UUID row, String because, String reason) {
        var struck =
                db.sql(
                                """
                                update person.identity set number_until_on = null
                                where board_id = framework.board_id() and person_id = :person and id = :row
                                  and number_until_on is not null
                                """)
                        .param("person", person.value())
                        .param("row", row)
                        .update();
        if (struck == 0) {
            throw new Conflict("person.identity.changedMeanwhile");
        }
        supersede(person, before.id(), null);
        insert(person, before.identity(), before.numberFromOn(), reason);
        record(person, because, before.identity(), before.identity());
    }

    /// Asks with the house's eyes, so that the answer is the same whether or not the asker may see
    /// who has the number (docs/decisions/0190).
    private boolean isTaken(PersonId person, @Nullable PersonNumber number) {
        return number != null
                && eyes.open(() -> people.byNumber(number))
                        .filter(holder -> !holder.equals(person))
                        .isPresent();
    }

    /// A number the person had before is the present one again: the change was the mistake.
    private void takeBack(PersonId person, @Nullable PersonNumber number) {
        if (number == null) {
            return;
        }
        db.sql(
                        """
                        update person.identity set number_until_on = null
                        where board_id = framework.board_id() and person_id = :person and number = :number
                          and number_until_on is not null
                        """)
                .param("person", person.value())
                .param("number", number.stored())
                .update();
    }

    /// What is believed now. Also of a protected person: the caller has required the action.
    @Transactional(readOnly = true)
    public Optional<IdentityFact> current(PersonId person) {
        return history(person).stream().filter(fact -> fact.supersededAt() == null).findFirst();
    }

    /// What has been believed, newest first. Also of a protected person: the caller has required
    /// the action.
    @Transactional(readOnly = true)
    public List<IdentityFact> history(PersonId person) {
        return db.sql(
                        """
                        select i.id, i.person_id, i.given_name, i.family_name, i.birth_on, i.sex, i.number, i.protection,
                               i.recorded_at, i.superseded_at, i.number_from_on, i.number_until_on, i.reason, p.working_label
                        from person.identity i
                        join person.person p on p.board_id = i.board_id and p.id = i.person_id
                        where i.board_id = framework.board_id() and i.person_id = :person
                        order by i.superseded_at desc nulls first, i.recorded_at desc, i.id desc
                        """)
                .param("person", person.value())
                .query(CorrectingIdentity::row)
                .list();
    }

    private void supersede(PersonId person, UUID seen, @Nullable LocalDate numberUntil) {
        var superseded =
                db.sql(
                                """
                                update person.identity set superseded_at = :now, number_until_on = :until
                                where board_id = framework.board_id() and person_id = :person and id = :seen
                                  and superseded_at is null
                                """)
                        .param("now", Timestamp.from(clock.instant()))
                        .param("person", person.value())
                        .param("seen", seen)
                        .param("until", numberUntil)
                        .update();
        if (superseded == 0) {
            throw new Conflict("person.identity.changedMeanwhile");
        }
    }

    private void insert(
            PersonId person, Identity identity, @Nullable LocalDate numberFrom, String reason) {
        var inserted =
                db.sql(
                                """
                                insert into person.identity (board_id, area_id, id, person_id, given_name, family_name,
                                    birth_on, sex, number, number_kind, number_from_on, protection, sort_name, recorded_at,
                                    recorded_by, reason)
                                select board_id, area_id, :id, id, :given, :family, :birth, :sex, :number, :numberKind, :from,
                                    :protection, coalesce(nullif(:sortName, ''), working_label, ''), :now, framework.account_id(), :reason
                                from person.person where board_id = framework.board_id() and id = :person
                                on conflict (board_id, area_id, number)
                                    where number is not null and (superseded_at is null or number_until_on is not null)
                                do nothing
                                """)
                        .param("id", NewId.at(clock))
                        .param("person", person.value())
                        .param("given", identity.given())
                        .param("family", identity.family())
                        .param("birth", identity.birthOn())
                        .param("sex", identity.sex() == null ? null : identity.sex().name())
                        .param(
                                "number",
                                identity.number() == null ? null : identity.number().stored())
                        .param(
                                "numberKind",
                                identity.number() == null ? null : identity.number().type().name())
                        .param("from", numberFrom)
                        .param("protection", identity.protection().name())
                        .param("sortName", People.sortName(identity.given(), identity.family()))
                        .param("now", Timestamp.from(clock.instant()))
                        .param("reason", reason)
                        .update();
        if (inserted == 0) {
            // Somebody registered the number in the same moment: all of this is undone.
            throw new Conflict("person.identity.numberTakenMeanwhile");
        }
    }

    private void rewriteKeys(PersonId person, Identity identity) {
        db.sql(
                        """
                        delete from person.name_key where board_id = framework.board_id() and person_id = :person
                        """)
                .param("person", person.value())
                .update();
        var keys = List.copyOf(NameText.keys(identity.given(), identity.family()));
        db.sql(
                        """
                        insert into person.name_key (board_id, area_id, kind, key, person_id)
                        select p.board_id, p.area_id, k.kind, k.key, p.id
                        from person.person p
                        cross join unnest(cast(:kinds as text[]), cast(:keys as text[])) as k (kind, key)
                        where p.board_id = framework.board_id() and p.id = :person
                        """)
                .param("person", person.value())
                .param("kinds", keys.stream().map(key -> key.kind().name()).toArray(String[]::new))
                .param("keys", keys.stream().map(NameKey::key).toArray(String[]::new))
                .update();
    }

    private void record(PersonId person, String because, Identity before, Identity after) {
        var was = new LinkedHashMap<>(before.fields());
        var is = new LinkedHashMap<>(after.fields());
        var hidden = before.protection().hides() || after.protection().hides();
        Map.copyOf(was)
                .forEach((field, value) -> {
                    if (value.equals(is.get(field))) {
                        was.remove(field);
                        is.remove(field);
                    } else if (hidden && !field.equals(Identity.PROTECTION)) {
                        was.put(field, Addresses.HIDDEN);
                        is.put(field, Addresses.HIDDEN);
                    }
                });
        log.record(
                LogEntry.of(Action.CHANGE_PERSON)
                        .because(because)
                        .about(PersonRelations.KIND, person.value())
                        .touching(person)
                        .changing(was, is));
    }

    private static IdentityFact row(ResultSet rs, int n) throws SQLException {
        var superseded = rs.getTimestamp("superseded_at");
        return new IdentityFact(
                rs.getObject("id", UUID.class),
                People.personId(rs, "person_id"),
                new Identity(
                        rs.getString("given_name"),
                        rs.getString("family_name"),
                        rs.getObject("birth_on", LocalDate.class),
                        People.sex(rs.getString("sex")),
                        People.number(rs.getString("number")),
                        Protection.valueOf(rs.getString("protection"))),
                rs.getTimestamp("recorded_at").toInstant(),
                superseded == null ? null : superseded.toInstant(),
                rs.getObject("number_from_on", LocalDate.class),
                rs.getObject("number_until_on", LocalDate.class),
                rs.getString("working_label"),
                rs.getString("reason"));
    }
}
