package se.bofast.filing;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import se.bofast.job.JobId;
import se.bofast.kernel.EmployeeId;
import se.bofast.kernel.NotFound;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// The received files and lists.
@Repository
class Uploads {

    private static final JsonMapper JSON = JsonMapper.shared();

    private static final String SELECT =
            """
            select id, file_id, kind, sender_key, sender_name, file_name, state, refusal, refusal_arguments, encoding,
                   delimiter, sheet_name, hidden_rows, other_sheets, header_row, header, mapping, read_on, row_count,
                   good_count, asked_count, repeated_count, bad_count, left_out_count, accepted_count, same_count, job_id,
                   received_at, received_by, accepted_at, accepted_by, undone_at, undone_by, undo_reason
            from filing.upload
            where board_id = framework.board_id() %s
            """;

    private final JdbcClient db;

    Uploads(JdbcClient db) {
        this.db = db;
    }

    /// Keeps the file once, however often it comes.
    UUID keep(UUID id, FileHash hash, byte[] content, Instant at) {
        db.sql(
                        """
                        insert into filing.upload_file (board_id, area_id, id, sha256, size, content, received_at)
                        values (framework.board_id(), (framework.area_ids())[1], :id, :sha256, :size, :content, :at)
                        on conflict (board_id, area_id, sha256) do nothing
                        """)
                .param("id", id)
                .param("sha256", hash.value())
                .param("size", content.length)
                .param("content", content)
                .param("at", Timestamp.from(at))
                .update();
        return db.sql(
                        """
                        select id from filing.upload_file
                        where board_id = framework.board_id() and sha256 = :sha256
                          and area_id = (framework.area_ids())[1]
                        """)
                .param("sha256", hash.value())
                .query(UUID.class)
                .single();
    }

    byte[] content(UUID file) {
        return db.sql(
                        """
                        select content from filing.upload_file
                        where board_id = framework.board_id() and id = :id
                        """)
                .param("id", file)
                .query((rs, n) -> rs.getBytes(1))
                .single();
    }

    /// The list that lives with this file, kind and sender.
    Optional<UploadId> live(UUID file, String kind, String senderKey) {
        return db.sql(
                        """
                        select id from filing.upload
                        where board_id = framework.board_id() and file_id = :file and kind = :kind
                          and sender_key = :sender and state not in ('REFUSED', 'UNDONE', 'SET_ASIDE')
                        """)
                .param("file", file)
                .param("kind", kind)
                .param("sender", senderKey)
                .query((rs, n) -> new UploadId(rs.getObject("id", UUID.class)))
                .optional();
    }

    /// @return false if the same list came at the same moment
    boolean insert(Upload upload) {
        var refusal = upload.refusal();
        var understood = upload.understood();
        var csv =
                understood != null && understood.form() instanceof Understood.Form.Csv c ? c : null;
        var xlsx =
                understood != null && understood.form() instanceof Understood.Form.Xlsx x
                        ? x
                        : null;
        return db.sql(
                                """
                                insert into filing.upload (board_id, area_id, id, file_id, kind, sender_key, sender_name,
                                    file_name, state, refusal, refusal_arguments, encoding, delimiter, sheet_name,
                                    hidden_rows, other_sheets, header_row, header, mapping, read_on, row_count, good_count,
                                    asked_count, repeated_count, bad_count, left_out_count, accepted_count, same_count,
                                    received_at, received_by)
                                values (framework.board_id(), (framework.area_ids())[1], :id, :file, :kind, :sender_key,
                                    :sender_name, :file_name, :state, :refusal, :refusal_arguments, :encoding, :delimiter,
                                    :sheet_name, :hidden_rows, :other_sheets, :header_row, :header,
                                    cast(:mapping as jsonb), :read_on, :rows, 0, 0, 0, 0, 0, 0, 0, :at, :by)
                                on conflict do nothing
                                """)
                        .param("id", upload.id().value())
                        .param("file", upload.file())
                        .param("kind", upload.kind())
                        .param("sender_key", upload.sender().key())
                        .param("sender_name", upload.sender().name())
                        .param("file_name", upload.fileName())
                        .param("state", upload.state().name())
                        .param("refusal", refusal == null ? null : refusal.reason().name())
                        .param(
                                "refusal_arguments",
                                refusal == null
                                        ? null
                                        : refusal.arguments().toArray(Integer[]::new))
                        .param("encoding", csv == null ? null : csv.encoding().name())
                        .param("delimiter", csv == null ? null : csv.delimiter().name())
                        .param("sheet_name", xlsx == null ? null : xlsx.sheetName())
                        .param("hidden_rows", xlsx == null ? null : xlsx.hiddenRows())
                        .param(
                                "other_sheets",
                                xlsx == null ? null : xlsx.otherSheets().toArray(String[]::new))
                        .param("header_row", understood == null ? null : understood.headerRow())
                        .param("header", upload.header().toArray(String[]::new))
                        .param("mapping", json(upload.choices()))
                        .param("read_on", upload.readOn())
                        .param("rows", upload.counts().rows())
                        .param("at", Timestamp.from(upload.receivedAt()))
                        .param("by", upload.receivedBy().value())
                        .update()
                == 1;
    }

