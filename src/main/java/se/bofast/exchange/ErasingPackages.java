package se.bofast.exchange;

import java.util.List;
import org.springframework.stereotype.Component;
import se.bofast.audit.Retained;

/// What was taken out of a dossier goes with the person. The archive has its own.
@Component
class ErasingPackages implements Retained {

    @Override
    public Storey storey() {
        return Storey.LETTERS;
    }

    @Override
    public List<Kept> tables() {
        return List.of(
                Kept.of(
                        """
                        delete from exchange.package t
                        where t.board_id = framework.board_id() and t.person_id = any (:persons)
                        """));
    }
}
