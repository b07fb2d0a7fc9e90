package se.bofast.count;

import static org.assertj.core.api.Assertions.assertThat;
import static se.bofast.prevention.LetterHouse.MEETING;
import static se.bofast.prevention.LetterHouse.TODAY;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import se.bofast.HouseTest;
import se.bofast.letter.KeptLetter.LetterId;
import se.bofast.prevention.CaseId;
import se.bofast.prevention.CaseLetters;
import se.bofast.prevention.LetterHouse;
import se.bofast.prevention.LetterHouse.Scene;
import se.bofast.prevention.LetterWish;
import se.bofast.prevention.Writing;
import se.bofast.prevention.WritingCaseLetters;
import se.bofast.support.Appointment;
import se.bofast.support.Appointments;

/// What letters come to: how many went out, came back, and brought somebody.
@HouseTest
class LetterFiguresTest {

    private final LetterHouse house;
    private final WritingCaseLetters writing;
    private final CaseLetters letters;
    private final Appointments appointments;
    private final Counting counting;

    LetterFiguresTest(
            LetterHouse house,
            WritingCaseLetters writing,
            CaseLetters letters,
            Appointments appointments,
            Counting counting) {
        this.house = house;
        this.writing = writing;
        this.letters = letters;
        this.appointments = appointments;
        this.counting = counting;
    }

    @Test
    void letters_sent_returned_and_answered_are_counted_by_the_day_they_were_sent() {
        var scene = house.scene();
        scene.sender();
        scene.times(MEETING, 6);
        var cases = new ArrayList<CaseId>();
        var made = new ArrayList<LetterId>();
        for (var i = 0; i < 5; i++) {
            var id =
                    scene.paymentOrder(
                            scene.person(LetterHouse.living("Person" + i, "Alvägen " + (i + 1))));
            cases.add(id);
            made.add(make(scene, id));
        }
        // Four are sent, one of them comes back; the fifth waits and counts nowhere.
        for (var i = 0; i < 4; i++) {
            var id = cases.get(i);
            var letter = made.get(i);
            run(scene, TODAY, () -> letters.sent(scene.actor, id, letter, TODAY, null));
        }
        run(
                scene,
                TODAY.plusDays(2),
                () -> letters.returned(scene.actor, cases.get(0), made.get(0), TODAY.plusDays(2)));
        came(scene, cases.get(1), true);
        came(scene, cases.get(2), false);

        var november = counted(scene, LocalDate.of(2026, 11, 1), LocalDate.of(2026, 11, 30));
        assertThat(value(november, "letters").part()).isEqualTo(4);
        assertThat(value(november, "lettersReturned")).isEqualTo(new Value(1, 4L, null, false));
        assertThat(value(november, "invited").part()).isEqualTo(4);
        assertThat(value(november, "cameAfterLetter")).isEqualTo(new Value(1, 4L, null, false));
        assertThat(value(november, "came")).isEqualTo(new Value(1, 2L, null, false));
        assertThat(value(november, "didNotCome")).isEqualTo(new Value(1, 2L, null, false));

        var december = counted(scene, LocalDate.of(2026, 12, 1), LocalDate.of(2026, 12, 31));
        assertThat(value(december, "letters").part()).isZero();
        var other = house.scene();
        assertThat(
                        value(
                                        counted(
                                                other,
                                                LocalDate.of(2026, 11, 1),
                                                LocalDate.of(2026, 11, 30)),
                                        "letters")
                                .part())
                .isZero();
    }

    private LetterId make(Scene scene, CaseId id) {
        var slot = scene.as(() -> writing.times(scene.actor, id)).getFirst().id();
        var made = scene.as(() -> writing.make(scene.actor, id, new LetterWish.Invite(slot)));
        return ((Writing.Made) made).letters().getFirst();
    }

    private void came(Scene scene, CaseId id, boolean came) {
        var appointment =
                scene.board.ask(
                        scene.actor,
                        sql ->
                                sql.sql(
                                                """
                                                select id from support.appointment where matter_id = :matter
                                                """)
                                        .param("matter", id.value())
                                        .query(UUID.class)
                                        .single());
        run(
                scene,
                MEETING.plusDays(1),
                () ->
                        assertThat(
                                        appointments.mark(
                                                scene.actor,
                                                new Appointment.AppointmentId(appointment),
                                                came))
                                .isEqualTo(Appointments.Marking.DONE));
    }

    private static void run(Scene scene, LocalDate day, Runnable work) {
        List<Boolean> done =
                scene.board.as(
                        scene.actor,
                        day,
                        () -> {
                            work.run();
                            return List.of(true);
                        });
        assertThat(done).containsExactly(true);
    }

    private Counted counted(Scene scene, LocalDate from, LocalDate to) {
        return scene.board.as(
                scene.actor,
                MEETING.plusDays(2),
                () -> counting.of(scene.actor, Selection.of(from, to)));
    }

    private static Value value(Counted counted, String key) {
        return counted.value(Figures.of(key).orElseThrow());
    }
}
