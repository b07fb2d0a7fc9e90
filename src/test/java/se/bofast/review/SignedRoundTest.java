package se.bofast.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static se.bofast.review.ReviewHouse.NOON;
import static se.bofast.review.ReviewHouse.NO_SAMPLE;

import java.sql.SQLException;
import java.time.YearMonth;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;
import se.bofast.HouseTest;
import se.bofast.access.Actor;
import se.bofast.access.FoundingBoard.UnitKind;
import se.bofast.access.Role;
import se.bofast.kernel.Conflict;
import se.bofast.kernel.Forbidden;
import se.bofast.kernel.NotFound;
import se.bofast.kernel.PersonId;
import se.bofast.person.LogRows;

/// A round from its opening to its signature, and somebody who would rather it said something else.
@HouseTest
class SignedRoundTest {

    private static final String PASSWORD = "vinter-sommar-vinter";

    private final ReviewHouse house;
    private final Rounds rounds;
    private final ReviewingItems items;
    private final Judging judging;
    private final SigningRounds signing;

    SignedRoundTest(
            ReviewHouse house,
            Rounds rounds,
            ReviewingItems items,
            Judging judging,
            SigningRounds signing) {
        this.house = house;
        this.rounds = rounds;
        this.items = items;
        this.judging = judging;
        this.signing = signing;
    }

    private final class Open {
        final ReviewHouse.At at = house.at();
        final Actor worker = at.worker("Kim Ask", Role.CASEWORKER, UnitKind.HOUSING);
        final PersonId person = at.person("Bo", "Lund");
        final RoundId round;

        Open() {
            at.looks(worker, NOON, person);
            round = at.round(NO_SAMPLE, "frö");
        }

        UUID item() {
            return at.board
                    .as(
                            at.reviewer,
                            () ->
                                    rounds.lines(
                                            at.reviewer,
                                            round,
                                            Optional.empty(),
                                            false,
                                            Optional.empty()))
                    .rows()
                    .getFirst()
                    .id();
        }

        void judge(Judgement judgement, String note) {
            var item = item();
            at.board.as(
                    at.reviewer,
                    () -> {
                        judging.judge(at.reviewer, item, judgement, note);
                        return null;
                    });
        }

        SigningRounds.Answer sign(String password) {
            return at.board.as(at.reviewer, () -> signing.sign(at.reviewer, round, password));
        }

        SigningRounds.Check check() {
            return at.board.as(at.reviewer, () -> signing.check(at.reviewer, round));
        }

        void tampers(String sql) throws SQLException {
            try (var owner = house.owner();
                    var statement = owner.createStatement()) {
                owner.setAutoCommit(false);
                statement.execute(
                        "select set_config('bofast.board', '%s', true), set_config('bofast.areas', '%s', true)"
                                .formatted(at.board.founded().board(), at.board.founded().area()));
                for (var table : List.of("item", "round", "pick", "question")) {
                    statement.execute(
                            "alter table review.%s disable trigger signed_rounds_stay"
                                    .formatted(table));
                }
                assertThat(statement.executeUpdate(sql)).as(sql).isPositive();
                for (var table : List.of("item", "round", "pick", "question")) {
                    statement.execute(
                            "alter table review.%s enable trigger signed_rounds_stay"
                                    .formatted(table));
                }
                owner.commit();
            }
        }
    }

    @Test
    void a_round_is_signed_when_all_is_judged_and_the_password_is_right() {
        var open = new Open();
        assertThat(open.sign(PASSWORD)).isEqualTo(new SigningRounds.Answer.NotDone(1));
        open.judge(Judgement.IN_ORDER, "Ersatte en kollega");
        assertThat(open.sign("fel lösenord")).isEqualTo(new SigningRounds.Answer.WrongPassword());
        assertThat(open.check()).isEqualTo(SigningRounds.Check.NOT_SIGNED);
        assertThat(open.sign(PASSWORD)).isEqualTo(new SigningRounds.Answer.Signed());
        assertThat(open.check()).isEqualTo(SigningRounds.Check.HOLDS);
        assertThat(LogRows.of(open.at.board, open.at.reviewer))
                .anyMatch(row ->
                        row.action().equals("REVIEW_LOG")
                                && Objects.requireNonNullElse(row.reason(), "")
                                        .startsWith("SIGNED_"));
    }

