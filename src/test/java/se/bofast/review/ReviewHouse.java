package se.bofast.review;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.transaction.support.TransactionTemplate;
import se.bofast.TestHouse.Boards;
import se.bofast.TestHouse.TestBoard;
import se.bofast.access.Action;
import se.bofast.access.Actor;
import se.bofast.access.FoundingBoard.UnitKind;
import se.bofast.access.Role;
import se.bofast.audit.Log;
import se.bofast.audit.LogEntry;
import se.bofast.database.DatabaseAddress;
import se.bofast.kernel.EmployeeId;
import se.bofast.kernel.HouseClock;
import se.bofast.kernel.PersonId;
import se.bofast.person.NewAddress;
import se.bofast.person.NewPerson;
import se.bofast.person.People;
import se.bofast.person.Protecting;
import se.bofast.person.Protection;
import se.bofast.person.ProtectionMark;
import se.bofast.person.TestNumbers;
import se.bofast.person.WatchingHidden;
import se.bofast.support.Assignments;

/// What tests of the review are made of: people known since spring, employees, and who looked at
/// whom at which hour of October.
@TestComponent
public class ReviewHouse {

    static final YearMonth OCTOBER = YearMonth.of(2026, 10);
    static final LocalDate SPRING = LocalDate.of(2026, 4, 1);
    static final LocalDate AFTER = LocalDate.of(2026, 11, 2);

    /// A Wednesday in the middle of the day.
    static final LocalDateTime NOON = LocalDateTime.of(2026, 10, 14, 12, 0);

    /// Nothing is drawn by lot.
    static final ReviewTerms NO_SAMPLE = terms(0, 0, Set.of());

    private final Boards boards;
    private final People people;
    private final Protecting protecting;
    private final WatchingHidden watching;
    private final Assignments assignments;
    private final Log log;
    private final TransactionTemplate transaction;
    private final SettingReview setting;
    private final OpeningRounds opening;
    private final DatabaseAddress address;

    public ReviewHouse(
            Boards boards,
            People people,
            Protecting protecting,
            WatchingHidden watching,
            Assignments assignments,
            Log log,
            TransactionTemplate transaction,
            SettingReview setting,
            OpeningRounds opening,
            DatabaseAddress address) {
        this.address = address;
        this.boards = boards;
        this.people = people;
        this.protecting = protecting;
        this.watching = watching;
        this.assignments = assignments;
        this.log = log;
        this.transaction = transaction;
        this.setting = setting;
        this.opening = opening;
    }

    static ReviewTerms terms(int percent, int least, Set<ReviewRule> off) {
        var usual = ReviewTerms.USUAL;
        return new ReviewTerms(
                usual.opens(), usual.closes(), percent, least, 5, 3, usual.closedDays(), 30, off);
    }

    At at() {
        return new At();
    }

    final class At {
        final TestBoard board = boards.make();
        final Actor coordinator = board.coordinator();
        final Actor head = board.unitHead();
        final Actor reviewer = board.employee(Role.LOG_REVIEWER, UnitKind.STAFF);

        Actor worker(String name, Role role, UnitKind unit) {
            var id =
                    board.founded()
                            .reach()
                            .within(() ->
                                    boards.accounts()
                                            .add(
                                                    "r"
                                                            + UUID.randomUUID()
                                                                    .toString()
                                                                    .substring(0, 12),
                                                    name,
                                                    java.util.Locale.of("sv"),
                                                    "vinter-sommar-vinter",
                                                    false));
            boards.founding()
                    .appoint(
                            board.founded(),
                            id,
                            role,
                            board.unit(unit),
                            LocalDate.of(2015, 1, 1),
                            null);
            return board.actor(id);
        }

        PersonId person(NewPerson person) {
            return board.as(coordinator, SPRING, () -> people.register(coordinator, person));
        }

        PersonId person(String given, String family) {
            return person(NewPerson.of(given, family, TestNumbers.next()));
        }

