package se.bofast.prevention;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import se.bofast.access.Action;
import se.bofast.access.Actor;
import se.bofast.access.Actors;
import se.bofast.access.Units;
import se.bofast.audit.Log;
import se.bofast.audit.LogEntry;
import se.bofast.database.HouseEyes;
import se.bofast.database.Reach;
import se.bofast.job.JobKind;
import se.bofast.job.JobProblem;
import se.bofast.job.JobRun;
import se.bofast.kernel.Forbidden;
import se.bofast.kernel.HouseClock;
import se.bofast.letter.KeptLetter;
import se.bofast.letter.KeptLetters;
import se.bofast.letter.Letter;
import se.bofast.letter.LetterCode;
import se.bofast.letter.PrintFile;
import se.bofast.letter.PrintOrder.PrintOrderId;
import se.bofast.letter.PrintOrders;
import se.bofast.letter.Sender;
import se.bofast.letter.Senders;
import se.bofast.letter.StopReason;
import se.bofast.letter.StoredFiles;
import se.bofast.letter.WritingLetters;
import se.bofast.support.Appointment;
import se.bofast.support.Appointments;

/// Makes the letters of a print run: proposes the times, presses the file, keeps both.
///
/// All of that is one transaction a file. The codes stand on the paper alone, so a time without its
/// file would be lost to the person; and a killed process leaves either both or neither, so that
/// running it again makes no second file and no second time.
@Component
class PrintRunWork implements JobKind {

    static final String KIND = "print-invitations";

    private final PrintOrders orders;
    private final KeptLetters kept;
    private final StoredFiles files;
    private final Senders senders;
    private final LetterFacts facts;
    private final LetterDrafts drafts;
    private final CaseLetterLinks links;
    private final StoppingLetters stopping;
    private final Appointments appointments;
    private final ObjectProvider<WritingLetters> letters;
    private final ObjectProvider<PrintFile> press;
    private final Units units;
    private final Actors actors;
    private final TransactionTemplate transaction;
    private final Log log;
    private final HouseEyes eyes;
    private final Clock clock;

    PrintRunWork(
            PrintOrders orders,
            KeptLetters kept,
            StoredFiles files,
            Senders senders,
            LetterFacts facts,
            LetterDrafts drafts,
            CaseLetterLinks links,
            StoppingLetters stopping,
            Appointments appointments,
            ObjectProvider<WritingLetters> letters,
            ObjectProvider<PrintFile> press,
            Units units,
            Actors actors,
            TransactionTemplate transaction,
            Log log,
            HouseEyes eyes,
            Clock clock) {
        this.orders = orders;
        this.kept = kept;
        this.files = files;
        this.senders = senders;
        this.facts = facts;
        this.drafts = drafts;
        this.links = links;
        this.stopping = stopping;
        this.appointments = appointments;
        this.letters = letters;
        this.press = press;
        this.units = units;
        this.actors = actors;
        this.transaction = transaction;
        this.log = log;
        this.eyes = eyes;
        this.clock = clock;
    }

    @Override
    public String code() {
        return KIND;
    }

    @Override
    public void run(JobRun run) {
        var id = new PrintOrderId(run.uuid("run"));
        var actor = orderer();
        actor.reach()
                .within(() -> {
                    var order =
                            transaction
                                    .execute(status -> orders.find(id))
                                    .orElseThrow(() -> new JobProblem("gone"));
                    var all = order.ordered() + order.printed() + order.stopped();
                    var done = all - order.ordered();
                    run.progress(done, all);
                    while (true) {
                        var next = printed(actor, id, order.earliestOn());
                        if (next == 0) {
                            return null;
                        }
                        done += next;
                        run.progress(done, all);
                    }
                });
    }

    /// Who ordered the run, with what the appointments of today allow.
    private Actor orderer() {
        var reach = Reach.current();
        var employee = reach.employee();
        if (employee == null) {
            throw new JobProblem("nobody");
        }
        return Reach.ofAccount(employee)
                .within(() -> actors.find(employee, reach.requiredBoard()))
                .orElseThrow(() -> new JobProblem("nobody"));
    }

    private int printed(Actor actor, PrintOrderId id, LocalDate earliestOn) {
        try {
            var printed =
                    transaction.execute(
                            // A letter to somebody who has been hidden since must be seen to be
                            // stopped.
                            status -> eyes.open(() -> printNext(actor, id, earliestOn)));
            return printed == null ? 0 : printed;
        } catch (Forbidden e) {
            // The one who ordered it has changed work since.
            throw new JobProblem("not-allowed");
        }
    }

    /// A letter that has got its time.
    private record Timed(
            KeptLetter kept,
            LetterFacts.Known known,
            Letter letter,
            Appointment.AppointmentId appointment) {}

