package se.bofast.tenancy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.bofast.dwelling.ApartmentId;

/// The way from a referral to a lease of one's own: what has happened, and where it stands. The
/// state is read from the events, so that it cannot say anything else than they do. Pure.
///
/// @param events those that stand, the earliest first
public record Way(LocalDate referredOn, List<Offer> offers, List<Event> events) {

    /// An apartment offered.
    ///
    /// @param motivation why this person, in the words of who chose
    public record Offer(
            OfferId id,
            ApartmentId apartment,
            LocalDate offeredOn,
            LocalDate answerByOn,
            String motivation) {}

    /// @param months of a control point or follow-up
    /// @param result a code: {@link Result} of a control point, {@link KeptHome} of a follow-up,
    ///   {@link LeaseEnd} of an end
    public record Event(
            UUID id,
            Kind kind,
            LocalDate on,
            @Nullable OfferId offer,
            @Nullable LeaseId lease,
            @Nullable Integer months,
            @Nullable String result,
            @Nullable String note) {}

    public enum Kind {
        ACCEPTED,
        DECLINED,
        OFFER_WITHDRAWN,
        KEY,
        MOVED_IN,
        CONTROL_POINT,
        LANDLORD_MEETING,
        TAKEN_OVER,
        ENDED,
        FOLLOW_UP,
        CLOSED
    }

    public enum State {
        WAITING,
        OFFERED,
        ACCEPTED,
        LIVING,
        TAKEN_OVER,
        ENDED,
        CLOSED
    }

    /// What a control point said.
    public enum Result {
        GOES_WELL,
        NEEDS_SUPPORT,
        AT_RISK
    }

    /// Whether the home was kept, at a follow-up after the takeover.
    public enum KeptHome {
        STILL_THERE,
        MOVED_BY_CHOICE,
        LOST_HOME,
        NOT_KNOWN
    }

    /// Something to do on a day.
    public record Due(Kind kind, int months, LocalDate on) {}

    static final List<Integer> CONTROL_MONTHS = List.of(3, 6, 9, 12);
    static final List<Integer> FOLLOW_UP_MONTHS = List.of(6, 12);

    public Way {
        offers = List.copyOf(offers);
        events =
                events.stream()
                        .sorted(Comparator.comparing(Event::on).thenComparing(Event::kind))
                        .toList();
    }

    public State state() {
        if (has(Kind.CLOSED)) {
            return State.CLOSED;
        }
        if (has(Kind.ENDED)) {
            return State.ENDED;
        }
        if (has(Kind.TAKEN_OVER)) {
            return State.TAKEN_OVER;
        }
        if (has(Kind.MOVED_IN)) {
            return State.LIVING;
        }
        return openOffer()
                .map(offer -> of(offer, Kind.ACCEPTED).isPresent() ? State.ACCEPTED : State.OFFERED)
                .orElse(State.WAITING);
    }

    /// The offer that is neither declined nor taken back nor moved in upon.
    public Optional<Offer> openOffer() {
        return offers.stream()
                .filter(offer ->
                        of(offer, Kind.DECLINED).isEmpty()
                                && of(offer, Kind.OFFER_WITHDRAWN).isEmpty()
                                && of(offer, Kind.MOVED_IN).isEmpty())
                .max(Comparator.comparing(Offer::offeredOn));
    }

    private Optional<Event> of(Offer offer, Kind kind) {
        return events.stream()
                .filter(event -> event.kind() == kind && offer.id().equals(event.offer()))
                .findFirst();
    }

    public Optional<Event> last(Kind kind) {
        return events.stream().filter(event -> event.kind() == kind).reduce((a, b) -> b);
    }

    private boolean has(Kind kind) {
        return last(kind).isPresent();
    }

    /// Control points and follow-ups that are not done, the first first. None after an end.
    public List<Due> due() {
        var found = new ArrayList<Due>();
        var state = state();
        if (state == State.LIVING) {
            add(found, Kind.CONTROL_POINT, Kind.MOVED_IN, CONTROL_MONTHS);
        } else if (state == State.TAKEN_OVER) {
            add(found, Kind.FOLLOW_UP, Kind.TAKEN_OVER, FOLLOW_UP_MONTHS);
        }
        return found;
    }

    private void add(List<Due> found, Kind kind, Kind from, List<Integer> months) {
        last(from)
                .ifPresent(since ->
                        months.stream()
                                .filter(number ->
                                        events.stream()
                                                .noneMatch(event ->
                                                        event.kind() == kind
                                                                && number.equals(event.months())))
                                .map(number ->
                                        new Due(
                                                kind,
                                                number,
                                                counted(kind, since.on()).plusMonths(number)))
                                .forEach(found::add));
    }

    /// A takeover's day is the last of the sublet: one's own lease begins the day after.
    private static LocalDate counted(Kind kind, LocalDate since) {
        return kind == Kind.FOLLOW_UP ? since.plusDays(1) : since;
    }

    /// True if the step may follow what has happened.
    public boolean allows(Kind kind) {
        return switch (kind) {
            case ACCEPTED, DECLINED -> state() == State.OFFERED;
            case OFFER_WITHDRAWN -> state() == State.OFFERED || state() == State.ACCEPTED;
            case KEY ->
                    state() == State.ACCEPTED
                            && openOffer().flatMap(o -> of(o, Kind.KEY)).isEmpty();
            case MOVED_IN -> state() == State.ACCEPTED;
            case CONTROL_POINT -> state() == State.LIVING;
            case LANDLORD_MEETING -> state() == State.LIVING && !has(Kind.LANDLORD_MEETING);
            case TAKEN_OVER, ENDED -> state() == State.LIVING;
            case FOLLOW_UP -> state() == State.TAKEN_OVER;
            case CLOSED -> state() == State.WAITING;
        };
    }

    /// The lease moved in upon, or the one taken over.
    public Optional<LeaseId> lease() {
        return last(Kind.TAKEN_OVER)
                .or(() -> last(Kind.MOVED_IN))
                .flatMap(event -> Optional.ofNullable(event.lease()));
    }
}
