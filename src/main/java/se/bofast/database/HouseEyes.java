package se.bofast.database;

import java.util.function.Supplier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Looks at everyone, also at people with a protected identity whom the actor may not see, for work
/// the house must not do half: matching a notice, joining it to a case, counting.
///
/// What such work returns must name no one the actor may not see. A test lists who may use it.
@Component
public class HouseEyes {

    private final JdbcClient db;

    HouseEyes(JdbcClient db) {
        this.db = db;
    }

    /// Does the work within the running transaction with nobody left out, then lowers the eyes.
    @Transactional(propagation = Propagation.MANDATORY)
    public <T> T open(Supplier<T> work) {
        var reach = Reach.current();
        if (reach.everyone()) {
            return work.get();
        }
        set("on");
        T done;
        try {
            done = reach.withEveryone().within(work::get);
        } catch (RuntimeException failure) {
            try {
                set("");
            } catch (RuntimeException broken) {
                // The transaction is lost already; the setting goes with it.
                failure.addSuppressed(broken);
            }
            throw failure;
        }
        set("");
        return done;
    }

    private void set(String everyone) {
        db.sql("select set_config('bofast.everyone', :everyone, true)")
                .param("everyone", everyone)
                .query(String.class)
                .single();
    }
}