    private static String json(Map<Integer, String> choices) {
        return JSON.writeValueAsString(choices);
    }

    Optional<Upload> find(UploadId id) {
        return db.sql(SELECT.formatted("and id = :id"))
                .param("id", id.value())
                .query(Uploads::row)
                .optional();
    }

    /// Holds the list until the transaction ends, so that only one does something to it.
    ///
    /// @throws NotFound if there is no such list
    Upload lock(UploadId id) {
        return db.sql(SELECT.formatted("and id = :id for update"))
                .param("id", id.value())
                .query(Uploads::row)
                .optional()
                .orElseThrow(NotFound::new);
    }

    List<Upload> latest(List<String> kinds, int atMost) {
        return db.sql(SELECT.formatted("and kind = any(:kinds) order by id desc limit :most"))
                .param("kinds", kinds.toArray(String[]::new))
                .param("most", atMost)
                .query(Uploads::row)
                .list();
    }

    void read(UploadId id, Map<Integer, String> choices, LocalDate on, JobId job) {
        db.sql(
                        """
                        update filing.upload
                        set state = 'READING', mapping = cast(:mapping as jsonb), read_on = :on, job_id = :job,
                            good_count = 0, asked_count = 0, repeated_count = 0, bad_count = 0, left_out_count = 0
                        where board_id = framework.board_id() and id = :id
                        """)
                .param("mapping", json(choices))
                .param("on", on)
                .param("job", job.value())
                .param("id", id.value())
                .update();
    }

    void become(UploadId id, UploadState state) {
        db.sql(
                        """
                        update filing.upload set state = :state
                        where board_id = framework.board_id() and id = :id
                        """)
                .param("state", state.name())
                .param("id", id.value())
                .update();
    }

    void work(UploadId id, UploadState state, JobId job, EmployeeId by) {
        db.sql(
                        """
                        update filing.upload
                        set state = :state, job_id = :job,
                            accepted_by = case when :state = 'ACCEPTING' then :by else accepted_by end,
                            undone_by = case when :state = 'UNDOING' then :by else undone_by end
                        where board_id = framework.board_id() and id = :id
                        """)
                .param("state", state.name())
                .param("job", job.value())
                .param("by", by.value())
                .param("id", id.value())
                .update();
    }

    void willBeUndone(UploadId id, String reason) {
        db.sql(
                        """
                        update filing.upload set undo_reason = :reason
                        where board_id = framework.board_id() and id = :id
                        """)
                .param("reason", reason)
                .param("id", id.value())
                .update();
    }

    void accepted(UploadId id, int accepted, int same, Instant at) {
        db.sql(
                        """
                        update filing.upload
                        set state = 'ACCEPTED', accepted_count = :accepted, same_count = :same, accepted_at = :at
                        where board_id = framework.board_id() and id = :id
                        """)
                .param("accepted", accepted)
                .param("same", same)
                .param("at", Timestamp.from(at))
                .param("id", id.value())
                .update();
    }

    void undone(UploadId id, Instant at) {
        db.sql(
                        """
                        update filing.upload set state = 'UNDONE', undone_at = :at
                        where board_id = framework.board_id() and id = :id
                        """)
                .param("at", Timestamp.from(at))
                .param("id", id.value())
                .update();
    }

    void notUndone(UploadId id) {
        db.sql(
                        """
                        update filing.upload set state = 'ACCEPTED', undone_by = null, undo_reason = null
                        where board_id = framework.board_id() and id = :id
                        """)
                .param("id", id.value())
                .update();
    }

    /// Counts the staged rows into the list, and makes it ready.
    void counted(UploadId id, UploadState state) {
        db.sql(
                        """
                        update filing.upload
                        set state = :state, row_count = c.total, good_count = c.good, asked_count = c.asked,
                            repeated_count = c.repeated, bad_count = c.bad, left_out_count = c.left_out
                        from (select count(*) as total,
                                     count(*) filter (where r.state <> 'BAD') as good,
                                     count(*) filter (where r.outlook = 'ASKED') as asked,
                                     count(*) filter (where r.outlook = 'REPEATED') as repeated,
                                     count(*) filter (where r.state = 'BAD') as bad,
                                     count(*) filter (where r.state = 'GOOD' and r.left_out) as left_out
                              from filing.upload_row r
                              where r.board_id = framework.board_id() and r.upload_id = :id) c
                        where board_id = framework.board_id() and id = :id
                        """)
                .param("state", state.name())
                .param("id", id.value())
                .update();
    }

