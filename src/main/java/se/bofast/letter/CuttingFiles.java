package se.bofast.letter;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import se.bofast.audit.ErasedIds;
import se.bofast.kernel.NewId;

/// Makes print files anew without the pages of who is erased: the others' letters belong to files
/// that are kept.
///
/// The pages are carried over into a new document. Taking them out of the old one would leave them
/// in its bytes: the tags and bookmarks still point at them.
@Component
class CuttingFiles {

    /// A letter in a file.
    ///
    /// @param goes true if it is among what is erased
    private record Place(UUID letter, int firstPage, boolean goes) {}

    private record Cut(byte[] bytes, int pages) {}

    private final JdbcClient db;
    private final java.time.Clock clock;

    CuttingFiles(JdbcClient db, java.time.Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    void cut(ErasedIds ids) {
        var shared =
                db.sql(
                                """
                                select l.file_id from letter.letter l
                                where l.board_id = framework.board_id() and l.file_id is not null
                                  and (l.person_id = any (:persons) or l.matter_id = any (:cases))
                                group by l.file_id
                                having exists (
                                    select 1 from letter.letter o
                                    where o.board_id = framework.board_id() and o.file_id = l.file_id
                                      and (o.person_id = any (:persons) or o.matter_id = any (:cases)) is not true)
                                """)
                        .param("persons", ids.persons().toArray(UUID[]::new))
                        .param("cases", ids.cases().toArray(UUID[]::new))
                        .query(UUID.class)
                        .list();
        shared.forEach(file -> anew(file, places(file, ids)));
    }

    private List<Place> places(UUID file, ErasedIds ids) {
        return db.sql(
                        """
                        select id, first_page,
                               (person_id = any (:persons) or matter_id = any (:cases)) is true as goes
                        from letter.letter
                        where board_id = framework.board_id() and file_id = :file
                        order by first_page
                        """)
                .param("persons", ids.persons().toArray(UUID[]::new))
                .param("cases", ids.cases().toArray(UUID[]::new))
                .param("file", file)
                .query((rs, n) ->
                        new Place(
                                rs.getObject("id", UUID.class),
                                rs.getInt("first_page"),
                                rs.getBoolean("goes")))
                .list();
    }

    private void anew(UUID file, List<Place> places) {
        var old =
                db.sql(
                                """
                                select content from letter.stored_file
                                where board_id = framework.board_id() and id = :file
                                """)
                        .param("file", file)
                        .query((rs, n) -> rs.getBytes("content"))
                        .single();
        var starts = new ArrayList<Integer>();
        var cut = cut(old, places, starts);
        var id = NewId.at(clock);
        db.sql(
                        """
                        insert into letter.stored_file (board_id, area_id, id, sha256, size, content_type, pages, content,
                            made_at, made_by)
                        select f.board_id, f.area_id, :id, :sha256, :size, f.content_type, :pages, :content, f.made_at, f.made_by
                        from letter.stored_file f
                        where f.board_id = framework.board_id() and f.id = :file
                        """)
                .param("id", id)
                .param("sha256", sha256(cut.bytes()))
                .param("size", cut.bytes().length)
                .param("pages", cut.pages())
                .param("content", cut.bytes())
                .param("file", file)
                .update();
        var stay = places.stream().filter(place -> !place.goes()).toList();
        for (var i = 0; i < stay.size(); i++) {
            db.sql(
                            """
                            update letter.letter set file_id = :id, first_page = :first
                            where board_id = framework.board_id() and id = :letter
                            """)
                    .param("id", id)
                    .param("first", starts.get(i))
                    .param("letter", stay.get(i).letter())
                    .update();
        }
        db.sql(
                        """
                        update letter.run_file set file_id = :id, letters = :letters
                        where board_id = framework.board_id() and file_id = :file
                        """)
                .param("id", id)
                .param("letters", stay.size())
                .param("file", file)
                .update();
        db.sql(
                        """
                        update letter.file_fetch set file_id = :id
                        where board_id = framework.board_id() and file_id = :file
                        """)
                .param("id", id)
                .param("file", file)
                .update();
    }

    /// @param starts filled with the first pages of the letters that stay
    static Cut cut(byte[] old, List<Place> places, List<Integer> starts) {
        try (var from = Loader.loadPDF(old);
                var to = new PDDocument()) {
            var firsts = Set.copyOf(places.stream().map(Place::firstPage).toList());
            var stays = false;
            for (var page = 1; page <= from.getNumberOfPages(); page++) {
                if (firsts.contains(page)) {
                    var first = page;
                    stays = places.stream().anyMatch(p -> p.firstPage() == first && !p.goes());
                    if (stays) {
                        starts.add(to.getNumberOfPages() + 1);
                    }
                }
                if (stays) {
                    to.importPage(from.getPage(page - 1));
                }
            }
            var bytes = new ByteArrayOutputStream();
            to.save(bytes);
            return new Cut(bytes.toByteArray(), to.getNumberOfPages());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
