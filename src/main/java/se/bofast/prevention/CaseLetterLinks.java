package se.bofast.prevention;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import se.bofast.intake.SignalId;
import se.bofast.letter.KeptLetter.LetterId;
import se.bofast.support.Appointment;

/// Which case, time, notice and decision each letter was written upon.
@Repository
class CaseLetterLinks {

    private static final int BATCH = 500;

    record Link(
            LetterId letter,
            CaseId caseId,
            Appointment.@Nullable AppointmentId appointment,
            @Nullable SignalId signal,
            @Nullable DecisionId decision) {}

    private final JdbcClient db;
    private final JdbcTemplate batches;

    CaseLetterLinks(JdbcClient db, JdbcTemplate batches) {
        this.db = db;
        this.batches = batches;
    }

    void add(
            LetterId letter,
            CaseId caseId,
            Appointment.@Nullable AppointmentId appointment,
            @Nullable SignalId signal,
            @Nullable DecisionId decision) {
        add(List.of(new Link(letter, caseId, appointment, signal, decision)));
    }

    void add(List<Link> links) {
        batches.batchUpdate(
                """
                insert into prevention.case_letter (board_id, area_id, letter_id, case_id, appointment_id, signal_id,
                    decision_id)
                values (framework.board_id(), (framework.area_ids())[1], ?, ?, ?, ?, ?)
                """,
                links,
                BATCH,
                (ps, link) -> {
                    ps.setObject(1, link.letter().value());
                    ps.setObject(2, link.caseId().value());
                    ps.setObject(
                            3,
                            link.appointment() == null ? null : link.appointment().value(),
                            java.sql.Types.OTHER);
                    ps.setObject(
                            4,
                            link.signal() == null ? null : link.signal().value(),
                            java.sql.Types.OTHER);
                    ps.setObject(
                            5,
                            link.decision() == null ? null : link.decision().value(),
                            java.sql.Types.OTHER);
                });
    }

    Optional<Link> of(LetterId letter) {
        return Optional.ofNullable(of(List.of(letter)).get(letter));
    }

    Map<LetterId, Link> of(Collection<LetterId> letters) {
        var found = new HashMap<LetterId, Link>();
        db.sql(
                        """
                        select letter_id, case_id, appointment_id, signal_id, decision_id from prevention.case_letter
                        where board_id = framework.board_id() and letter_id = any(:letters)
                        """)
                .param("letters", letters.stream().map(LetterId::value).toArray(UUID[]::new))
                .query(rs -> {
                    var appointment = rs.getObject("appointment_id", UUID.class);
                    var signal = rs.getObject("signal_id", UUID.class);
                    var decision = rs.getObject("decision_id", UUID.class);
                    var letter = new LetterId(rs.getObject("letter_id", UUID.class));
                    found.put(
                            letter,
                            new Link(
                                    letter,
                                    new CaseId(rs.getObject("case_id", UUID.class)),
                                    appointment == null
                                            ? null
                                            : new Appointment.AppointmentId(appointment),
                                    signal == null ? null : new SignalId(signal),
                                    decision == null ? null : new DecisionId(decision)));
                });
        return found;
    }
}