    /// The next file of the run.
    ///
    /// @return how many letters were dealt with; 0 when none waits and the run is finished
    private int printNext(Actor actor, PrintOrderId id, LocalDate earliestOn) {
        if (!orders.lock(id)) {
            throw new JobProblem("gone");
        }
        var waiting = kept.lockOrdered(id, PrintFile.LETTERS_IN_A_FILE);
        if (waiting.isEmpty()) {
            orders.finish(id);
            return 0;
        }
        var sender = senders.find().orElseThrow(() -> new JobProblem("no-sender"));
        var stops = new EnumMap<StopReason, List<KeptLetter>>(StopReason.class);
        var timed = timed(actor, waiting, sender, earliestOn, stops);
        if (!timed.isEmpty()) {
            press(id, timed, stops);
        }
        stops.forEach((reason, stopped) -> stopping.stop(stopped, reason));
        log.record(
                LogEntry.of(Action.PRINT_LETTERS)
                        .about(PrintingInvitations.KIND, id.value())
                        .because("MADE")
                        .touching(
                                timed.stream()
                                        .flatMap(one ->
                                                java.util.stream.Stream.ofNullable(
                                                        one.known().person()))
                                        .toList()));
        return waiting.size();
    }

    private List<Timed> timed(
            Actor actor,
            List<KeptLetter> waiting,
            Sender sender,
            LocalDate earliestOn,
            Map<StopReason, List<KeptLetter>> stops) {
        var today = HouseClock.today(clock);
        var known = facts.of(waiting.stream().map(l -> l.matter().id()).toList(), today);
        var willing = new ArrayList<KeptLetter>();
        var invited = new ArrayList<Appointments.Invited>();
        for (var letter : waiting) {
            var one = known.get(letter.matter().id());
            var stop = one == null ? StopReason.UNKNOWN_PERSON : stop(one);
            var person = one == null ? null : one.person();
            if (stop != null || one == null || person == null) {
                stop(stops, letter, stop == null ? StopReason.UNKNOWN_PERSON : stop);
            } else {
                willing.add(letter);
                invited.add(new Appointments.Invited(new CaseId(one.id()).subject(), person));
            }
        }
        var possible = today.plusDays(WritingCaseLetters.DAYS_BY_POST);
        var proposals =
                appointments.proposeMany(
                        actor, invited, earliestOn.isBefore(possible) ? possible : earliestOn);
        var advisers =
                units.names(
                        proposals.stream()
                                .filter(Appointments.Proposal.Proposed.class::isInstance)
                                .map(p -> ((Appointments.Proposal.Proposed) p).slot().adviser())
                                .distinct()
                                .toList());
        var timed = new ArrayList<Timed>();
        for (var i = 0; i < willing.size(); i++) {
            var letter = willing.get(i);
            var one = known.get(letter.matter().id());
            switch (proposals.get(i)) {
                case Appointments.Proposal.Refused refused ->
                        stop(stops, letter, reason(refused.reason()));
                case Appointments.Proposal.Proposed proposed -> {
                    if (one != null) {
                        var slot = proposed.slot();
                        timed.add(
                                new Timed(
                                        letter,
                                        one,
                                        drafts.invitation(
                                                one,
                                                slot,
                                                advisers.get(slot.adviser()),
                                                LetterCode.read(proposed.code()).orElseThrow(),
                                                sender),
                                        proposed.id()));
                    }
                }
            }
        }
        return timed;
    }

    private void press(
            PrintOrderId id, List<Timed> timed, Map<StopReason, List<KeptLetter>> stops) {
        // Also of those that cannot be printed, so that their times are given back.
        links.add(
                timed.stream()
                        .map(one ->
                                new CaseLetterLinks.Link(
                                        one.kept().id(),
                                        new CaseId(one.known().id()),
                                        one.appointment(),
                                        one.known().newest(),
                                        null))
                        .toList());
        var run = press.getObject().make(timed.stream().map(Timed::letter).toList(), done -> {});
        for (var file : run.files()) {
            var stored = files.keep(file.pdf());
            orders.addFile(id, stored, file.places().size());
            kept.placed(
                    stored,
                    HouseClock.today(clock),
                    file.places().stream()
                            .map(place -> {
                                var one = timed.get(place.letter());
                                return new KeptLetters.Placed(
                                        one.kept().id(),
                                        letters.getObject().use(one.letter()),
                                        place.firstPage());
                            })
                            .toList());
        }
        run.leftOut()
                .forEach(left ->
                        stop(stops, timed.get(left.letter()).kept(), StopReason.UNPRINTABLE));
    }

    private @Nullable StopReason stop(LetterFacts.Known known) {
        var stop = PrintingInvitations.stopWithoutText(known);
        return stop == null && !drafts.isPrintable(known) ? StopReason.UNPRINTABLE : stop;
    }

    private static void stop(
            Map<StopReason, List<KeptLetter>> stops, KeptLetter letter, StopReason reason) {
        stops.computeIfAbsent(reason, r -> new ArrayList<>()).add(letter);
    }

    private static StopReason reason(Appointments.Reason reason) {
        return switch (reason) {
            case PROTECTED -> StopReason.PROTECTED;
            case SLOT_TAKEN, NO_FREE_SLOT -> StopReason.NO_FREE_SLOT;
            case ALREADY_BOOKED -> StopReason.ALREADY_BOOKED;
            case NO_SUCH_PERSON -> StopReason.UNKNOWN_PERSON;
        };
    }
}
