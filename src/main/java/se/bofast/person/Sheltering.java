package se.bofast.person;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import se.bofast.database.HouseEyes;
import se.bofast.kernel.HouseClock;
import se.bofast.kernel.PersonId;

/// Says to the walls whom they hide: everyone with a protected identity, and everyone who lives
/// with them, since the one's home is the other's.
@Component
class Sheltering {

    private final JdbcClient db;
    private final HouseEyes eyes;
    private final Clock clock;

    Sheltering(JdbcClient db, HouseEyes eyes, Clock clock) {
        this.db = db;
        this.eyes = eyes;
        this.clock = clock;
    }

    /// Those of the people who have a protected identity themselves.
    Set<PersonId> protectedOf(Collection<PersonId> people) {
        return Set.copyOf(
                db.sql(
                                """
                                select person_id from framework.sheltered_person
                                where board_id = framework.board_id() and person_id = any (:people)
                                  and because_of = person_id
                                """)
                        .param("people", People.ids(people))
                        .query((rs, n) -> People.personId(rs, "person_id"))
                        .list());
    }

    /// Hides the person, and who lives with them, from now on.
    @Transactional(propagation = Propagation.MANDATORY)
    void shelter(PersonId person) {
        db.sql(
                        """
                        insert into framework.sheltered_person (board_id, area_id, person_id, because_of)
                        values (framework.board_id(), (framework.area_ids())[1], :person, :person)
                        on conflict do nothing
                        """)
                .param("person", person.value())
                .update();
        renew(List.of(person));
    }

    /// Everyone hidden because of the person, they themselves among them.
    List<PersonId> because(PersonId person) {
        return db.sql(
                        """
                        select person_id from framework.sheltered_person
                        where board_id = framework.board_id() and because_of = :person
                        """)
                .param("person", person.value())
                .query((rs, n) -> People.personId(rs, "person_id"))
                .list();
    }

    /// Hides nobody because of the person any more.
    @Transactional(propagation = Propagation.MANDATORY)
    void unveil(PersonId person) {
        db.sql(
                        """
                        delete from framework.sheltered_person
                        where board_id = framework.board_id() and because_of = :person
                        """)
                .param("person", person.value())
                .update();
    }

    /// Who lives with whom has changed in the household. An end that lies ahead hides until it is
    /// looked at again: rather a day too long.
    @Transactional(propagation = Propagation.MANDATORY)
    void renewHousehold(UUID household) {
        renew(
                eyes.open(() -> db.sql(
                                """
                                select distinct s.person_id from framework.sheltered_person s
                                join person.household_member m on m.board_id = s.board_id and m.person_id = s.person_id
                                where s.board_id = framework.board_id() and s.because_of = s.person_id
                                  and m.household_id = :household
                                """)
                                .param("household", household)
                                .query((rs, n) -> People.personId(rs, "person_id"))
                                .list()));
    }

    private void renew(List<PersonId> people) {
        if (people.isEmpty()) {
            return;
        }
        eyes.open(() -> {
            db.sql(
                            """
                            delete from framework.sheltered_person
                            where board_id = framework.board_id() and because_of = any (:people)
                              and person_id <> because_of
                            """)
                    .param("people", People.ids(people))
                    .update();
            return db.sql(
                            """
                            insert into framework.sheltered_person (board_id, area_id, person_id, because_of)
                            select distinct b.board_id, b.area_id, b.person_id, a.person_id
                            from person.household_member a
                            join person.household_member b on b.board_id = a.board_id and b.household_id = a.household_id
                                and b.superseded_at is null and b.person_id is not null and b.person_id <> a.person_id
                                and b.period && a.period and (b.end_on is null or b.end_on > :today)
                            where a.board_id = framework.board_id() and a.person_id = any (:people)
                              and a.superseded_at is null and (a.end_on is null or a.end_on > :today)
                            on conflict do nothing
                            """)
                    .param("people", People.ids(people))
                    .param("today", HouseClock.today(clock))
                    .update();
        });
    }
}
