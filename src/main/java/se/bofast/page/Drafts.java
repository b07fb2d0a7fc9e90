package se.bofast.page;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// What one has typed in a form and not yet saved. Only who wrote it can read it, for a week.
///
/// A draft carries the key of the command it will become: pressing save after a restored draft is
/// pressing save a second time, should the first have got through after all.
@Component
public class Drafts {

    private static final Duration KEPT = Duration.ofDays(7);

    private final JdbcClient db;
    private final Clock clock;

    Drafts(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /// @param form the address the form is sent to, with the hidden ids it carries
    /// @param page the page where it can be continued; null where that is not known
    /// @param title the heading of that page
    /// @param fields the fields as a browser sends them (application/x-www-form-urlencoded)
    public record Draft(
            String form,
            @Nullable String page,
            String title,
            UUID commandKey,
            String fields,
            Instant savedAt) {}

    /// Keeps the draft in place of the one before, and lets go of one's drafts older than a week.
    @Transactional
    public Instant keep(
            String form, @Nullable String page, String title, UUID commandKey, String fields) {
        db.sql(
                        """
                        delete from page.draft
                        where board_id = framework.board_id() and account_id = framework.account_id()
                          and saved_at < :old
                        """)
                .param("old", Timestamp.from(clock.instant().minus(KEPT)))
                .update();
        var now = clock.instant();
        db.sql(
                        """
                        insert into page.draft (board_id, area_id, account_id, form, page, title, command_key, fields,
                            saved_at)
                        values (framework.board_id(), (framework.area_ids())[1], framework.account_id(), :form, :page,
                            :title, :key, :fields, :at)
                        on conflict (board_id, account_id, form) do update
                        set page = coalesce(excluded.page, draft.page), title = excluded.title,
                            command_key = excluded.command_key, fields = excluded.fields, saved_at = excluded.saved_at
                        """)
                .param("form", form)
                .param("page", page)
                .param("title", title)
                .param("key", commandKey)
                .param("fields", fields)
                .param("at", Timestamp.from(now))
                .update();
        return now;
    }

    /// One's draft of the form, unless it has become what it was meant to.
    @Transactional(readOnly = true)
    public Optional<Draft> find(String form) {
        return db.sql(
                        """
                        select d.form, d.page, d.title, d.command_key, d.fields, d.saved_at
                        from page.draft d
                        where d.board_id = framework.board_id() and d.account_id = framework.account_id()
                          and d.form = :form and d.saved_at >= :old
                          and not exists (
                              select 1 from page.command c
                              where c.board_id = d.board_id and c.account_id = d.account_id and c.key = d.command_key)
                        """)
                .param("form", form)
                .param("old", Timestamp.from(clock.instant().minus(KEPT)))
                .query(DRAFT)
                .optional();
    }

    /// One's own drafts that can be continued, the newest first.
    @Transactional(readOnly = true)
    public List<Draft> mine() {
        return db.sql(
                        """
                        select d.form, d.page, d.title, d.command_key, d.fields, d.saved_at
                        from page.draft d
                        where d.board_id = framework.board_id() and d.account_id = framework.account_id()
                          and d.page is not null and d.saved_at >= :old
                          and not exists (
                              select 1 from page.command c
                              where c.board_id = d.board_id and c.account_id = d.account_id and c.key = d.command_key)
                        order by d.saved_at desc
                        limit 10
                        """)
                .param("old", Timestamp.from(clock.instant().minus(KEPT)))
                .query(DRAFT)
                .list();
    }

    /// Lets go of one's draft of the form, if there is one.
    @Transactional
    public void forget(String form) {
        db.sql(
                        """
                        delete from page.draft
                        where board_id = framework.board_id() and account_id = framework.account_id() and form = :form
                        """)
                .param("form", form)
                .update();
    }

    private static final RowMapper<Draft> DRAFT =
            (row, n) ->
                    new Draft(
                            row.getString("form"),
                            row.getString("page"),
                            row.getString("title"),
                            row.getObject("command_key", UUID.class),
                            row.getString("fields"),
                            row.getTimestamp("saved_at").toInstant());
}
