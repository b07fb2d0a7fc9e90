package se.bofast.demo;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import se.bofast.access.Actor;
import se.bofast.demo.Threat.Answer;
import se.bofast.intake.SignalKind;
import se.bofast.job.DoingAtOnce;
import se.bofast.job.JobId;
import se.bofast.kernel.HouseClock;
import se.bofast.letter.KeptLetters;
import se.bofast.letter.LetterPages;
import se.bofast.letter.LetterState;
import se.bofast.letter.PrintOrder.PrintOrderId;
import se.bofast.prevention.CaseFilter;
import se.bofast.prevention.InvitationChoice;
import se.bofast.prevention.PrintingInvitations;
import se.bofast.support.AnsweringByCode;
import se.bofast.support.Appointment;

/// The round is written to as everybody is: a print run, its file to the printer, and the people
/// answering with the codes that stand on their letters.
@Component
class PlayingRound {

    private static final Pattern CODE = Pattern.compile("(?:[2-9B-Z]{4}-){3}[2-9B-Z]");

    private final PrintingInvitations printing;
    private final KeptLetters letters;
    private final AnsweringByCode answering;
    private final DemoCases cases;
    private final DoingAtOnce atOnce;
    private final TransactionTemplate transaction;

    PlayingRound(
            PrintingInvitations printing,
            KeptLetters letters,
            AnsweringByCode answering,
            DemoCases cases,
            DoingAtOnce atOnce,
            TransactionTemplate transaction) {
        this.printing = printing;
        this.letters = letters;
        this.answering = answering;
        this.cases = cases;
        this.atOnce = atOnce;
        this.transaction = transaction;
    }

    /// Goes on where an interrupted run left it. Within the actor's reach, outside any transaction
    /// and in the present.
    ///
    /// @param from the first day of the times that are proposed
    void play(Actor actor, Instant at, List<Threat> round, LocalDate from) {
        var id = ordered(actor, at, from);
        var run = HouseClock.at(at, () -> printing.view(actor, id));
        if (run.isWorking()) {
            atOnce.run(new JobId(run.order().job()), at);
        }
        var codes = codes(actor, at, id);
        HouseClock.at(at, () -> printing.sent(actor, id, day(at)));
        var byCase = transaction.execute(status -> cases.of(round));
        byCase.forEach((threat, of) -> {
            var code = codes.get(of.value());
            if (code != null) {
                answer(threat, code, day(at));
            }
        });
    }

    private PrintOrderId ordered(Actor actor, Instant at, LocalDate from) {
        return HouseClock.at(at, () -> printing.latest(actor)).stream()
                .filter(run -> run.orderedAt().equals(at))
                .map(run -> run.id())
                .findFirst()
                .orElseGet(() -> order(actor, at, from));
    }

    private PrintOrderId order(Actor actor, Instant at, LocalDate from) {
        var choice =
                new InvitationChoice(CaseFilter.Whose.ALL, SignalKind.PAYMENT_ORDER, null, from);
        return switch (HouseClock.at(at, () -> printing.order(actor, choice))) {
            case PrintingInvitations.Ordered.Run(var id) -> id;
            case PrintingInvitations.Ordered.NoSender without ->
                    throw new IllegalStateException("the demo's board has no sender");
            case PrintingInvitations.Ordered.Nobody nobody ->
                    throw new IllegalStateException("nobody of the demo's round gets a letter");
        };
    }

    /// By case: the codes stand on paper and nowhere else, so they are read there.
    private Map<UUID, String> codes(Actor actor, Instant at, PrintOrderId id) {
        var made =
                transaction.execute(status ->
                        letters.ofRun(
                                id,
                                Set.of(LetterState.MADE, LetterState.SENT),
                                PrintingInvitations.MOST));
        var codes = new HashMap<UUID, String>();
        for (var file : HouseClock.at(at, () -> printing.view(actor, id)).order().files()) {
            var pages =
                    LetterPages.texts(
                            HouseClock.at(at, () -> printing.fetch(actor, id, file.ordinal(), true))
                                    .orElseThrow());
            for (var letter : made) {
                var first = letter.firstPage();
                if (first != null && file.id().equals(letter.file())) {
                    IntStream.range(first - 1, pages.size())
                            .mapToObj(page -> CODE.matcher(pages.get(page)))
                            .filter(found -> found.find())
                            .findFirst()
                            .ifPresent(found -> codes.put(letter.matter().id(), found.group()));
                }
            }
        }
        return codes;
    }

    /// The answers of the days that follow, each at its own moment.
    private void answer(Threat threat, String code, LocalDate sentOn) {
        var answer = threat.life().answer();
        if (answer == null || answer == Answer.STAYS_AWAY) {
            return;
        }
        if (answer == Answer.COMES && threat.dice(100, "confirms") < 45) {
            return;
        }
        var at =
                sentOn.plusDays(2 + threat.dice(3, "answer"))
                        .atTime(17, threat.dice(60, "minute"))
                        .atZone(HouseClock.ZONE)
                        .toInstant();
        // Each from a telephone of its own, as the door counts tries.
        var from = "203.0.113.%d %s".formatted(threat.dice(250, "from"), threat.reference());
        HouseClock.at(
                at,
                () -> {
                    if (answering.answer(code, from, new AnsweringByCode.Reply.Look())
                                    instanceof AnsweringByCode.Answer.Shown open
                            && open.state() == Appointment.State.PROPOSED) {
                        answering.answer(code, from, reply(answer, open));
                    }
                    return null;
                });
    }

    private static AnsweringByCode.Reply reply(Answer answer, AnsweringByCode.Answer.Shown open) {
        return switch (answer) {
            case COMES, STAYS_AWAY -> new AnsweringByCode.Reply.Confirm();
            case DECLINES -> new AnsweringByCode.Reply.Decline();
            case MOVES_AND_COMES ->
                    open.others().isEmpty()
                            ? new AnsweringByCode.Reply.Confirm()
                            : new AnsweringByCode.Reply.Move(open.others().getLast().id());
        };
    }

    private static LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, HouseClock.ZONE);
    }
}
