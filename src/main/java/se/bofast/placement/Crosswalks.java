package se.bofast.placement;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.bofast.placement.HousingForm.Condition;
import se.bofast.placement.HousingForm.Definition;

/// The board's crosswalks, as they are believed now.
@Component
class Crosswalks {

    private final JdbcClient db;

    Crosswalks(JdbcClient db) {
        this.db = db;
    }

    @Transactional(readOnly = true)
    public Map<FormId, List<Crosswalk>> all() {
        return db
                .sql(
                        """
                        select id, form_id, definition, category, condition, start_on, end_on
                        from placement.crosswalk
                        where board_id = framework.board_id() and superseded_at is null
                        order by form_id, definition, start_on
                        """)
                .query((rs, n) ->
                        new Crosswalk(
                                rs.getObject("id", UUID.class),
                                new FormId(rs.getObject("form_id", UUID.class)),
                                Definition.valueOf(rs.getString("definition")),
                                category(rs.getString("definition"), rs.getString("category")),
                                Condition.valueOf(rs.getString("condition")),
                                rs.getObject("start_on", LocalDate.class),
                                rs.getObject("end_on", LocalDate.class)))
                .list()
                .stream()
                .collect(Collectors.groupingBy(Crosswalk::form));
    }

    static Category category(String definition, String code) {
        return Category.of(Definition.valueOf(definition), code).orElseThrow();
    }
}
