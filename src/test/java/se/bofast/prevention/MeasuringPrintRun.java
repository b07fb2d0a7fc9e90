package se.bofast.prevention;

import static org.assertj.core.api.Assertions.assertThat;
import static se.bofast.prevention.LetterHouse.MEETING;
import static se.bofast.prevention.LetterHouse.TODAY;

import java.util.ArrayList;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionTemplate;
import se.bofast.HouseTest;
import se.bofast.TestHouse.TestBoard;
import se.bofast.intake.SignalKind;
import se.bofast.job.WorkDoneNow;
import se.bofast.kernel.HouseClock;
import se.bofast.support.Appointments;

/// Measures a run of 407 letters; not part of the suite: `-Dtest=MeasuringPrintRun`.
@HouseTest
class MeasuringPrintRun {

    private static final int PEOPLE = 407;

    private final LetterHouse house;
    private final PrintingInvitations printing;
    private final Appointments appointments;
    private final TransactionTemplate transaction;
    private final WorkDoneNow jobs;

    MeasuringPrintRun(
            LetterHouse house,
            PrintingInvitations printing,
            Appointments appointments,
            TransactionTemplate transaction,
            WorkDoneNow jobs) {
        this.house = house;
        this.printing = printing;
        this.appointments = appointments;
        this.transaction = transaction;
        this.jobs = jobs;
    }

    @Test
    void four_hundred_and_seven() {
        var scene = house.scene();
        scene.sender();
        for (var day = 0; day < 11; day++) {
            scene.times(MEETING.plusDays(day + (day >= 5 ? 2 : 0) + (day >= 10 ? 2 : 0)), 40);
        }
        var invited = new ArrayList<Appointments.Invited>();
        for (var i = 0; i < PEOPLE; i++) {
            var person = scene.person(LetterHouse.living("Person" + i, "Ekvägen " + (i + 1)));
            invited.add(new Appointments.Invited(scene.paymentOrder(person).subject(), person));
        }
        for (var again = 0; again < 3; again++) {
            var began = System.nanoTime();
            var proposed =
                    scene.as(() ->
                            transaction.execute(status -> {
                                var done = appointments.proposeMany(scene.actor, invited, MEETING);
                                status.setRollbackOnly();
                                return done;
                            }));
            assertThat(proposed).hasSize(PEOPLE);
            say("proposeMany", began);
        }
        var choice =
                new InvitationChoice(CaseFilter.Whose.ALL, SignalKind.PAYMENT_ORDER, null, TODAY);
        var began = System.nanoTime();
        var outlook = scene.as(() -> printing.outlook(scene.actor, choice));
        say("outlook", began);
        assertThat(outlook.letters()).isEqualTo(PEOPLE);
        began = System.nanoTime();
        var run =
                ((PrintingInvitations.Ordered.Run)
                                scene.as(() -> printing.order(scene.actor, choice)))
                        .id();
        say("order", began);
        began = System.nanoTime();
        var done =
                HouseClock.at(
                        TestBoard.noon(TODAY),
                        () -> {
                            jobs.all();
                            return true;
                        });
        assertThat(done).isTrue();
        say("run", began);
        var view = scene.as(() -> printing.view(scene.actor, run));
        assertThat(view.order().made()).isEqualTo(PEOPLE);
        assertThat(view.files()).hasSize(1);
        System.out.println(
                "MEASURED file "
                        + view.files().getFirst().size() / 1000
                        + " kB, pages "
                        + view.files().getFirst().pages());
        began = System.nanoTime();
        assertThat(scene.as(() -> printing.sent(scene.actor, run, TODAY))).isEqualTo(PEOPLE);
        say("sent", began);
    }

    private static void say(String what, long began) {
        System.out.println(
                "MEASURED " + what + " " + (System.nanoTime() - began) / 1_000_000 + " ms");
    }
}
