package se.bofast.audit;

import java.util.List;
import org.springframework.stereotype.Component;

/// What the orders to erase themselves say of people: the last to go, since all else is erased by
/// what stands here.
@Component
class ErasingOrders implements Retained {

    @Override
    public Storey storey() {
        return Storey.GROUND;
    }

    @Override
    public List<Kept> tables() {
        return List.of(
                Kept.of(
                        """
                        delete from audit.retention_hold t
                        where t.board_id = framework.board_id() and t.person_id = any (:persons)
                        """),
                Kept.of(
                        """
                        delete from audit.erasure_exclusion t
                        where t.board_id = framework.board_id()
                          and t.root_id = any (cast(:persons as uuid[]) || cast(:cases as uuid[]) || cast(:signals as uuid[])
                              || cast(:files as uuid[]))
                        """),
                Kept.of(
                        """
                        delete from audit.erasure_dropped t
                        where t.board_id = framework.board_id()
                          and t.root_id = any (cast(:persons as uuid[]) || cast(:cases as uuid[]) || cast(:signals as uuid[])
                              || cast(:files as uuid[]))
                        """),
                Kept.daily(
                        """
                        delete from audit.erasure_member t
                        where t.board_id = framework.board_id()
                          and t.id = any (cast(:persons as uuid[]) || cast(:cases as uuid[]) || cast(:signals as uuid[])
                              || cast(:files as uuid[]))
                        """));
    }
}
