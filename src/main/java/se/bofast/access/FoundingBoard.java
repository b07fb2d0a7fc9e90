package se.bofast.access;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import se.bofast.database.Reach;
import se.bofast.kernel.AreaId;
import se.bofast.kernel.BoardId;
import se.bofast.kernel.EmployeeId;
import se.bofast.kernel.HouseClock;
import se.bofast.kernel.NewId;
import se.bofast.kernel.UnitId;

/// Makes a new board with its default area, units and first employees: for the first administrator
/// of an empty database, for the demo, for tests.
@Component
public class FoundingBoard {

    /// A board and its default area.
    public record Founded(BoardId board, AreaId area) {

        /// The reach of the house working for this board.
        public Reach reach() {
            return Reach.ofHouse(board, area);
        }
    }

    /// The kinds of unit routing knows.
    public enum UnitKind {
        HOUSING,
        FAMILY_RECEPTION,
        ADULT_RECEPTION,
        ELDERLY_65,
        ADDICTION,
        INCOME_SUPPORT,
        DEBT_ADVICE,
        OUTREACH,
        NEWLY_ARRIVED,
        STAFF,
        PROVIDER
    }

    private final JdbcClient db;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    FoundingBoard(
            JdbcClient db,
            TransactionTemplate transaction,
            Clock clock,
            ApplicationEventPublisher events) {
        this.db = db;
        this.transaction = transaction;
        this.clock = clock;
        this.events = events;
    }

    /// True if no board stands in this database yet.
    public boolean isEmpty() {
        var found =
                transaction.execute(status ->
                        db.sql("select count(*) from access.board").query(Long.class).single());
        return found == null || found == 0;
    }

    /// @param neutralName what codes' pages may say instead of the board's name: "kommunen"
    public Founded found(String name, String municipality, String county, String neutralName) {
        var founded = next();
        found(founded, name, municipality, county, neutralName);
        return founded;
    }

    /// The ids the next board will have, for who founds within a transaction of its reach.
    Founded next() {
        return new Founded(new BoardId(NewId.at(clock)), new AreaId(NewId.at(clock)));
    }

    void found(
            Founded founded, String name, String municipality, String county, String neutralName) {
        founded.reach()
                .within(() -> {
                    transaction.executeWithoutResult(status -> {
                        db.sql(
                                        """
                                        insert into access.board (id, name, municipality, county, neutral_name, created_at)
                                        values (:id, :name, :municipality, :county, :neutral, :now)
                                        """)
                                .param("id", founded.board().value())
                                .param("name", name)
                                .param("municipality", municipality)
                                .param("county", county)
                                .param("neutral", neutralName)
                                .param("now", Timestamp.from(clock.instant()))
                                .update();
                        addArea(founded.board(), founded.area(), "DEFAULT", name);
                        events.publishEvent(new BoardFounded(founded.board(), founded.area()));
                    });
                    return null;
                });
    }

    private void addArea(BoardId board, AreaId area, String kind, String name) {
        db.sql(
                        """
                        insert into access.area (board_id, area_id, kind, name)
                        values (:board, :area, :kind, :name)
                        """)
                .param("board", board.value())
                .param("area", area.value())
                .param("kind", kind)
                .param("name", name)
                .update();
    }

    /// Adds a provider or an independent branch: an area of its own behind its own wall.
    public AreaId addArea(Founded board, boolean provider, String name) {
        var area = new AreaId(NewId.at(clock));
        Reach.ofHouse(board.board(), area)
                .within(() -> {
                    transaction.executeWithoutResult(status ->
                            addArea(board.board(), area, provider ? "PROVIDER" : "BRANCH", name));
                    return null;
                });
        return area;
    }

    public UnitId addUnit(Founded board, UnitKind kind, String name) {
        var id = new UnitId(NewId.at(clock));
        board.reach()
                .within(() -> {
                    transaction.executeWithoutResult(status ->
                            db.sql(
                                            """
                                            insert into access.unit (board_id, area_id, id, kind, name)
                                            values (:board, :area, :id, :kind, :name)
                                            """)
                                    .param("board", board.board().value())
                                    .param("area", board.area().value())
                                    .param("id", id.value())
                                    .param("kind", kind.name())
                                    .param("name", name)
                                    .update());
                    return null;
                });
        return id;
    }

    /// Appoints an account to a role in a unit.
    public void appoint(
            Founded board,
            EmployeeId employee,
            Role role,
            UnitId unit,
            LocalDate startOn,
            @Nullable LocalDate endOn) {
        board.reach()
                .within(() -> {
                    transaction.executeWithoutResult(status ->
                            db.sql(
                                            """
                                            insert into access.appointment (board_id, area_id, id, account_id, role, unit_id, start_on, end_on)
                                            values (:board, :area, :id, :account, :role, :unit, :start, :end)
                                            """)
                                    .param("board", board.board().value())
                                    .param("area", board.area().value())
                                    .param("id", NewId.at(clock))
                                    .param("account", employee.value())
                                    .param("role", role.name())
                                    .param("unit", unit.value())
                                    .param("start", startOn)
                                    .param("end", endOn)
                                    .update());
                    return null;
                });
    }

    /// Appoints from today on.
    public void appoint(Founded board, EmployeeId employee, Role role, UnitId unit) {
        appoint(board, employee, role, unit, HouseClock.today(clock), null);
    }
}
