package se.bofast.prevention;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Case numbers, from one row per board and year. Gaps are allowed, collisions are not.
@Component
class CaseNumbers {

    /// Between the first numbers of two areas: more cases than an area opens in a year.
    private static final int APART = 100_000;

    private final JdbcClient db;

    CaseNumbers(JdbcClient db) {
        this.db = db;
    }

    /// The first of a block taken in a transaction of its own, so that a long import does not keep
    /// everyone else waiting for a number.
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    int block(int year, int size) {
        return take(year, size);
    }

    /// One number within the caller's transaction.
    @Transactional(propagation = Propagation.MANDATORY)
    int one(int year) {
        return take(year, 1);
    }

    private int take(int year, int size) {
        var last =
                db.sql(
                                """
                                insert into prevention.case_counter (board_id, area_id, year, last)
                                select framework.board_id(), (framework.area_ids())[1], :year,
                                       cast(:size + count(a.area_id) * :apart as int)
                                from access.v_area own
                                left join access.v_area a on a.board_id = own.board_id and a.kind <> 'DEFAULT'
                                    and own.kind <> 'DEFAULT' and a.area_id <= own.area_id
                                where own.board_id = framework.board_id() and own.area_id = (framework.area_ids())[1]
                                on conflict (board_id, area_id, year)
                                do update set last = prevention.case_counter.last + :size
                                returning last
                                """)
                        .param("year", year)
                        .param("size", size)
                        .param("apart", APART)
                        .query(Integer.class)
                        .single();
        return last - size + 1;
    }

    static String written(int year, int number) {
        return "%d-%04d".formatted(year, number);
    }
}
