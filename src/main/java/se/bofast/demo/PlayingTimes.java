package se.bofast.demo;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.TemporalAdjusters;
import java.util.HashMap;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.bofast.access.Actor;
import se.bofast.access.Logins;
import se.bofast.demo.Threat.Answer;
import se.bofast.support.Appointment;
import se.bofast.support.Appointments;
import se.bofast.support.MakingSlots;
import se.bofast.support.SlotLists;

/// Times that advisers offer, and who comes.
@Component
class PlayingTimes {

    /// Says where, and nothing that tells what is there.
    static final String PLACE = "Medborgarhuset, Torggatan 4, plan 2";

    private static final Duration HALF_AN_HOUR = Duration.ofMinutes(30);
    private static final List<String> ADVISERS = List.of("samordnare", "bolots", "radgivare");

    private final MakingSlots making;
    private final Appointments appointments;
    private final SlotLists lists;
    private final PlayingContacts contacts;
    private final DemoCases cases;
    private final Logins logins;

    PlayingTimes(
            MakingSlots making,
            Appointments appointments,
            SlotLists lists,
            PlayingContacts contacts,
            DemoCases cases,
            Logins logins) {
        this.making = making;
        this.appointments = appointments;
        this.lists = lists;
        this.contacts = contacts;
        this.cases = cases;
        this.logins = logins;
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

    /// In the evening: who came of those who were written to, and what was said.
    void mark(Actor actor, List<Threat> all, LocalDate day) {
        var threats = new HashMap<UUID, Threat>();
        cases.of(all).forEach((threat, id) -> threats.put(id.value(), threat));
        for (var row : open(actor, day)) {
            var appointment = row.appointment();
            var threat = appointment == null ? null : threats.get(appointment.matter().id());
            if (appointment == null || threat == null) {
                continue;
            }
            var answer = threat.life().answer();
            if (answer == null && appointment.state() != Appointment.State.PROPOSED) {
                // Agreed on by telephone; not of the round.
                continue;
            }
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
