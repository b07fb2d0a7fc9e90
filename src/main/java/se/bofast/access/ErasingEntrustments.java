package se.bofast.access;

import java.util.List;
import org.springframework.stereotype.Component;
import se.bofast.audit.Retained;

/// Who was entrusted with a person whose identity is protected: the reason is told in words, and
/// goes with the file. The log still says who was entrusted and when.
@Component
class ErasingEntrustments implements Retained {

    @Override
    public Storey storey() {
        return Storey.GROUND;
    }

    @Override
    public List<Kept> tables() {
        return List.of(
                Kept.of(
                        """
                        delete from access.entrustment t
                        where t.board_id = framework.board_id() and t.person_id = any (:persons)
                        """));
    }
}
