package se.bofast.filing;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import se.bofast.kernel.PersonId;
import se.bofast.page.PageKey;
import se.bofast.page.Slice;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// The rows of received lists: a statement a batch, never one a row.
@Repository
class StagedRows {

    private static final JsonMapper JSON = JsonMapper.shared();

    /// Rows of a page.
    static final int PAGE = 50;

    private static final String SELECT =
            """
            select row_number, cells, state, outlook, left_out, errors, result_id from filing.upload_row
            where board_id = framework.board_id() and upload_id = :upload %s
            """;

    private final JdbcClient db;

    StagedRows(JdbcClient db) {
        this.db = db;
    }

    /// A row as it is staged.
    record Staged(
            Row row,
            String hash,
            @Nullable Outlook outlook,
            List<RowError> errors,
            Collection<PersonId> about) {}

    /// The number of the last row staged so far; 0 if none.
    int last(UploadId upload) {
        return db.sql(
                        """
                        select coalesce(max(row_number), 0) from filing.upload_row
                        where board_id = framework.board_id() and upload_id = :upload
                        """)
                .param("upload", upload.value())
                .query(Integer.class)
                .single();
    }

    void stage(UploadId upload, List<Staged> rows) {
        var size = rows.size();
        var numbers = new Integer[size];
        var cells = new String[size];
        var hashes = new String[size];
        var outlooks = new @Nullable String[size];
        var errors = new @Nullable String[size];
        for (var i = 0; i < size; i++) {
            var row = rows.get(i);
            numbers[i] = row.row().number();
            cells[i] = JSON.writeValueAsString(row.row().cells());
            hashes[i] = row.hash();
            outlooks[i] = row.outlook() == null ? null : row.outlook().name();
            errors[i] = row.errors().isEmpty() ? null : JSON.writeValueAsString(row.errors());
        }
        db.sql(
                        """
                        insert into filing.upload_row (board_id, area_id, upload_id, row_number, cells, row_hash, state,
                            outlook, left_out, errors)
                        select framework.board_id(), (framework.area_ids())[1], :upload, g.row_number, cast(g.cells as jsonb),
                            g.row_hash, case when g.errors is null then 'GOOD' else 'BAD' end, g.outlook, false,
                            cast(g.errors as jsonb)
                        from unnest(cast(:numbers as int[]), cast(:cells as text[]), cast(:hashes as text[]),
                                cast(:outlooks as text[]), cast(:errors as text[]))
                            as g (row_number, cells, row_hash, outlook, errors)
                        on conflict (board_id, upload_id, row_number) do nothing
                        """)
                .param("upload", upload.value())
                .param("numbers", numbers)
                .param("cells", cells)
                .param("hashes", hashes)
                .param("outlooks", outlooks)
                .param("errors", errors)
                .update();
        stageAbout(upload, rows);
    }

    /// Whom the rows are about or may be.
    private void stageAbout(UploadId upload, List<Staged> rows) {
        writeAbout(
                upload,
                rows.stream()
                        .flatMap(row ->
                                row.about().stream()
                                        .distinct()
                                        .map(person -> Map.entry(row.row().number(), person)))
                        .toList());
    }

    private void writeAbout(UploadId upload, List<Map.Entry<Integer, PersonId>> about) {
        if (about.isEmpty()) {
            return;
        }
        db.sql(
                        """
                        insert into filing.row_person (board_id, area_id, upload_id, row_number, person_id)
                        select framework.board_id(), (framework.area_ids())[1], :upload, g.row_number, g.person_id
                        from unnest(cast(:numbers as int[]), cast(:people as uuid[])) as g (row_number, person_id)
                        on conflict do nothing
                        """)
                .param("upload", upload.value())
                .param("numbers", about.stream().map(Map.Entry::getKey).toArray(Integer[]::new))
                .param(
                        "people",
                        about.stream().map(entry -> entry.getValue().value()).toArray(UUID[]::new))
                .update();
    }

    /// How many rows of the list there are to see.
    int count(UploadId upload) {
        return db.sql(
                        """
                        select count(*) from filing.upload_row
                        where board_id = framework.board_id() and upload_id = :upload
                        """)
                .param("upload", upload.value())
                .query(Integer.class)
                .single();
    }

    /// The same row twice in one list: the later one comes to nothing new. The later ones are found
    /// once, as an array: joined, they were looked for anew for every row of the list.
    void markRepeated(UploadId upload) {
        db.sql(
                        """
                        update filing.upload_row set outlook = 'REPEATED'
                        where board_id = framework.board_id() and upload_id = :upload and state = 'GOOD'
                          and row_number = any(array(
                              select g.row_number
                              from (select r.row_number,
                                           row_number() over (partition by r.row_hash order by r.row_number) as nth
                                    from filing.upload_row r
                                    where r.board_id = framework.board_id() and r.upload_id = :upload
                                      and r.state = 'GOOD') g
                              where g.nth > 1))
                        """)
                .param("upload", upload.value())
                .update();
    }

    void clear(UploadId upload) {
        db.sql(
                        """
                        delete from filing.row_person
                        where board_id = framework.board_id() and upload_id = :upload
                        """)
                .param("upload", upload.value())
                .update();
        db.sql(
                        """
                        delete from filing.upload_row
                        where board_id = framework.board_id() and upload_id = :upload
                        """)
                .param("upload", upload.value())
                .update();
    }

    /// Good rows that are to be read in, after the number.
    List<Row> chosen(UploadId upload, int after, int atMost) {
        return db.sql(
                        SELECT.formatted(
                                """
                                and state = 'GOOD' and not left_out and row_number > :after
                                order by row_number limit :most
                                """))
                .param("upload", upload.value())
                .param("after", after)
                .param("most", atMost)
                .query((rs, n) -> plain(rs))
                .list();
    }

