package se.bofast.prevention;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.bofast.access.Access;
import se.bofast.access.Action;
import se.bofast.access.Actor;
import se.bofast.access.Scope;
import se.bofast.access.Subject;
import se.bofast.access.Units;
import se.bofast.audit.Log;
import se.bofast.audit.LogEntry;
import se.bofast.database.HouseEyes;
import se.bofast.job.JobId;
import se.bofast.job.JobState;
import se.bofast.job.Jobs;
import se.bofast.kernel.Conflict;
import se.bofast.kernel.EmployeeId;
import se.bofast.kernel.HouseClock;
import se.bofast.kernel.NewId;
import se.bofast.kernel.NotFound;
import se.bofast.kernel.PersonId;
import se.bofast.letter.KeptLetter;
import se.bofast.letter.KeptLetters;
import se.bofast.letter.LetterPages;
import se.bofast.letter.LetterState;
import se.bofast.letter.NewLetter;
import se.bofast.letter.PrintOrder;
import se.bofast.letter.PrintOrder.PrintOrderId;
import se.bofast.letter.PrintOrders;
import se.bofast.letter.Senders;
import se.bofast.letter.StopReason;
import se.bofast.letter.StoredFile;
import se.bofast.letter.StoredFiles;
import se.bofast.letter.TemplateCode;
import se.bofast.support.Appointments;
import se.bofast.support.LoggingContact;

/// Orders and follows print runs: one letter with a proposed time to everyone of a choice (A3).
@Component
public class PrintingInvitations {

    /// The kind of {@link Subject} a run is in the log.
    public static final String KIND = "print-run";

    /// At most so many cases in a run; the rest are chosen by the next.
    public static final int MOST = 2000;

    private static final int LATEST = 50;

    /// A case that gets no letter.
    ///
    /// @param page where the letter stands in the file, if it was made before it was stopped
    /// @param file which of the run's files, from 1
    public record LeftOut(
            UUID caseId,
            String number,
            StopReason reason,
            @Nullable Integer file,
            @Nullable Integer page) {}

    /// What ordering now would come to.
    ///
    /// @param letters how many get a letter
    /// @param translated how many of them also in the person's language
    /// @param leftOut who gets none, by reason
    /// @param more true if more cases are chosen than fit in a run
    public record Outlook(
            int letters,
            int translated,
            Map<StopReason, List<LeftOut>> leftOut,
            boolean more,
            boolean hasSender) {

        public int chosen() {
            return letters + leftOut.values().stream().mapToInt(List::size).sum();
        }
    }

    /// What came of ordering.
    public sealed interface Ordered {
        record Run(PrintOrderId id) implements Ordered {}

        /// The municipality's words for letters are not filled in.
        record NoSender() implements Ordered {}

        /// Nobody of the choice gets a letter now.
        record Nobody() implements Ordered {}
    }

    /// A run as its page shows it.
    ///
    /// @param work null when the piece of work is gone
    /// @param names of everyone who ordered or fetched
    public record View(
            PrintOrder order,
            @Nullable JobState work,
            List<StoredFile> files,
            Map<StopReason, List<LeftOut>> leftOut,
            Map<EmployeeId, String> names) {

        public String name(@Nullable EmployeeId who) {
            return who == null ? "" : names.getOrDefault(who, "");
        }

        public boolean isWorking() {
            return order.finishedAt() == null && !failed();
        }

        public boolean failed() {
            return work != null && work.state() == JobState.State.FAILED;
        }

        /// Letters that stand in a file and must be taken out before they are sent.
        public List<LeftOut> toTakeOut() {
            return leftOut.values().stream()
                    .flatMap(List::stream)
                    .filter(one -> one.page() != null)
                    .toList();
        }
    }

    private final Cases cases;
    private final LetterFacts facts;
    private final LetterDrafts drafts;
    private final KeptLetters kept;
    private final PrintOrders orders;
    private final StoredFiles files;
    private final Senders senders;
    private final Appointments appointments;
    private final LoggingContact contacts;
    private final Jobs jobs;
    private final Units units;
    private final Access access;
    private final Log log;
    private final HouseEyes eyes;
    private final Clock clock;