    @Test
    void the_database_refuses_to_change_a_signed_round() {
        var open = new Open();
        open.judge(Judgement.IN_ORDER, "Ersatte en kollega");
        open.sign(PASSWORD);
        assertThatThrownBy(() -> open.judge(Judgement.UNAUTHORISED, "nej"))
                .isInstanceOf(Conflict.class);
        for (var deed :
                List.of(
                        "update review.item set judgement = 'UNAUTHORISED', note = 'nej'",
                        "update review.round set entries = 1",
                        "insert into review.pick select board_id, area_id, round_id, account_id, person_id, 'PROTECTED', 1 from review.pick",
                        "delete from review.item")) {
            assertThatThrownBy(() ->
                            open.at.board.<Integer>ask(
                                    open.at.reviewer, db -> db.sql(deed).update()))
                    .as(deed)
                    .isInstanceOf(DataAccessException.class);
        }
        assertThat(open.check()).isEqualTo(SigningRounds.Check.HOLDS);
    }

    @Test
    void a_signed_item_altered_past_the_walls_is_found() throws SQLException {
        var open = new Open();
        open.judge(Judgement.UNAUTHORISED, "Hade inget med personen att göra");
        open.sign(PASSWORD);
        open.tampers(
                "update review.item set judgement = 'IN_ORDER' where round_id = '%s'"
                        .formatted(open.round));
        assertThat(open.check()).isEqualTo(SigningRounds.Check.CHANGED);
    }

    @Test
    void a_rule_taken_away_and_a_signature_set_anew_are_found() throws SQLException {
        var open = new Open();
        open.judge(Judgement.IN_ORDER, "i tjänsten");
        open.sign(PASSWORD);
        open.tampers(
                "update review.pick set times = 7 where round_id = '%s'".formatted(open.round));
        assertThat(open.check()).isEqualTo(SigningRounds.Check.CHANGED);
        open.tampers(
                "update review.round set sum = sha256('annat') where id = '%s'"
                        .formatted(open.round));
        assertThat(open.check()).isEqualTo(SigningRounds.Check.NOT_IN_LOG);
    }

    @Test
    void nobody_judges_what_they_did_themselves_and_another_reviewer_does() {
        var at = house.at();
        var person = at.person("Bo", "Lund");
        at.looks(at.reviewer, NOON, person);
        var round = at.round(NO_SAMPLE, "frö");
        var line =
                at.board
                        .as(
                                at.reviewer,
                                () ->
                                        rounds.lines(
                                                at.reviewer,
                                                round,
                                                Optional.empty(),
                                                true,
                                                Optional.empty()))
                        .rows()
                        .getFirst();
        assertThat(line.own()).isTrue();
        assertThatThrownBy(() ->
                        at.board.as(
                                at.reviewer,
                                () -> {
                                    judging.judge(at.reviewer, line.id(), Judgement.IN_ORDER, null);
                                    return null;
                                }))
                .isInstanceOf(Forbidden.class);
        assertThatThrownBy(() ->
                        at.board.<Integer>ask(
                                at.reviewer,
                                db ->
                                        db.sql(
                                                        "update review.item set judgement = 'IN_ORDER', judged_at = last_at, judged_by = account_id where id = ?")
                                                .param(line.id())
                                                .update()))
                .isInstanceOf(DataAccessException.class);
        var other = at.board.employee(Role.LOG_REVIEWER, UnitKind.STAFF);
        at.board.as(
                other,
                () -> {
                    judging.judge(other, line.id(), Judgement.IN_ORDER, null);
                    return null;
                });
        assertThat(at.board.as(other, () -> rounds.get(other, round)).left()).isZero();
    }

