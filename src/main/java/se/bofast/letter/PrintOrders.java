package se.bofast.letter;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import se.bofast.kernel.EmployeeId;
import se.bofast.letter.PrintOrder.PrintOrderId;
import se.bofast.letter.StoredFile.StoredFileId;

/// The print runs that were ordered. The caller has required the action and logs.
@Component
public class PrintOrders {

    private final JdbcClient db;
    private final Clock clock;

    PrintOrders(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /// @param job the piece of work that will make it, in the same transaction
    @Transactional(propagation = Propagation.MANDATORY)
    public void add(PrintOrderId id, TemplateCode template, LocalDate earliestOn, UUID job) {
        db.sql(
                        """
                        insert into letter.print_run (board_id, area_id, id, template, earliest_on, ordered_at, ordered_by,
                            job_id)
                        values (framework.board_id(), (framework.area_ids())[1], :id, :template, :earliest, :now,
                            framework.account_id(), :job)
                        """)
                .param("id", id.value())
                .param("template", template.name())
                .param("earliest", earliestOn)
                .param("now", Timestamp.from(clock.instant()))
                .param("job", job)
                .update();
    }

    /// Waits for its turn at the run: a second process that takes the work over sees what the first
    /// one committed.
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean lock(PrintOrderId id) {
        return db.sql(
                        """
                        select id from letter.print_run
                        where board_id = framework.board_id() and id = :id
                        for update
                        """)
                .param("id", id.value())
                .query(UUID.class)
                .optional()
                .isPresent();
    }

    /// The next file of the run.
    @Transactional(propagation = Propagation.MANDATORY)
    public void addFile(PrintOrderId run, StoredFileId file, int letters) {
        db.sql(
                        """
                        insert into letter.run_file (board_id, area_id, run_id, ordinal, file_id, letters)
                        select framework.board_id(), (framework.area_ids())[1], :run, coalesce(max(f.ordinal), 0) + 1, :file,
                            :letters
                        from letter.run_file f
                        where f.board_id = framework.board_id() and f.run_id = :run
                        """)
                .param("run", run.value())
                .param("file", file.value())
                .param("letters", letters)
                .update();
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void finish(PrintOrderId run) {
        db.sql(
                        """
                        update letter.print_run set finished_at = :now
                        where board_id = framework.board_id() and id = :run and finished_at is null
                        """)
                .param("now", Timestamp.from(clock.instant()))
                .param("run", run.value())
                .update();
    }

    @Transactional(readOnly = true)
    public Optional<PrintOrder> find(PrintOrderId id) {
        return db.sql(SELECT.formatted("and r.id = :id"))
                .param("id", id.value())
                .query(this::row)
                .optional();
    }

    /// The last ordered first.
    ///
    /// @param by of this employee, or null for everyone's
    @Transactional(readOnly = true)
    public List<PrintOrder> latest(@Nullable EmployeeId by, int atMost) {
        return db.sql(
                        SELECT.formatted(
                                "and (cast(:by as uuid) is null or r.ordered_by = cast(:by as uuid))"
                                        + " order by r.ordered_at desc, r.id desc limit :most"))
                .param("by", by == null ? null : by.value())
                .param("most", atMost)
                .query(this::row)
                .list();
    }

    private static final String SELECT =
            """
            select r.id, r.earliest_on, r.ordered_at, r.ordered_by, r.job_id, r.finished_at,
                   c.ordered, c.made, c.sent, c.returned, c.stopped
            from letter.print_run r
            cross join lateral (
                select count(*) filter (where l.state = 'ORDERED') as ordered,
                       count(*) filter (where l.state = 'MADE') as made,
                       count(*) filter (where l.state = 'SENT') as sent,
                       count(*) filter (where l.state = 'RETURNED') as returned,
                       count(*) filter (where l.state = 'STOPPED') as stopped
                from letter.letter l
                where l.board_id = framework.board_id() and l.run_id = r.id) c
            where r.board_id = framework.board_id() %s
            """;

    private List<PrintOrder.File> files(UUID run) {
        return db.sql(
                        """
                        select ordinal, file_id, letters from letter.run_file
                        where board_id = framework.board_id() and run_id = :run
                        order by ordinal
                        """)
                .param("run", run)
                .query((rs, n) ->
                        new PrintOrder.File(
                                rs.getInt("ordinal"),
                                new StoredFileId(rs.getObject("file_id", UUID.class)),
                                rs.getInt("letters")))
                .list();
    }

    private PrintOrder row(ResultSet rs, int n) throws SQLException {
        var id = rs.getObject("id", UUID.class);
        return new PrintOrder(
                new PrintOrderId(id),
                rs.getObject("earliest_on", LocalDate.class),
                rs.getTimestamp("ordered_at").toInstant(),
                new EmployeeId(rs.getObject("ordered_by", UUID.class)),
                rs.getObject("job_id", UUID.class),
                moment(rs),
                rs.getInt("ordered"),
                rs.getInt("made"),
                rs.getInt("sent"),
                rs.getInt("returned"),
                rs.getInt("stopped"),
                files(id));
    }

    private static @Nullable Instant moment(ResultSet rs) throws SQLException {
        var finished = rs.getTimestamp("finished_at");
        return finished == null ? null : finished.toInstant();
    }
}
