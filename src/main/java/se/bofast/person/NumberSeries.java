package se.bofast.person;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import se.bofast.kernel.ReserveNumber;

/// The numbers a board gives itself: one series for reserve numbers and one for the labels of
/// people without a name. They never begin anew, so that no number is given twice, also after the
/// first to have it has been erased. An area with a secrecy of its own has its own two.
@Component
class NumberSeries {

    private final JdbcClient db;

    NumberSeries(JdbcClient db) {
        this.db = db;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public ReserveNumber nextReserve(int year) {
        return new ReserveNumber(year, next("RESERVE_NUMBER"));
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public int nextLabel() {
        return next("WORKING_LABEL");
    }

    private int next(String series) {
        return db.sql(
                        """
                        insert into person.number_counter (board_id, area_id, series, last)
                        values (framework.board_id(), (framework.area_ids())[1], :series, 1)
                        on conflict (board_id, area_id, series) do update set last = person.number_counter.last + 1
                        returning last
                        """)
                .param("series", series)
                .query(Integer.class)
                .single();
    }
}
