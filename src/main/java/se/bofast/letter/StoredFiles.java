package se.bofast.letter;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import se.bofast.kernel.EmployeeId;
import se.bofast.kernel.NewId;
import se.bofast.kernel.NotFound;
import se.bofast.letter.StoredFile.StoredFileId;

/// The files the house has made. The caller has required the action and logs.
@Component
public class StoredFiles {

    private static final String PDF = "application/pdf";

    /// What is kept beside the PDFs.
    public enum OtherFile {
        ZIP("application/zip"),
        XML("application/xml"),
        JPEG("image/jpeg");

        private final String type;

        OtherFile(String type) {
            this.type = type;
        }
    }

    /// 32 MB: the largest print file (450 letters with translations) has about 10.
    static final int LARGEST = 32 * 1024 * 1024;

    private final JdbcClient db;
    private final Clock clock;

    StoredFiles(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /// Keeps a file for good.
    ///
    /// @throws IllegalArgumentException the file is larger than what is kept
    @Transactional(propagation = Propagation.MANDATORY)
    public StoredFileId keep(PdfFile file) {
        return keep(file.bytes(), file.sha256(), PDF, file.pages());
    }

    /// Keeps a file that is not a PDF for good.
    ///
    /// @throws IllegalArgumentException the file is larger than what is kept
    @Transactional(propagation = Propagation.MANDATORY)
    public StoredFileId keep(byte[] bytes, OtherFile kind) {
        return keep(bytes, sha256(bytes), kind.type, 0);
    }

    private StoredFileId keep(byte[] bytes, String sha256, String type, int pages) {
        if (bytes.length > LARGEST) {
            throw new IllegalArgumentException("a file of " + bytes.length + " bytes is not kept");
        }
        var id = new StoredFileId(NewId.at(clock));
        db.sql(
                        """
                        insert into letter.stored_file (board_id, area_id, id, sha256, size, content_type, pages, content,
                            made_at, made_by)
                        values (framework.board_id(), (framework.area_ids())[1], :id, :sha256, :size, :type, :pages,
                            :content, :now, framework.account_id())
                        """)
                .param("id", id.value())
                .param("sha256", sha256)
                .param("size", bytes.length)
                .param("type", type)
                .param("pages", pages)
                .param("content", bytes)
                .param("now", Timestamp.from(clock.instant()))
                .update();
        return id;
    }

    /// The bytes for a copy that stays in the house: nobody takes them out.
    @Transactional(readOnly = true)
    public byte[] copy(StoredFileId id) {
        return content(id);
    }

    private byte[] content(StoredFileId id) {
        return db.sql(
                        """
                        select content from letter.stored_file
                        where board_id = framework.board_id() and id = :id
                        """)
                .param("id", id.value())
                .query((rs, n) -> rs.getBytes("content"))
                .optional()
                .orElseThrow(NotFound::new);
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Transactional(readOnly = true)
    public Optional<StoredFile> find(StoredFileId id) {
        return db.sql(
                        """
                        select sha256, size, pages, made_at, made_by from letter.stored_file
                        where board_id = framework.board_id() and id = :id
                        """)
                .param("id", id.value())
                .query((rs, n) ->
                        new StoredFile(
                                id,
                                rs.getString("sha256"),
                                rs.getInt("size"),
                                rs.getInt("pages"),
                                rs.getTimestamp("made_at").toInstant(),
                                employee(rs.getObject("made_by", UUID.class)),
                                fetches(id)))
                .optional();
    }

    /// The bytes, and that they were taken out.
    ///
    /// @throws NotFound if there is no such file within reach
    @Transactional(propagation = Propagation.MANDATORY)
    public byte[] fetch(StoredFileId id) {
        var bytes = content(id);
        db.sql(
                        """
                        insert into letter.file_fetch (board_id, area_id, id, file_id, fetched_at, fetched_by)
                        values (framework.board_id(), (framework.area_ids())[1], :id, :file, :now, framework.account_id())
                        """)
                .param("id", NewId.at(clock))
                .param("file", id.value())
                .param("now", Timestamp.from(clock.instant()))
                .update();
        return bytes;
    }

    private List<StoredFile.Fetch> fetches(StoredFileId id) {
        return db.sql(
                        """
                        select fetched_at, fetched_by from letter.file_fetch
                        where board_id = framework.board_id() and file_id = :id
                        order by fetched_at, id
                        """)
                .param("id", id.value())
                .query((rs, n) ->
                        new StoredFile.Fetch(
                                rs.getTimestamp("fetched_at").toInstant(),
                                employee(rs.getObject("fetched_by", UUID.class))))
                .list();
    }

    static @Nullable EmployeeId employee(@Nullable UUID id) {
        return id == null ? null : new EmployeeId(id);
    }
}
