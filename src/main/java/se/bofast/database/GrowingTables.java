package se.bofast.database;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// For a transaction that fills tables with thousands of rows.
///
/// PostgreSQL counts tables by itself, but only what is committed: to the planner a table that the
/// running transaction fills is as empty as when it began, and it would read the whole board for
/// every row of a batch (docs/decisions/0037).
@Component
public class GrowingTables {

    private final JdbcClient db;

    GrowingTables(JdbcClient db) {
        this.db = db;
    }

    /// Counts the tables that the transaction has filled so far. Costs some tenths of a second a
    /// large table: best after the first hundred rows, and again each time there are ten times as
    /// many.
    @Transactional(propagation = Propagation.MANDATORY)
    public void count() {
        db.sql("call framework.count_what_has_grown()").update();
    }
}
