package se.bofast.placement;

import java.util.List;
import org.springframework.stereotype.Component;
import se.bofast.audit.Retained;

/// Stays, and the help that was offered.
@Component
class ErasingStays implements Retained {

    @Override
    public Storey storey() {
        return Storey.STAYS;
    }

    @Override
    public List<Kept> tables() {
        return List.of(
                Kept.of(
                        """
                        delete from placement.help_offer t
                        where t.board_id = framework.board_id() and t.person_id = any (:persons)
                        """),
                Kept.of(
                        """
                        delete from placement.stay_fact t
                        where t.board_id = framework.board_id() and t.person_id = any (:persons)
                        """),
                Kept.of(
                        """
                        delete from placement.stay t
                        where t.board_id = framework.board_id() and t.person_id = any (:persons)
                        """));
    }
}
