package se.bofast.demo;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.bofast.access.Actor;
import se.bofast.access.Logins;
import se.bofast.demo.Threat.Answer;
import se.bofast.kernel.HouseClock;
import se.bofast.support.AnsweringByCode;
import se.bofast.support.Appointments;
import se.bofast.support.MakingSlots;
import se.bofast.support.SlotLists;

/// Times that advisers offer, the round that invites to them, who answers and who comes.
@Component
class PlayingTimes {

    /// Says where, and nothing that tells what is there.
    static final String PLACE = "Medborgarhuset, Torggatan 4, plan 2";

    private static final Duration HALF_AN_HOUR = Duration.ofMinutes(30);
    private static final List<String> ADVISERS = List.of("samordnare", "bolots", "radgivare");

    private final MakingSlots making;
    private final Appointments appointments;
    private final AnsweringByCode answering;
    private final SlotLists lists;
    private final PlayingContacts contacts;
    private final DemoCases cases;
    private final Logins logins;
    private final Clock clock;

    PlayingTimes(
            MakingSlots making,
            Appointments appointments,
            AnsweringByCode answering,
            SlotLists lists,
            PlayingContacts contacts,
            DemoCases cases,
            Logins logins,
            Clock clock) {
        this.making = making;
        this.appointments = appointments;
        this.answering = answering;
        this.lists = lists;
        this.contacts = contacts;
        this.cases = cases;
        this.logins = logins;
        this.clock = clock;
    }

    /// Three advisers, eleven times a day, for three weeks: enough for the round, with holidays.
    void offerForRound(Actor actor, LocalDate monday) {
        for (var adviser : ADVISERS) {
            for (var day = 0; day < 5; day++) {
                offer(actor, adviser, monday.plusDays(day), LocalTime.of(9, 0), 11, 3, null);
            }
        }
    }

    /// @param language of the interpreter who comes with the times; null: none
    void offer(
            Actor actor,
            String adviser,
            LocalDate firstOn,
            LocalTime at,
            int inARow,
            int weeks,
            @Nullable String language) {
        making.make(
                actor,
                new MakingSlots.NewSlots(
                        logins.find(adviser),
                        actor.unit(),
                        firstOn,
                        at,
                        HALF_AN_HOUR,
                        inARow,
                        weeks,
                        PLACE,
                        language));
    }

    /// The letters of the round go out: each with a time of its own and a code to answer by. This
    /// is the one place where the round is sent.
    void inviteRound(Actor actor, List<Threat> round, LocalDate from) {
        var byCase = cases.of(round);
        var invited = new ArrayList<Appointments.Invited>();
        var threats = new ArrayList<Threat>();
        for (var threat : round) {
            var id = byCase.get(threat);
            var person = id == null ? null : cases.person(id);
            if (id != null && person != null) {
                invited.add(new Appointments.Invited(id.subject(), person));
                threats.add(threat);
            }
        }
        var proposals = appointments.proposeMany(actor, invited, from);
        for (var i = 0; i < proposals.size(); i++) {
            if (proposals.get(i) instanceof Appointments.Proposal.Proposed proposed) {
                contacts.letter(actor, threats.get(i));
                answer(threats.get(i), proposed);
            }
        }
    }

    /// The code stands on the letter and nowhere else, so the answers of the days that follow are
    /// played here, each at its own moment.
    private void answer(Threat threat, Appointments.Proposal.Proposed proposed) {
        var answer = threat.life().answer();
        if (answer == null || answer == Answer.STAYS_AWAY) {
            return;
        }
        if (answer == Answer.COMES && threat.dice(100, "confirms") < 45) {
            return;
        }
        var at =
                HouseClock.today(clock)
                        .plusDays(2 + threat.dice(3, "answer"))
                        .atTime(17, threat.dice(60, "minute"))
                        .atZone(HouseClock.ZONE)
                        .toInstant();
        // Each from a telephone of its own, as the door counts tries.
        var from = "203.0.113.%d %s".formatted(threat.dice(250, "from"), threat.reference());
        HouseClock.at(
                at,
                () -> {
                    var shown =
                            answering.answer(
                                    proposed.code(), from, new AnsweringByCode.Reply.Look());
                    if (shown instanceof AnsweringByCode.Answer.Shown open) {
                        answering.answer(proposed.code(), from, reply(answer, open));
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

    /// In the evening: who came, and what was said.
    void mark(Actor actor, List<Threat> round, LocalDate day) {
        var threats = new HashMap<UUID, Threat>();
        cases.of(round).forEach((threat, id) -> threats.put(id.value(), threat));
        for (var row : open(actor, day)) {
            var appointment = row.appointment();
            var threat = appointment == null ? null : threats.get(appointment.matter().id());
            if (appointment == null || threat == null) {
                continue;
            }
            var answer = threat.life().answer();
            var came = answer == Answer.COMES || answer == Answer.MOVES_AND_COMES;
            appointments.mark(actor, appointment.id(), came);
            if (came) {
                contacts.came(actor, threat, row.slot().startAt());
            }
        }
    }

    private List<SlotLists.Row> open(Actor actor, LocalDate day) {
        return lists.week(actor, day, false).on(day).stream()
                .filter(row -> row.appointment() != null && row.appointment().state().isOpen())
                .filter(SlotLists.Row::begun)
                .toList();
    }

    /// A time that somebody has agreed to on the telephone.
    void book(Actor actor, Threat threat, LocalDate from) {
        var id = cases.of(threat);
        var person = cases.person(id);
        if (person == null) {
            return;
        }
        appointments.nextFreeSlots(actor, person, 1, from).stream()
                .findFirst()
                .ifPresent(slot -> appointments.book(actor, id.subject(), person, slot.id()));
    }

    static LocalDate mondayOf(LocalDate day) {
        return day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }
}
