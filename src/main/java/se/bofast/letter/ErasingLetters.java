package se.bofast.letter;

import java.util.List;
import org.springframework.stereotype.Component;
import se.bofast.audit.ErasedIds;
import se.bofast.audit.Retained;

/// Letters, and the files they stand in. Letters are PDFs; other rooms keep files of other kinds.
@Component
class ErasingLetters implements Retained {

    private final CuttingFiles files;

    ErasingLetters(CuttingFiles files) {
        this.files = files;
    }

    @Override
    public void loosen(ErasedIds ids) {
        files.cut(ids);
    }

    @Override
    public Storey storey() {
        return Storey.LETTERS;
    }

    @Override
    public List<Kept> tables() {
        return List.of(
                Kept.of(
                        """
                        delete from letter.letter_event t
                        where t.board_id = framework.board_id() and t.letter_id in (
                            select t.id from letter.letter t
                            where t.board_id = framework.board_id() and (t.person_id = any (:persons) or t.matter_id = any (:cases)))
                        """),
                Kept.of(
                        """
                        delete from letter.letter t
                        where t.board_id = framework.board_id() and (t.person_id = any (:persons) or t.matter_id = any (:cases))
                        """),
                Kept.of(
                        """
                        delete from letter.run_file t
                        where t.board_id = framework.board_id() and not exists (
                            select 1 from letter.letter l
                            where l.board_id = framework.board_id() and l.file_id = t.file_id)
                        """),
                Kept.of(
                        """
                        delete from letter.file_fetch t
                        where t.board_id = framework.board_id() and not exists (
                            select 1 from letter.letter l
                            where l.board_id = framework.board_id() and l.file_id = t.file_id)
                        """),
                Kept.of(
                        """
                        delete from letter.stored_file t
                        where t.board_id = framework.board_id() and not exists (
                            select 1 from letter.letter l
                            where l.board_id = framework.board_id() and l.file_id = t.id)
                          and t.content_type = 'application/pdf'
                        """));
    }
}