        PersonId living(String family, String street) {
            return person(
                    NewPerson.of("Bo", family, TestNumbers.next())
                            .livingAt(new NewAddress(null, street, null, "11331", "Teststad")));
        }

        void assigned(PersonId person, UnitKind unit, @Nullable EmployeeId employee) {
            board.as(
                    head,
                    SPRING,
                    () ->
                            assignments.start(
                                    head, person, board.unit(unit), employee, null, SPRING));
        }

        /// The person gets a protected identity, and the worker is entrusted with them.
        Actor entrusted(Actor worker, PersonId person) {
            board.as(
                    coordinator,
                    SPRING,
                    () -> {
                        protecting.mark(
                                coordinator,
                                person,
                                new Protecting.NewMark(
                                        null,
                                        Protection.HIDDEN_REGISTRATION,
                                        ProtectionMark.Source.POPULATION_REGISTER,
                                        "Besked i Navet",
                                        null,
                                        SPRING.plusYears(1)));
                        return person;
                    });
            board.as(
                    head,
                    SPRING,
                    () -> {
                        watching.entrust(
                                head, person, worker.id(), SPRING.plusMonths(11), "Ansvarig");
                        return person;
                    });
            return board.actor(worker.id());
        }

        /// Somebody the worker carries, so that nothing but what is tried strikes.
        PersonId carried(Actor worker) {
            var person = person("Bo", "Lund");
            assigned(person, UnitKind.HOUSING, worker.id());
            return person;
        }

        void looks(Actor who, LocalDateTime when, PersonId... at) {
            does(who, when, LogEntry.of(Action.SEE_PERSON).touching(List.of(at)));
        }

        void does(Actor who, LocalDateTime when, LogEntry entry) {
            HouseClock.at(
                    moment(when),
                    () ->
                            who.reach()
                                    .within(() -> {
                                        transaction.executeWithoutResult(
                                                status -> log.record(entry));
                                        return null;
                                    }));
        }

        RoundId round(ReviewTerms terms, String seed) {
            return round(OCTOBER, terms, seed);
        }

        RoundId round(YearMonth month, ReviewTerms terms, String seed) {
            return board.as(
                    reviewer,
                    month.equals(OCTOBER) ? AFTER : month.plusMonths(1).atDay(2),
                    () -> {
                        setting.set(reviewer, setting.view(reviewer).version(), terms);
                        return opening.open(month, seed).orElseThrow();
                    });
        }

        /// What was taken up, by person: the rules, of the worker alone.
        TreeMap<UUID, TreeSet<ReviewRule>> taken(RoundId round, Actor worker) {
            var found = new TreeMap<UUID, TreeSet<ReviewRule>>();
            return board.ask(
                    reviewer,
                    db -> {
                        db.sql(
                                        "select person_id, rule from review.pick where round_id = ? and account_id = ?")
                                .params(round.value(), worker.id().value())
                                .query(rs -> {
                                    found.computeIfAbsent(
                                                    rs.getObject(1, UUID.class),
                                                    id -> new TreeSet<>())
                                            .add(ReviewRule.valueOf(rs.getString(2)));
                                });
                        return found;
                    });
        }
    }

    /// As if it had never been opened, past the walls, so that it can be opened again.
    void forget(At at, RoundId round) {
        try (var owner = owner();
                var statement = owner.createStatement()) {
            owner.setAutoCommit(false);
            statement.execute(
                    "select set_config('bofast.board', '%s', true), set_config('bofast.areas', '%s', true)"
                            .formatted(at.board.founded().board(), at.board.founded().area()));
            for (var table : List.of("pick", "item")) {
                statement.execute(
                        "delete from review.%s where round_id = '%s'".formatted(table, round));
            }
            statement.execute("delete from review.round where id = '%s'".formatted(round));
            owner.commit();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /// As who has the key to the database.
    Connection owner() throws SQLException {
        return DriverManager.getConnection(address.url(), "bofast_owner", address.ownerPassword());
    }

    static Instant moment(LocalDateTime when) {
        return when.atZone(HouseClock.ZONE).toInstant();
    }
}
