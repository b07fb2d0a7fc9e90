package se.bofast.access;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.bofast.kernel.AreaId;
import se.bofast.kernel.BoardId;
import se.bofast.kernel.EmployeeId;
import se.bofast.kernel.HouseClock;
import se.bofast.kernel.PersonId;
import se.bofast.kernel.UnitId;

/// Who an account is today. Asked at each request, so that an ended appointment ends at once.
@Component
public class Actors {

    private record Appointment(
            BoardId board,
            String boardName,
            AreaId area,
            UnitId unit,
            String unitName,
            Role role,
            String name,
            Locale locale) {}

    private final JdbcClient db;
    private final Clock clock;

    Actors(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /// A board one may work in.
    public record Choice(BoardId board, String name) {}

    /// The boards the account has appointments in today. Call within {@code Reach.ofAccount}.
    @Transactional(readOnly = true)
    public List<Choice> boards(EmployeeId employee) {
        return appointments(employee, null, HouseClock.today(clock)).stream()
                .map(a -> new Choice(a.board(), a.boardName()))
                .distinct()
                .toList();
    }

    /// The account at work in the board, or in its only board if none is given.
    ///
    /// @return empty if it has no appointment there today, or several boards to choose from
    @Transactional(readOnly = true)
    public Optional<Actor> find(EmployeeId employee, @Nullable BoardId board) {
        var all = appointments(employee, board, HouseClock.today(clock));
        if (all.stream().map(Appointment::board).distinct().count() != 1) {
            return Optional.empty();
        }
        var first = all.getFirst();
        var roles = EnumSet.noneOf(Role.class);
        var units = new LinkedHashSet<UnitId>();
        var areas = new LinkedHashSet<AreaId>();
        for (var appointment : all) {
            roles.add(appointment.role());
            units.add(appointment.unit());
            areas.add(appointment.area());
        }
        var covering = new HashSet<EmployeeId>();
        var teams = new HashSet<UUID>();
        var opened = new HashSet<Subject>();
        var entrusted = new HashSet<PersonId>();
        for (var bond : bonds(employee, first.board(), HouseClock.today(clock))) {
            switch (bond.kind()) {
                case "COVER" -> covering.add(new EmployeeId(bond.id()));
                case "TEAM" -> teams.add(bond.id());
                case "ENTRUSTED" -> entrusted.add(new PersonId(bond.id()));
                default -> opened.add(new Subject(bond.subjectKind(), bond.id()));
            }
        }
        return Optional.of(
                new Actor(
                        employee,
                        first.name(),
                        first.board(),
                        first.boardName(),
                        new ArrayList<>(areas),
                        first.unit(),
                        first.unitName(),
                        units,
                        roles,
                        covering,
                        teams,
                        opened,
                        entrusted,
                        first.locale(),
                        clock.instant()));
    }

    private List<Appointment> appointments(
            EmployeeId employee, @Nullable BoardId board, LocalDate today) {
        return db.sql(
                        """
                        select a.board_id, b.name as board_name, a.area_id, a.unit_id, u.name as unit_name, a.role,
                               c.display_name, c.locale
                        from access.appointment a
                        join access.board b on b.id = a.board_id
                        join access.unit u on u.board_id = a.board_id and u.id = a.unit_id
                        join access.account c on c.id = a.account_id
                        where a.account_id = :account
                          and a.start_on <= :today and (a.end_on is null or a.end_on >= :today)
                          and (cast(:board as uuid) is null or a.board_id = :board)
                          and c.disabled_at is null
                        order by b.name, a.start_on, a.id
                        """)
                .param("account", employee.value())
                .param("today", today)
                .param("board", board == null ? null : board.value())
                .query((rs, n) ->
                        new Appointment(
                                new BoardId(rs.getObject("board_id", UUID.class)),
                                rs.getString("board_name"),
                                new AreaId(rs.getObject("area_id", UUID.class)),
                                new UnitId(rs.getObject("unit_id", UUID.class)),
                                rs.getString("unit_name"),
                                Role.valueOf(rs.getString("role")),
                                rs.getString("display_name"),
                                Locale.of(rs.getString("locale"))))
                .list();
    }

    private record Bond(String kind, UUID id, String subjectKind) {}

    // One round trip for whom one stands in for, which teams one is in, what one has opened and
    // with whom one is entrusted. Not those entrusted to whom one covers for: whom a protected
    // person is shown to is decided by name.
    private List<Bond> bonds(EmployeeId employee, BoardId board, LocalDate today) {
        return db.sql(
                        """
                        select 'COVER' as bond, account_id as id, '' as subject_kind from access.cover
                        where cover_account_id = :account and board_id = :board and away
                          and start_on <= :today and end_on >= :today
                        union all
                        select 'TEAM', m.team_id, '' from access.team_member m
                        where m.account_id = :account and m.board_id = :board
                          and m.start_on <= :today and (m.end_on is null or m.end_on >= :today)
                        union all
                        select 'OPENED', subject_id, subject_kind from access.break_glass
                        where account_id = :account and board_id = :board
                          and opened_at <= :now and ends_at > :now and closed_at is null
                        union all
                        select 'ENTRUSTED', person_id, '' from access.entrustment
                        where account_id = :account and board_id = :board and ended_at is null
                          and start_on <= :today and end_on >= :today
                        """)
                .param("account", employee.value())
                .param("board", board.value())
                .param("today", today)
                .param("now", Timestamp.from(clock.instant()))
                .query((rs, n) ->
                        new Bond(
                                rs.getString("bond"),
                                rs.getObject("id", UUID.class),
                                rs.getString("subject_kind")))
                .list();
    }
}
