package se.bofast.tenancy;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.bofast.access.Access;
import se.bofast.access.Action;
import se.bofast.access.Actor;
import se.bofast.audit.Log;
import se.bofast.audit.LogEntry;
import se.bofast.kernel.NewId;
import se.bofast.kernel.NotFound;
import se.bofast.kernel.PersonId;
import se.bofast.person.People;
import se.bofast.person.PersonName;

/// A person's own search for a home, kept apart from what the board decides. Asks {@link
/// Action#RECORD_HOME_SEARCH} and logs.
@Component
public class HomeSearches {

    private final JdbcClient db;
    private final People people;
    private final Access access;
    private final Log log;
    private final Clock clock;

    HomeSearches(JdbcClient db, People people, Access access, Log log, Clock clock) {
        this.db = db;
        this.people = people;
        this.access = access;
        this.log = log;
        this.clock = clock;
    }

    /// All of a person's, the open ones first. Logged.
    ///
    /// @throws NotFound if the person is not within reach
    @Transactional
    public List<HomeSearch> of(Actor actor, PersonId person) {
        require(actor, person);
        record(person, "HOME_SEARCH_SEEN");
        return read(person);
    }

    /// What the person is called.
    ///
    /// @throws NotFound if the person is not within reach
    @Transactional(readOnly = true)
    public PersonName name(Actor actor, PersonId person) {
        require(actor, person);
        var name = people.names(List.of(person)).get(person);
        if (name == null) {
            throw new NotFound();
        }
        return name;
    }

    /// The person stands in a queue, or has applied.
    @Transactional
    public SearchId begin(
            Actor actor,
            PersonId person,
            HomeSearch.SearchKind kind,
            String place,
            LocalDate since,
            @Nullable LocalDate renewBy,
            @Nullable String note) {
        require(actor, person);
        var id = new SearchId(NewId.at(clock));
        db.sql(
                        """
                        insert into tenancy.home_search (board_id, area_id, id, person_id, kind, place, since_on, note,
                            recorded_at, recorded_by)
                        values (framework.board_id(), (framework.area_ids())[1], :id, :person, :kind, :place, :since, :note,
                            :now, framework.account_id())
                        """)
                .param("id", id.value())
                .param("person", person.value())
                .param("kind", kind.name())
                .param("place", place)
                .param("since", since)
                .param("note", note)
                .param("now", now())
                .update();
        write(id, person, new HomeSearch.Step(HomeSearch.StepKind.BEGUN, since, renewBy, null));
        record(person, "HOME_SEARCH_BEGUN");
        return id;
    }

    /// Something happened in the search.
    ///
    /// @throws NotFound if there is no such search within reach
    @Transactional
    public PersonId step(Actor actor, SearchId id, HomeSearch.Step step) {
        var person = personOf(actor, id);
        write(id, person, step);
        record(person, "HOME_SEARCH_STEP");
        return person;
    }

    /// Whose search it is.
    ///
    /// @throws NotFound if there is no such search within reach
    @Transactional(readOnly = true)
    public PersonId personOf(Actor actor, SearchId id) {
        access.require(actor, Action.RECORD_HOME_SEARCH);
        var person =
                db.sql(
                                """
                                select person_id from tenancy.home_search
                                where board_id = framework.board_id() and id = :id
                                """)
                        .param("id", id.value())
                        .query((rs, n) -> new PersonId(rs.getObject("person_id", UUID.class)))
                        .optional()
                        .orElseThrow(NotFound::new);
        require(actor, person);
        return person;
    }

    private List<HomeSearch> read(PersonId person) {
        var steps = new HashMap<SearchId, List<HomeSearch.Step>>();
        db.sql(
                        """
                        select search_id, kind, happened_on, renew_by_on, note from tenancy.home_search_step
                        where board_id = framework.board_id() and person_id = :person
                        order by happened_on, id
                        """)
                .param("person", person.value())
                .query(rs -> {
                    steps.computeIfAbsent(
                                    new SearchId(rs.getObject("search_id", UUID.class)),
                                    id -> new ArrayList<>())
                            .add(
                                    new HomeSearch.Step(
                                            HomeSearch.StepKind.valueOf(rs.getString("kind")),
                                            rs.getObject("happened_on", LocalDate.class),
                                            rs.getObject("renew_by_on", LocalDate.class),
                                            rs.getString("note")));
                });
        return db
                .sql(
                        """
                        select id, kind, place, since_on, note from tenancy.home_search
                        where board_id = framework.board_id() and person_id = :person
                        order by since_on desc, id
                        """)
                .param("person", person.value())
                .query((rs, n) -> {
                    var id = new SearchId(rs.getObject("id", UUID.class));
                    return new HomeSearch(
                            id,
                            person,
                            HomeSearch.SearchKind.valueOf(rs.getString("kind")),
                            rs.getString("place"),
                            rs.getObject("since_on", LocalDate.class),
                            rs.getString("note"),
                            steps.getOrDefault(id, List.of()));
                })
                .list()
                .stream()
                .sorted(Comparator.comparing(HomeSearch::isOpen).reversed())
                .toList();
    }

    private void write(SearchId id, PersonId person, HomeSearch.Step step) {
        db.sql(
                        """
                        insert into tenancy.home_search_step (board_id, area_id, id, search_id, person_id, kind, happened_on,
                            renew_by_on, note, recorded_at, recorded_by)
                        values (framework.board_id(), (framework.area_ids())[1], :id, :search, :person, :kind, :on,
                            :renewBy, :note, :now, framework.account_id())
                        """)
                .param("id", NewId.at(clock))
                .param("search", id.value())
                .param("person", person.value())
                .param("kind", step.kind().name())
                .param("on", step.on())
                .param("renewBy", step.renewByOn())
                .param("note", step.note())
                .param("now", now())
                .update();
    }

    private void require(Actor actor, PersonId person) {
        access.require(actor, Action.RECORD_HOME_SEARCH, CarriedPerson.of(person));
    }

    private void record(PersonId person, String what) {
        log.record(
                LogEntry.of(Action.RECORD_HOME_SEARCH)
                        .about(CarriedPerson.KIND, person.value())
                        .touching(person)
                        .because(what));
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }
}