    /// Says what became of the rows.
    void became(UploadId upload, List<Integer> numbers, List<ImportKind.Outcome> outcomes) {
        db.sql(
                        """
                        update filing.upload_row
                        set state = case when g.same then 'SAME' else 'ACCEPTED' end, result_id = g.result
                        from unnest(cast(:numbers as int[]), cast(:results as uuid[]), cast(:same as boolean[]))
                            as g (row_number, result, same)
                        where upload_row.board_id = framework.board_id() and upload_row.upload_id = :upload
                          and upload_row.row_number = g.row_number
                        """)
                .param("upload", upload.value())
                .param("numbers", numbers.toArray(Integer[]::new))
                .param(
                        "results",
                        outcomes.stream().map(ImportKind.Outcome::result).toArray(UUID[]::new))
                .param(
                        "same",
                        outcomes.stream().map(ImportKind.Outcome::same).toArray(Boolean[]::new))
                .update();
        var about = new ArrayList<Map.Entry<Integer, PersonId>>();
        for (var i = 0; i < outcomes.size(); i++) {
            var person = outcomes.get(i).about();
            if (person != null) {
                about.add(Map.entry(numbers.get(i), person));
            }
        }
        writeAbout(upload, about);
    }

    /// Rows that no longer read as good, since the house has become wiser meanwhile.
    void worsened(UploadId upload, int number, List<RowError> errors) {
        db.sql(
                        """
                        update filing.upload_row set state = 'BAD', outlook = null, errors = cast(:errors as jsonb)
                        where board_id = framework.board_id() and upload_id = :upload and row_number = :number
                        """)
                .param("errors", JSON.writeValueAsString(errors))
                .param("upload", upload.value())
                .param("number", number)
                .update();
    }

    /// A row that made something new, and what.
    record Made(int number, UUID result) {}

    List<Made> made(UploadId upload, int after, int atMost) {
        return db.sql(
                        """
                        select row_number, result_id from filing.upload_row
                        where board_id = framework.board_id() and upload_id = :upload and state = 'ACCEPTED'
                          and row_number > :after
                        order by row_number limit :most
                        """)
                .param("upload", upload.value())
                .param("after", after)
                .param("most", atMost)
                .query((rs, n) -> new Made(rs.getInt(1), rs.getObject(2, UUID.class)))
                .list();
    }

    void undone(UploadId upload) {
        db.sql(
                        """
                        update filing.upload_row set state = 'UNDONE'
                        where board_id = framework.board_id() and upload_id = :upload and state = 'ACCEPTED'
                        """)
                .param("upload", upload.value())
                .update();
    }

    /// Of the good rows shown, only the taken ones are to be read in.
    void choose(UploadId upload, Collection<Integer> shown, Collection<Integer> taken) {
        db.sql(
                        """
                        update filing.upload_row set left_out = not (row_number = any(:taken))
                        where board_id = framework.board_id() and upload_id = :upload and state = 'GOOD'
                          and row_number = any(:shown)
                        """)
                .param("upload", upload.value())
                .param("shown", shown.toArray(Integer[]::new))
                .param("taken", taken.toArray(Integer[]::new))
                .update();
    }

    /// Which rows a page shows.
    enum Which {
        BAD("and state = 'BAD'"),
        ASKED("and outlook = 'ASKED'"),
        GOOD("and state <> 'BAD'");

        private final String condition;

        Which(String condition) {
            this.condition = condition;
        }
    }

    Slice<UploadRow> page(UploadId upload, Which which, Optional<PageKey> from) {
        var key = from.flatMap(StagedRows::number);
        var backward = key.isPresent() && from.map(PageKey::backward).orElse(false);
        var rows =
                db.sql(
                                SELECT.formatted(
                                        which.condition
                                                + (backward
                                                        ? " and row_number < :key order by row_number desc"
                                                        : " and row_number > :key order by row_number")
                                                + " limit :most"))
                        .param("upload", upload.value())
                        .param("key", key.orElse(0))
                        .param("most", PAGE + 1)
                        .query(StagedRows::row)
                        .list();
        return Slice.of(
                rows, PAGE, key.flatMap(k -> from), row -> List.of(String.valueOf(row.number())));
    }

    private static Optional<Integer> number(PageKey key) {
        return key.values().stream()
                .findFirst()
                .filter(text -> text.matches("\\d{1,9}"))
                .map(Integer::valueOf);
    }

    /// Every bad row, in order.
    List<UploadRow> bad(UploadId upload) {
        return db.sql(SELECT.formatted("and state = 'BAD' order by row_number"))
                .param("upload", upload.value())
                .query(StagedRows::row)
                .list();
    }

    private static Row plain(ResultSet rs) throws SQLException {
        return new Row(
                rs.getInt("row_number"),
                Arrays.asList(JSON.readValue(rs.getString("cells"), String[].class)));
    }

    private static UploadRow row(ResultSet rs, int n) throws SQLException {
        var outlook = rs.getString("outlook");
        var errors = rs.getString("errors");
        return new UploadRow(
                plain(rs),
                RowState.valueOf(rs.getString("state")),
                outlook == null ? null : Outlook.valueOf(outlook),
                rs.getBoolean("left_out"),
                errors == null
                        ? List.of()
                        : JSON.readValue(errors, new TypeReference<ArrayList<RowError>>() {}),
                rs.getObject("result_id", UUID.class));
    }
}
