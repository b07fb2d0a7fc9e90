package se.bofast.support;

import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import se.bofast.audit.ErasedIds;
import se.bofast.audit.Retained;

/// Assignments, contacts, visits, appointments, and notes for safe visits.
@Component
class ErasingSupport implements Retained {

    private final JdbcClient db;

    ErasingSupport(JdbcClient db) {
        this.db = db;
    }

    /// The time was the adviser's: it stays, but whose it was does not.
    @Override
    public void loosen(ErasedIds ids) {
        db.sql(
                        """
                        update support.slot set appointment_id = null
                        where board_id = framework.board_id() and appointment_id in (
                            select a.id from support.appointment a
                            where a.board_id = framework.board_id()
                              and (a.person_id = any (:persons) or a.matter_id = any (:cases)))
                        """)
                .param("persons", ids.persons().toArray(UUID[]::new))
                .param("cases", ids.cases().toArray(UUID[]::new))
                .update();
    }

    @Override
    public Storey storey() {
        return Storey.SUPPORT;
    }

    @Override
    public List<Kept> tables() {
        return List.of(
                Kept.of(
                        """
                        delete from support.appointment_event t
                        where t.board_id = framework.board_id() and t.appointment_id in (
                            select t.id from support.appointment t
                            where t.board_id = framework.board_id() and (t.person_id = any (:persons) or t.matter_id = any (:cases)))
                        """),
                Kept.of(
                        """
                        delete from support.appointment t
                        where t.board_id = framework.board_id() and (t.person_id = any (:persons) or t.matter_id = any (:cases))
                        """),
                Kept.of(
                        """
                        delete from support.visit t
                        where t.board_id = framework.board_id() and (t.person_id = any (:persons) or t.matter_id = any (:cases))
                        """),
                Kept.of(
                        """
                        delete from support.contact t
                        where t.board_id = framework.board_id() and (t.person_id = any (:persons) or t.matter_id = any (:cases))
                        """),
                Kept.of(
                        """
                        delete from support.visit_note t
                        where t.board_id = framework.board_id() and t.person_id = any (:persons)
                        """),
                Kept.of(
                        """
                        delete from support.assignment t
                        where t.board_id = framework.board_id() and t.person_id = any (:persons)
                        """));
    }
}