    PrintingInvitations(
            Cases cases,
            LetterFacts facts,
            LetterDrafts drafts,
            KeptLetters kept,
            PrintOrders orders,
            StoredFiles files,
            Senders senders,
            Appointments appointments,
            LoggingContact contacts,
            Jobs jobs,
            Units units,
            Access access,
            Log log,
            HouseEyes eyes,
            Clock clock) {
        this.cases = cases;
        this.facts = facts;
        this.drafts = drafts;
        this.kept = kept;
        this.orders = orders;
        this.files = files;
        this.senders = senders;
        this.appointments = appointments;
        this.contacts = contacts;
        this.jobs = jobs;
        this.units = units;
        this.access = access;
        this.log = log;
        this.eyes = eyes;
        this.clock = clock;
    }

    /// Who would get a letter and who not, and why; on record.
    @Transactional
    public Outlook outlook(Actor actor, InvitationChoice choice) {
        var chosen = chosen(actor, choice);
        log.record(
                LogEntry.of(Action.PRINT_LETTERS)
                        .because("LOOKED_AHEAD")
                        .touching(people(chosen.values())));
        var willing = new ArrayList<LetterFacts.Known>();
        var leftOut = new LinkedHashMap<StopReason, List<LeftOut>>();
        chosen.values().stream()
                .limit(MOST)
                .forEach(known -> {
                    var stop = stop(known);
                    if (stop == null) {
                        willing.add(known);
                    } else {
                        leave(leftOut, known, stop);
                    }
                });
        var free =
                willing.isEmpty()
                        ? 0
                        : appointments
                                .nextFreeSlots(actor, willing.size(), earliest(choice))
                                .size();
        for (var without : willing.subList(Math.min(free, willing.size()), willing.size())) {
            leave(leftOut, without, StopReason.NO_FREE_SLOT);
        }
        var letters = willing.subList(0, Math.min(free, willing.size()));
        return new Outlook(
                letters.size(),
                (int) letters.stream().filter(known -> known.language() != null).count(),
                leftOut,
                chosen.size() > MOST,
                senders.find().isPresent());
    }

    /// Orders the run. The list is drawn now; times, letters and file are made by the work that
    /// follows, and what has been settled by then is left out.
    @Transactional
    public Ordered order(Actor actor, InvitationChoice choice) {
        var chosen = chosen(actor, choice);
        if (senders.find().isEmpty()) {
            return new Ordered.NoSender();
        }
        var list = chosen.values().stream().limit(MOST).toList();
        var letters = new ArrayList<NewLetter>();
        var stopped = new HashMap<Integer, StopReason>();
        for (var known : list) {
            var stop = stop(known);
            if (stop != null) {
                stopped.put(letters.size(), stop);
            }
            letters.add(
                    new NewLetter(
                            TemplateCode.INVITATION,
                            KeptLetter.Receiver.PERSON,
                            LetterDrafts.matter(known.id()),
                            known.person(),
                            null,
                            today()));
        }
        if (stopped.size() == letters.size()) {
            return new Ordered.Nobody();
        }
        var id = new PrintOrderId(NewId.at(clock));
        var job = jobs.enqueue(PrintRunWork.KIND, Map.of("run", id.value().toString()));
        orders.add(id, TemplateCode.INVITATION, earliest(choice), job.value());
        kept.order(id, letters, stopped);
        log.record(
                LogEntry.of(Action.PRINT_LETTERS)
                        .about(KIND, id.value())
                        .because("ORDERED")
                        .touching(people(list)));
        return new Ordered.Run(id);
    }

    private LinkedHashMap<UUID, LetterFacts.Known> chosen(Actor actor, InvitationChoice choice) {
        var scope = access.require(actor, Action.PRINT_LETTERS);
        var ids = cases.uninvited(actor, scope, choice.filter(), choice.kind(), MOST + 1);
        return new LinkedHashMap<>(facts.of(ids, today()));
    }

