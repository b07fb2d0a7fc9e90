package se.bofast.intake;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import se.bofast.access.Action;
import se.bofast.access.Actor;
import se.bofast.dwelling.LandlordId;
import se.bofast.dwelling.Landlords;
import se.bofast.filing.ImportKind;
import se.bofast.filing.Outlook;
import se.bofast.kernel.PersonId;

/// Reads a list of signals in: the same way as one by form, a thousand at a time.
final class SignalImport implements ImportKind<SignalLine> {

    /// The sender that is no landlord.
    private static final Sender AUTHORITY = new Sender("kronofogden", "Kronofogden");

    private final SignalList list;
    private final Signals signals;
    private final RegisteringSignals registering;
    private final TakingBackSignals takingBack;
    private final Landlords landlords;

    SignalImport(
            SignalList list,
            Signals signals,
            RegisteringSignals registering,
            TakingBackSignals takingBack,
            Landlords landlords) {
        this.list = list;
        this.signals = signals;
        this.registering = registering;
        this.takingBack = takingBack;
        this.landlords = landlords;
    }

    @Override
    public String code() {
        return list.code();
    }

    @Override
    public String nameKey() {
        return list.nameKey();
    }

    @Override
    public String hintKey() {
        return list.hintKey();
    }

    @Override
    public Place place() {
        return new Place("intake.menu", "/inkorg");
    }

    @Override
    public Action action() {
        return Action.IMPORT_SIGNALS;
    }

    @Override
    public List<Sender> senders() {
        var senders = new ArrayList<Sender>();
        if (list.isFromAuthority()) {
            senders.add(AUTHORITY);
        }
        landlords.all().stream()
                .map(landlord -> new Sender(landlord.id().value().toString(), landlord.name()))
                .forEach(senders::add);
        return senders;
    }

    @Override
    public SignalRowReader reader() {
        return list.reader();
    }

    @Override
    public List<Foreseen> foresee(Reception reception, List<ReadRow<SignalLine>> rows) {
        var known = new HashMap<String, @Nullable LandlordId>();
        rows.stream()
                .map(row -> row.value().landlord())
                .distinct()
                .forEach(name -> {
                    if (name != null) {
                        known.put(name, landlords.byNameKey(name).orElse(null));
                    }
                });
        var batch = rows.stream().map(row -> signal(reception, row, known)).toList();
        var prints = batch.stream().map(Fingerprint::of).toList();
        var before = signals.withFingerprints(prints.stream().map(Fingerprint::notice).toList());
        var verdicts = signals.weigh(batch);
        var outlooks = new ArrayList<Foreseen>(batch.size());
        for (var i = 0; i < batch.size(); i++) {
            var print = prints.get(i);
            var repeated =
                    before.getOrDefault(print.notice(), List.of()).stream()
                            .anyMatch(earlier -> earlier.content().equals(print.content()));
            var verdict = verdicts.get(i);
            outlooks.add(
                    new Foreseen(
                            repeated ? Outlook.REPEATED : outlook(batch.get(i), verdict),
                            about(verdict)));
        }
        return outlooks;
    }

    private static Outlook outlook(NewSignal signal, Matching.Verdict verdict) {
        return switch (verdict) {
            case Matching.Verdict.Sure sure -> Outlook.KNOWN;
            case Matching.Verdict.Doubtful doubtful -> Outlook.ASKED;
            case Matching.Verdict.Nobody() ->
                    RegisteringSignals.makesAPerson(signal) ? Outlook.NEW : Outlook.NOBODY;
        };
    }

    private static List<PersonId> about(Matching.Verdict verdict) {
        return switch (verdict) {
            case Matching.Verdict.Sure(var candidate) -> List.of(candidate.person());
            case Matching.Verdict.Doubtful(var candidates) ->
                    candidates.stream().map(Matching.Candidate::person).toList();
            case Matching.Verdict.Nobody nobody -> List.of();
        };
    }

    @Override
    public List<Outcome> accept(Actor actor, Reception reception, List<ReadRow<SignalLine>> rows) {
        var names =
                rows.stream()
                        .flatMap(row -> java.util.stream.Stream.ofNullable(row.value().landlord()))
                        .distinct()
                        .toList();
        var known = landlords.ensureAll(names);
        var batch = rows.stream().map(row -> signal(reception, row, known)).toList();
        return registering.register(actor, Action.IMPORT_SIGNALS, batch).stream()
                .map(taken ->
                        switch (taken) {
                            case Taken.New fresh ->
                                    new Outcome(fresh.id().value(), false, fresh.person());
                            case Taken.SameReceipt same ->
                                    new Outcome(same.id().value(), true, null);
                        })
                .toList();
    }

    private static NewSignal signal(
            Reception reception,
            ReadRow<SignalLine> row,
            Map<String, ? extends @Nullable LandlordId> known) {
        var authority = reception.sender().key().equals(AUTHORITY.key());
        var written = row.value().landlord();
        var named = written == null ? null : known.get(written);
        var sender = authority ? null : new LandlordId(UUID.fromString(reception.sender().key()));
        return row.value()
                .signal(
                        authority ? SignalSource.ENFORCEMENT_AUTHORITY : SignalSource.LANDLORD,
                        named != null ? named : sender,
                        reception.sender().name(),
                        reception.receivedAt(),
                        new NewSignal.FileRow(reception.upload().value(), row.number()));
    }

    @Override
    public Set<UUID> worked(Collection<UUID> results) {
        return takingBack.worked(ids(results)).stream()
                .map(SignalId::value)
                .collect(Collectors.toSet());
    }

    @Override
    public void undo(Actor actor, List<UUID> results, String reason) {
        takingBack.takeBack(Action.IMPORT_SIGNALS, ids(results), reason);
    }

    private static List<SignalId> ids(Collection<UUID> results) {
        return results.stream().map(SignalId::new).toList();
    }

    @Override
    public String hrefOf(UUID result) {
        return "/signaler/" + result;
    }
}
