package se.bofast.audit;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Counts and erases what all rooms keep of somebody.
@Component
public class Erasing {

    private final List<Retained> rooms;
    private final JdbcClient db;

    Erasing(List<Retained> rooms, JdbcClient db) {
        this.rooms = rooms.stream().sorted(Comparator.comparing(Retained::storey)).toList();
        this.db = db;
    }

    /// How many rows of each table would go; tables without any are left out.
    @Transactional(readOnly = true)
    public Map<String, Long> count(ErasedIds ids) {
        var counts = new LinkedHashMap<String, Long>();
        for (var table : tables()) {
            var rows = with(ids, table.counting()).query(Long.class).single();
            if (rows > 0) {
                counts.merge(table.table(), rows, Long::sum);
            }
        }
        return counts;
    }

    /// Until the end of the caller's transaction nobody else writes about these.
    @Transactional(propagation = Propagation.MANDATORY)
    public void lock(ErasedIds ids) {
        rooms.forEach(room -> room.lock(ids));
    }

    /// Erases in the caller's transaction. The database refuses what two have not decided.
    ///
    /// @return how many rows of each table went
    @Transactional(propagation = Propagation.MANDATORY)
    public Map<String, Long> erase(ErasedIds ids) {
        rooms.forEach(room -> room.loosen(ids));
        var counts = new LinkedHashMap<String, Long>();
        for (var table : tables()) {
            var rows = with(ids, table.deleting()).update();
            if (rows > 0) {
                counts.merge(table.table(), (long) rows, Long::sum);
            }
        }
        var left = count(ids);
        if (!left.isEmpty()) {
            throw new IllegalStateException("not all of it went: " + left.keySet());
        }
        return counts;
    }

    /// Every table that is answered for, in the order of erasing.
    public List<Retained.Kept> tables() {
        return rooms.stream().flatMap(room -> room.tables().stream()).toList();
    }

    private JdbcClient.StatementSpec with(ErasedIds ids, String sql) {
        return db.sql(sql)
                .param("persons", ids.persons().toArray(UUID[]::new))
                .param("cases", ids.cases().toArray(UUID[]::new))
                .param("signals", ids.signals().toArray(UUID[]::new))
                .param("files", ids.files().toArray(UUID[]::new));
    }
}