    /// Why a case gets no letter whatever times there are; null: it may.
    private @Nullable StopReason stop(LetterFacts.Known known) {
        var stop = stopWithoutText(known);
        return stop == null && !drafts.isPrintable(known) ? StopReason.UNPRINTABLE : stop;
    }

    static @Nullable StopReason stopWithoutText(LetterFacts.Known known) {
        var stop = known.stop();
        if (stop != null) {
            return stop;
        }
        if (known.invited()) {
            return StopReason.ALREADY_INVITED;
        }
        return known.booked() ? StopReason.ALREADY_BOOKED : null;
    }

    private static void leave(
            Map<StopReason, List<LeftOut>> leftOut, LetterFacts.Known known, StopReason reason) {
        leftOut.computeIfAbsent(reason, r -> new ArrayList<>())
                .add(new LeftOut(known.id(), known.number(), reason, null, null));
    }

    private static List<PersonId> people(java.util.Collection<LetterFacts.Known> known) {
        return known.stream().flatMap(one -> Stream.ofNullable(one.person())).toList();
    }

    private LocalDate earliest(InvitationChoice choice) {
        var possible = today().plusDays(WritingCaseLetters.DAYS_BY_POST);
        return choice.earliestOn().isBefore(possible) ? possible : choice.earliestOn();
    }

    /// The last runs, one's own or, for who prints for the whole board, everyone's.
    @Transactional(readOnly = true)
    public List<PrintOrder> latest(Actor actor) {
        var scope = access.require(actor, Action.PRINT_LETTERS);
        return orders.latest(scope == Scope.BOARD ? null : actor.id(), LATEST);
    }

    @Transactional(readOnly = true)
    public Map<EmployeeId, String> names(List<PrintOrder> runs) {
        return units.names(runs.stream().map(PrintOrder::orderedBy).toList());
    }

    /// @throws NotFound if there is no such run within reach
    @Transactional(readOnly = true)
    public View view(Actor actor, PrintOrderId id) {
        var order = order(actor, id);
        var stored =
                order.files().stream().flatMap(file -> files.find(file.id()).stream()).toList();
        var who =
                Stream.concat(
                                Stream.of(order.orderedBy()),
                                stored.stream()
                                        .flatMap(file -> file.fetches().stream())
                                        .flatMap(fetch -> Stream.ofNullable(fetch.by())))
                        .collect(Collectors.toSet());
        return new View(
                order,
                jobs.find(new JobId(order.job())).orElse(null),
                stored,
                leftOut(order),
                units.names(who));
    }

    private Map<StopReason, List<LeftOut>> leftOut(PrintOrder order) {
        var stopped = kept.ofRun(order.id(), Set.of(LetterState.STOPPED), MOST);
        var known = facts.of(stopped.stream().map(l -> l.matter().id()).toList(), today());
        var leftOut = new LinkedHashMap<StopReason, List<LeftOut>>();
        for (var letter : stopped) {
            var one = known.get(letter.matter().id());
            var reason = letter.reason();
            if (one != null && reason != null) {
                leftOut.computeIfAbsent(reason, r -> new ArrayList<>())
                        .add(
                                new LeftOut(
                                        one.id(),
                                        one.number(),
                                        reason,
                                        order.files().stream()
                                                .filter(f -> f.id().equals(letter.file()))
                                                .map(PrintOrder.File::ordinal)
                                                .findFirst()
                                                .orElse(null),
                                        letter.firstPage()));
            }
        }
        return leftOut;
    }

    private PrintOrder order(Actor actor, PrintOrderId id) {
        var scope = access.require(actor, Action.PRINT_LETTERS);
        return orders.find(id)
                .filter(order -> scope == Scope.BOARD || order.orderedBy().equals(actor.id()))
                .orElseThrow(NotFound::new);
    }

