package se.bofast;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistrar;
import org.springframework.transaction.support.TransactionTemplate;
import se.bofast.access.Accounts;
import se.bofast.access.Actor;
import se.bofast.access.Actors;
import se.bofast.access.FoundingBoard;
import se.bofast.access.FoundingBoard.UnitKind;
import se.bofast.access.Role;
import se.bofast.database.Reach;
import se.bofast.database.TestDatabase;
import se.bofast.kernel.EmployeeId;
import se.bofast.kernel.HouseClock;
import se.bofast.kernel.UnitId;

/// What a test of the house needs: boards of its own, employees, and days to play.
@TestConfiguration(proxyBeanMethods = false)
public class TestHouse {

    private static final String PASSWORD = "vinter-sommar-vinter";

    @Bean
    DynamicPropertyRegistrar database() {
        var address = TestDatabase.copy();
        return registry -> {
            registry.add("bofast.database.url", address::url);
            registry.add("bofast.database.owner-password", address::ownerPassword);
            registry.add("bofast.database.app-password", address::appPassword);
        };
    }

    @Bean
    Boards boards(
            FoundingBoard founding,
            Accounts accounts,
            Actors actors,
            TransactionTemplate transaction,
            JdbcClient db) {
        return new Boards(founding, accounts, actors, transaction, db);
    }

    /// Makes boards.
    public record Boards(
            FoundingBoard founding,
            Accounts accounts,
            Actors actors,
            TransactionTemplate transaction,
            JdbcClient db) {

        public TestBoard make() {
            var founded = founding.found("Testnämnden", "Teststad", "Stockholms län", "kommunen");
            var units = new EnumMap<UnitKind, UnitId>(UnitKind.class);
            for (var kind : UnitKind.values()) {
                units.put(kind, founding.addUnit(founded, kind, "Enhet " + kind.name()));
            }
            return new TestBoard(this, founded, units);
        }
    }

    /// A board with one unit of each kind.
    public record TestBoard(
            Boards boards, FoundingBoard.Founded founded, Map<UnitKind, UnitId> units) {

        public UnitId unit(UnitKind kind) {
            return units.get(kind);
        }

        /// A new employee in the role at the unit, since long ago.
        public Actor employee(Role role, UnitKind unit) {
            return actor(account(role, unit));
        }

        public EmployeeId account(Role role, UnitKind unit) {
            var login = "t" + UUID.randomUUID().toString().substring(0, 12);
            var id =
                    Reach.ofHouse(founded.board(), founded.area())
                            .within(() ->
                                    boards.accounts()
                                            .add(
                                                    login,
                                                    "Kim " + role.name(),
                                                    Locale.of("sv"),
                                                    PASSWORD,
                                                    false));
            boards.founding()
                    .appoint(founded, id, role, unit(unit), LocalDate.of(2015, 1, 1), null);
            return id;
        }

        public Actor actor(EmployeeId id) {
            return Reach.ofAccount(id)
                    .within(() -> boards.actors().find(id, founded.board()))
                    .orElseThrow();
        }

        public Actor coordinator() {
            return employee(Role.COORDINATOR, UnitKind.HOUSING);
        }

        /// Watches protected people, and says who is entrusted with them.
        public Actor unitHead() {
            return employee(Role.UNIT_HEAD, UnitKind.HOUSING);
        }

        /// Runs work as the actor, at this moment. As in a request, whom they are entrusted with is
        /// asked anew.
        public <T> T as(Actor actor, ScopedValue.CallableOp<T, RuntimeException> work) {
            return reach(actor).within(work);
        }

        private Reach reach(Actor actor) {
            return Reach.ofAccount(actor.id())
                    .within(() -> boards.actors().find(actor.id(), founded.board()))
                    .orElse(actor)
                    .reach();
        }

        /// Runs work as the actor, at noon of the day.
        public <T> T as(
                Actor actor, LocalDate day, ScopedValue.CallableOp<T, RuntimeException> work) {
            return HouseClock.<T, RuntimeException>at(noon(day), () -> reach(actor).within(work));
        }

        /// Asks the database as the actor.
        public <T> T ask(Actor actor, java.util.function.Function<JdbcClient, T> question) {
            return reach(actor)
                    .within(() ->
                            boards.transaction().execute(status -> question.apply(boards.db())));
        }

        public static Instant noon(LocalDate day) {
            return day.atTime(LocalTime.NOON).atZone(HouseClock.ZONE).toInstant();
        }
    }
}
