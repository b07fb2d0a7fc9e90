package se.bofast.placement;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.bofast.kernel.NotFound;
import se.bofast.placement.HousingForm.Step;

/// The board's catalogue of housing forms. Says nothing of a person; everybody at work may read it.
@Component
public class HousingForms {

    private final JdbcClient db;

    HousingForms(JdbcClient db) {
        this.db = db;
    }

    /// Every form, as it was last called, in the order of the chain.
    @Transactional(readOnly = true)
    public List<HousingForm> all() {
        return db.sql(
                        """
                        select form_id, code, shipped, name_sv, name_en, step, home, keeps_home, position, start_on, end_on
                        from placement.v_housing_form
                        where board_id = framework.board_id()
                        order by position, name_sv, form_id
                        """)
                .query(HousingForms::row)
                .list();
    }

    /// Those a stay may begin with on the day.
    @Transactional(readOnly = true)
    public List<HousingForm> usedOn(LocalDate day) {
        return all().stream().filter(form -> form.isUsedOn(day)).toList();
    }

    @Transactional(readOnly = true)
    public Optional<HousingForm> find(FormId id) {
        return db.sql(
                        """
                        select form_id, code, shipped, name_sv, name_en, step, home, keeps_home, position, start_on, end_on
                        from placement.v_housing_form
                        where board_id = framework.board_id() and form_id = :form
                        """)
                .param("form", id.value())
                .query(HousingForms::row)
                .optional();
    }

    /// The form with the code, such as `TRIAL` or {@link HousingForm#UNKNOWN}.
    ///
    /// @throws NotFound if the board has none
    @Transactional(readOnly = true)
    public HousingForm coded(String code) {
        return db.sql(
                        """
                        select form_id, code, shipped, name_sv, name_en, step, home, keeps_home, position, start_on, end_on
                        from placement.v_housing_form
                        where board_id = framework.board_id() and code = :code
                        """)
                .param("code", code)
                .query(HousingForms::row)
                .optional()
                .orElseThrow(NotFound::new);
    }

    private static HousingForm row(ResultSet rs, int n) throws SQLException {
        return new HousingForm(
                new FormId(rs.getObject("form_id", UUID.class)),
                rs.getString("code"),
                rs.getBoolean("shipped"),
                rs.getString("name_sv"),
                rs.getString("name_en"),
                Step.valueOf(rs.getString("step")),
                rs.getBoolean("home"),
                rs.getBoolean("keeps_home"),
                rs.getInt("position"),
                rs.getObject("start_on", LocalDate.class),
                rs.getObject("end_on", LocalDate.class));
    }
}