    /// The file for the printer. Who fetches it again has been told who did before.
    ///
    /// @param again false gives nothing if it has been fetched
    /// @throws NotFound if there is no such file within reach
    @Transactional
    public Optional<byte[]> fetch(Actor actor, PrintOrderId id, int ordinal, boolean again) {
        var order = order(actor, id);
        var file =
                order.files().stream()
                        .filter(f -> f.ordinal() == ordinal)
                        .findFirst()
                        .orElseThrow(NotFound::new)
                        .id();
        var stored = files.find(file).orElseThrow(NotFound::new);
        if (!stored.fetches().isEmpty() && !again) {
            return Optional.empty();
        }
        var bytes = withoutHidden(id, file, files.fetch(file), stored.pages());
        log.record(
                LogEntry.of(Action.PRINT_LETTERS)
                        .about(KIND, id.value())
                        .because(stored.fetches().isEmpty() ? "FETCHED" : "FETCHED_AGAIN")
                        .touching(
                                kept.ofRun(id, Set.of(LetterState.values()), MOST).stream()
                                        .filter(letter -> file.equals(letter.file()))
                                        .flatMap(letter -> Stream.ofNullable(letter.person()))
                                        .toList()));
        return Optional.of(bytes);
    }

    /// The letters of people who have been hidden since they were made are empty pages for who may
    /// not see them; they are stopped, too.
    private byte[] withoutHidden(
            PrintOrderId run, StoredFile.StoredFileId file, byte[] bytes, int pages) {
        var seen = firstPages(run, file);
        var all = eyes.open(() -> firstPages(run, file));
        if (seen.size() == all.size()) {
            return bytes;
        }
        return LetterPages.without(
                bytes,
                all.stream()
                        .filter(first -> !seen.contains(first))
                        .map(first -> {
                            var next = all.higher(first);
                            return new LetterPages.Pages(first, next == null ? pages : next - 1);
                        })
                        .toList());
    }

    private TreeSet<Integer> firstPages(PrintOrderId run, StoredFile.StoredFileId file) {
        return kept.ofRun(run, Set.of(LetterState.values()), MOST).stream()
                .filter(letter -> file.equals(letter.file()))
                .flatMap(letter -> Stream.ofNullable(letter.firstPage()))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /// The letters of the run went out, but for those that were stopped meanwhile.
    ///
    /// @return how many
    @Transactional
    public int sent(Actor actor, PrintOrderId id, LocalDate on) {
        var order = order(actor, id);
        var first = LocalDate.ofInstant(order.orderedAt(), HouseClock.ZONE);
        if (order.finishedAt() == null) {
            throw new Conflict("prevention.print.notFinished");
        }
        if (on.isAfter(today()) || on.isBefore(first)) {
            throw new Conflict("prevention.letters.dayWrong");
        }
        orders.lock(id);
        var made = kept.ofRun(id, Set.of(LetterState.MADE), MOST);
        kept.become(made.stream().map(KeptLetter::id).toList(), LetterState.SENT, null, on);
        var receivers = new LinkedHashMap<Subject, PersonId>();
        for (var letter : made) {
            var person = letter.person();
            if (person != null) {
                receivers.put(new Subject(letter.matter().kind(), letter.matter().id()), person);
            }
        }
        contacts.lettersSent(actor, receivers, moment(on));
        log.record(
                LogEntry.of(Action.PRINT_LETTERS)
                        .about(KIND, id.value())
                        .because("SENT")
                        .touching(receivers.values()));
        return made.size();
    }

    /// Puts failed work back in the line.
    @Transactional
    public void tryAgain(Actor actor, PrintOrderId id) {
        jobs.tryAgain(new JobId(order(actor, id).job()));
    }

    private Instant moment(LocalDate on) {
        return on.equals(today())
                ? clock.instant()
                : on.atTime(LocalTime.NOON).atZone(HouseClock.ZONE).toInstant();
    }

    private LocalDate today() {
        return HouseClock.today(clock);
    }
}
