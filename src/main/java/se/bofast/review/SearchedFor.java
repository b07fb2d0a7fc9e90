package se.bofast.review;

import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.bofast.access.Access;
import se.bofast.access.Action;
import se.bofast.access.Actor;
import se.bofast.audit.Log;
import se.bofast.audit.LogEntry;
import se.bofast.audit.SearchTerms;
import se.bofast.kernel.PersonNumber;
import se.bofast.person.People;
import se.bofast.person.PersonSearch;

/// Who has searched for a personal number, whether or not somebody was found.
@Component
public class SearchedFor {

    private static final int MOST = 200;

    /// @param found true if the search found somebody
    public record Search(Instant at, String employee, String unit, boolean found) {}

    private final JdbcClient db;
    private final Access access;
    private final PersonSearch search;
    private final People people;
    private final Log log;

    SearchedFor(JdbcClient db, Access access, PersonSearch search, People people, Log log) {
        this.db = db;
        this.access = access;
        this.search = search;
        this.people = people;
        this.log = log;
    }

    /// The latest first. Itself on record, under the same hash as any search.
    @Transactional
    public List<Search> by(Actor actor, PersonNumber number) {
        access.require(actor, Action.REVIEW_LOG);
        var term = search.term(number);
        var found =
                db.sql(
                                """
                                select e.at, a.display_name, coalesce(u.name, '') as unit, cardinality(e.person_ids) > 0 as found
                                from audit.v_access e
                                join access.v_account a on a.account_id = e.account_id
                                left join access.v_unit u on u.board_id = e.board_id and u.unit_id = e.unit_id
                                where e.board_id = framework.board_id() and e.subject_id = :term
                                  and e.subject_kind = 'search-term' and e.action = 'SEARCH_PERSON'
                                order by e.entry_id desc
                                limit :most
                                """)
                        .param("term", term)
                        .param("most", MOST)
                        .query((rs, n) ->
                                new Search(
                                        rs.getTimestamp("at").toInstant(),
                                        rs.getString("display_name"),
                                        rs.getString("unit"),
                                        rs.getBoolean("found")))
                        .list();
        log.record(
                LogEntry.of(Action.REVIEW_LOG)
                        .because("SEARCHED")
                        .about(SearchTerms.KIND, term)
                        .touching(people.byNumber(number).map(List::of).orElse(List.of())));
        return found;
    }
}