    Optional<Map<Integer, String>> remembered(String kind, String senderKey, MappingKey key) {
        return db.sql(
                        """
                        select choices from filing.remembered_mapping
                        where board_id = framework.board_id() and kind = :kind and sender_key = :sender
                          and mapping_key = :key
                        """)
                .param("kind", kind)
                .param("sender", senderKey)
                .param("key", key.value())
                .query((rs, n) -> choices(rs.getString("choices")))
                .optional();
    }

    void remember(
            String kind,
            String senderKey,
            MappingKey key,
            Map<Integer, String> choices,
            EmployeeId by,
            Instant at) {
        db.sql(
                        """
                        insert into filing.remembered_mapping (board_id, area_id, kind, sender_key, mapping_key, choices,
                            chosen_at, chosen_by)
                        values (framework.board_id(), (framework.area_ids())[1], :kind, :sender, :key,
                            cast(:choices as jsonb), :at, :by)
                        on conflict (board_id, kind, sender_key, mapping_key)
                        do update set choices = excluded.choices, chosen_at = excluded.chosen_at,
                            chosen_by = excluded.chosen_by
                        """)
                .param("kind", kind)
                .param("sender", senderKey)
                .param("key", key.value())
                .param("choices", json(choices))
                .param("at", Timestamp.from(at))
                .param("by", by.value())
                .update();
    }

    private static Map<Integer, String> choices(@Nullable String json) {
        return json == null
                ? Map.of()
                : JSON.readValue(json, new TypeReference<HashMap<Integer, String>>() {});
    }

    private static Upload row(ResultSet rs, int n) throws SQLException {
        var refusal = rs.getString("refusal");
        var job = rs.getObject("job_id", UUID.class);
        return new Upload(
                new UploadId(rs.getObject("id", UUID.class)),
                rs.getObject("file_id", UUID.class),
                rs.getString("kind"),
                new ImportKind.Sender(rs.getString("sender_key"), rs.getString("sender_name")),
                rs.getString("file_name"),
                UploadState.valueOf(rs.getString("state")),
                refusal == null
                        ? null
                        : new Refusal(
                                Refusal.Reason.valueOf(refusal),
                                numbers(rs.getArray("refusal_arguments"))),
                understood(rs),
                texts(rs.getArray("header")),
                choices(rs.getString("mapping")),
                rs.getObject("read_on", LocalDate.class),
                new Upload.Counts(
                        rs.getInt("row_count"),
                        rs.getInt("good_count"),
                        rs.getInt("asked_count"),
                        rs.getInt("repeated_count"),
                        rs.getInt("bad_count"),
                        rs.getInt("left_out_count"),
                        rs.getInt("accepted_count"),
                        rs.getInt("same_count")),
                job == null ? null : new JobId(job),
                rs.getTimestamp("received_at").toInstant(),
                new EmployeeId(rs.getObject("received_by", UUID.class)),
                moment(rs, "accepted_at"),
                employee(rs, "accepted_by"),
                moment(rs, "undone_at"),
                employee(rs, "undone_by"),
                rs.getString("undo_reason"));
    }

    private static @Nullable Understood understood(ResultSet rs) throws SQLException {
        var encoding = rs.getString("encoding");
        var sheet = rs.getString("sheet_name");
        if (encoding != null) {
            return new Understood(
                    new Understood.Form.Csv(
                            Understood.Encoding.valueOf(encoding),
                            Understood.Delimiter.valueOf(rs.getString("delimiter"))),
                    rs.getInt("header_row"),
                    rs.getInt("row_count"));
        }
        if (sheet != null) {
            return new Understood(
                    new Understood.Form.Xlsx(
                            sheet, rs.getInt("hidden_rows"), texts(rs.getArray("other_sheets"))),
                    rs.getInt("header_row"),
                    rs.getInt("row_count"));
        }
        return null;
    }

    private static List<String> texts(@Nullable Array array) throws SQLException {
        return array == null ? List.of() : List.of((String[]) array.getArray());
    }

    private static List<Integer> numbers(@Nullable Array array) throws SQLException {
        return array == null ? List.of() : List.of((Integer[]) array.getArray());
    }

    private static @Nullable Instant moment(ResultSet rs, String column) throws SQLException {
        var value = rs.getTimestamp(column);
        return value == null ? null : value.toInstant();
    }

    private static @Nullable EmployeeId employee(ResultSet rs, String column) throws SQLException {
        var value = rs.getObject(column, UUID.class);
        return value == null ? null : new EmployeeId(value);
    }
}
