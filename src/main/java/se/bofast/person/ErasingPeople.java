package se.bofast.person;

import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import se.bofast.audit.ErasedIds;
import se.bofast.audit.Retained;

/// People, their numbers, names, addresses, households, consents, and what was told to whom.
@Component
class ErasingPeople implements Retained {

    private final JdbcClient db;

    ErasingPeople(JdbcClient db) {
        this.db = db;
    }

    /// Whoever writes a row that points here waits, and then finds nothing to point at.
    @Override
    public void lock(ErasedIds ids) {
        db.sql(
                        """
                        select id from person.person
                        where board_id = framework.board_id() and id = any (:ids)
                        order by id for update
                        """)
                .param("ids", ids.persons().toArray(UUID[]::new))
                .query(rs -> {});
    }

    @Override
    public Storey storey() {
        return Storey.PEOPLE;
    }

    @Override
    public List<Kept> tables() {
        return List.of(
                Kept.of(
                        """
                        delete from person.protection t
                        where t.board_id = framework.board_id() and t.person_id = any (:persons)
                        """),
                Kept.of(
                        """
                        delete from person.disclosure t
                        where t.board_id = framework.board_id() and (t.person_id = any (:persons) or t.matter_id = any (:cases))
                        """),
                Kept.of(
                        """
                        delete from person.consent t
                        where t.board_id = framework.board_id() and t.person_id = any (:persons)
                        """),
                Kept.of(
                        """
                        delete from person.household_member t
                        where t.board_id = framework.board_id() and t.person_id is null and t.household_id in (
                            select m.household_id from person.household_member m
                            where m.board_id = framework.board_id() and m.person_id = any (:persons))
                          and not exists (
                            select 1 from person.household_member o
                            where o.board_id = framework.board_id() and o.household_id = t.household_id
                              and o.person_id is not null and o.person_id <> all (:persons))
                        """),
                Kept.of(
                        """
                        delete from person.household_member t
                        where t.board_id = framework.board_id() and t.person_id = any (:persons)
                        """),
                Kept.of(
                        """
                        delete from person.household t
                        where t.board_id = framework.board_id() and not exists (
                            select 1 from person.household_member m
                            where m.board_id = framework.board_id() and m.household_id = t.id)
                        """),
                Kept.of(
                        """
                        delete from person.contact_way t
                        where t.board_id = framework.board_id() and t.person_id = any (:persons)
                        """),
                Kept.of(
                        """
                        delete from person.address t
                        where t.board_id = framework.board_id() and t.person_id = any (:persons)
                        """),
                Kept.daily(
                        """
                        delete from person.name_key t
                        where t.board_id = framework.board_id() and t.person_id = any (:persons)
                        """),
                Kept.of(
                        """
                        delete from person.identity t
                        where t.board_id = framework.board_id() and t.person_id = any (:persons)
                        """),
                Kept.of(
                        """
                        delete from person.person t
                        where t.board_id = framework.board_id() and t.id = any (:persons)
                        """));
    }
}
