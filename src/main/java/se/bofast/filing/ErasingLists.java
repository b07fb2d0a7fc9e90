package se.bofast.filing;

import java.util.List;
import org.springframework.stereotype.Component;
import se.bofast.audit.Retained;

/// Received lists with their rows. A list goes whole, with the first of its people who goes.
@Component
class ErasingLists implements Retained {

    @Override
    public Storey storey() {
        return Storey.LISTS;
    }

    @Override
    public List<Kept> tables() {
        return List.of(
                Kept.daily(
                        """
                        delete from filing.upload_row t
                        where t.board_id = framework.board_id() and t.upload_id in (
                            select u.id from filing.upload u
                            where u.board_id = framework.board_id() and u.file_id = any (:files))
                        """),
                Kept.daily(
                        """
                        delete from filing.row_person t
                        where t.board_id = framework.board_id() and (t.person_id = any (:persons) or t.upload_id in (
                            select u.id from filing.upload u
                            where u.board_id = framework.board_id() and u.file_id = any (:files)))
                        """),
                Kept.of(
                        """
                        delete from filing.upload t
                        where t.board_id = framework.board_id() and t.file_id = any (:files)
                        """),
                Kept.of(
                        """
                        delete from filing.upload_file t
                        where t.board_id = framework.board_id() and t.id = any (:files)
                        """));
    }
}
