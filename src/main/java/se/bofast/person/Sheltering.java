package se.bofast.person;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
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

    /// Hides the person, and who lives with them, from now on.
    @Transactional(propagation = Propagation.MANDATORY)
    void shelter(PersonId person) {
        hide(db, List.of(person), List.of(person));
        renew(List.of(person));
    }

    /// Everyone hidden because of the person, they themselves among them.
    List<PersonId> because(PersonId person) {
        return db.sql(
                        """
                        select s.person_id from framework.sheltered_people() s where s.because_of = :person
                        """)
                .param("person", person.value())
                .query((rs, n) -> People.personId(rs, "person_id"))
                .list();
    }

    /// Hides nobody because of the person any more.
    @Transactional(propagation = Propagation.MANDATORY)
    void unveil(PersonId person) {
        unveil(List.of(person), true);
    }

    private void unveil(List<PersonId> because, boolean themselves) {
        db.sql("select framework.unveil(cast(:because as uuid[]), :themselves)")
                .param("because", People.ids(because))
                .param("themselves", themselves)
                .query(Long.class)
                .single();
    }

    /// Says to the walls that each is hidden because of the one at the same place.
    static void hide(JdbcClient db, List<PersonId> people, List<PersonId> because) {
        db.sql("select framework.shelter(cast(:people as uuid[]), cast(:because as uuid[]))")
                .param("people", people.stream().map(PersonId::value).toArray(UUID[]::new))
                .param("because", because.stream().map(PersonId::value).toArray(UUID[]::new))
                .query(Long.class)
                .single();
    }

    /// Who lives with whom has changed in the household. An end that lies ahead hides until it is
    /// looked at again: rather a day too long.
    @Transactional(propagation = Propagation.MANDATORY)
    void renewHousehold(UUID household) {
        renew(
                eyes.open(() ->
                        db.sql(
                                        """
                                        select distinct m.person_id from person.household_member m
                                        join framework.sheltered_people() s on s.person_id = m.person_id and s.because_of = s.person_id
                                        where m.board_id = framework.board_id() and m.household_id = :household
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
            unveil(people, false);
            var fellows = new ArrayList<PersonId>();
            var because = new ArrayList<PersonId>();
            db.sql(
                            """
                            select distinct b.person_id, a.person_id as because_of
                            from person.household_member a
                            join person.household_member b on b.board_id = a.board_id and b.household_id = a.household_id
                                and b.superseded_at is null and b.person_id is not null and b.person_id <> a.person_id
                                and b.period && a.period and (b.end_on is null or b.end_on > :today)
                            where a.board_id = framework.board_id() and a.person_id = any (:people)
                              and a.superseded_at is null and (a.end_on is null or a.end_on > :today)
                            """)
                    .param("people", People.ids(people))
                    .param("today", HouseClock.today(clock))
                    .query(rs -> {
                        fellows.add(new PersonId(rs.getObject("person_id", UUID.class)));
                        because.add(new PersonId(rs.getObject("because_of", UUID.class)));
                    });
            hide(db, fellows, because);
            return fellows;
        });
    }
}