    @Test
    void a_head_is_asked_and_answers_and_the_item_waits_until_it_is_judged() {
        var open = new Open();
        var item = open.item();
        var head = open.at.head;
        open.at.board.as(
                open.at.reviewer,
                () -> {
                    judging.ask(
                            open.at.reviewer, item, head.id(), "Hade hon med personen att göra?");
                    return null;
                });
        assertThat(open.sign(PASSWORD)).isEqualTo(new SigningRounds.Answer.NotDone(1));
        var waiting = open.at.board.as(head, () -> judging.questions(head)).getFirst();
        assertThat(waiting.employee()).isEqualTo("Kim Ask");
        var otherHead = open.at.board.unitHead();
        assertThatThrownBy(() ->
                        open.at.board.as(
                                otherHead,
                                () -> {
                                    judging.answer(otherHead, waiting.id(), true, "ja");
                                    return null;
                                }))
                .isInstanceOf(NotFound.class);
        open.at.board.as(
                head,
                () -> {
                    judging.answer(head, waiting.id(), true, "Hon hjälpte till en dag.");
                    return null;
                });
        var shown = open.at.board.as(open.at.reviewer, () -> items.get(open.at.reviewer, item));
        assertThat(shown.questions().getFirst().answer()).isEqualTo("Hon hjälpte till en dag.");
        assertThat(shown.heads()).extracting(ReviewingItems.Head::id).contains(head.id());
        open.judge(Judgement.IN_ORDER, "Chefen bekräftar");
        assertThat(open.sign(PASSWORD)).isEqualTo(new SigningRounds.Answer.Signed());
    }

    @Test
    void another_boards_rounds_are_not_there_and_a_case_worker_reads_none() {
        var open = new Open();
        var stranger = house.at().reviewer;
        var theirs = house.at();
        assertThat(theirs.board.as(stranger, () -> rounds.all(stranger))).isEmpty();
        assertThatThrownBy(() -> theirs.board.as(stranger, () -> rounds.get(stranger, open.round)))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> theirs.board.as(stranger, () -> items.get(stranger, open.item())))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> open.at.board.as(open.worker, () -> rounds.all(open.worker)))
                .isInstanceOf(Forbidden.class);
    }

    @Test
    void where_an_employee_was_found_to_have_looked_the_next_round_looks_again() {
        var at = house.at();
        var worker = at.worker("Kim Ask", Role.CASEWORKER, UnitKind.HOUSING);
        var first = at.living("Lund", "Provgatan 1");
        var neighbour = at.living("Lind", "Provgatan 1, 2 tr");
        var elsewhere = at.living("Lax", "Provgatan 3");
        for (var person : List.of(neighbour, elsewhere)) {
            at.assigned(person, UnitKind.HOUSING, worker.id());
        }
        at.looks(worker, NOON.minusMonths(1), first);
        at.looks(worker, NOON, neighbour, elsewhere);
        var september = at.round(YearMonth.of(2026, 9), NO_SAMPLE, "frö");
        var item =
                at.board
                        .as(
                                at.reviewer,
                                () ->
                                        rounds.lines(
                                                at.reviewer,
                                                september,
                                                Optional.empty(),
                                                false,
                                                Optional.empty()))
                        .rows()
                        .getFirst()
                        .id();
        at.board.as(
                at.reviewer,
                () -> {
                    judging.judge(at.reviewer, item, Judgement.UNAUTHORISED, "inget skäl");
                    return null;
                });
        var taken = at.taken(at.round(NO_SAMPLE, "frö"), worker);
        assertThat(taken).containsOnlyKeys(neighbour.value());
        assertThat(taken.get(neighbour.value())).containsExactly(ReviewRule.NEAR_A_FINDING);
    }
}
