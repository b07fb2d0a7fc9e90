package se.bofast.review;

import java.sql.Timestamp;
import java.time.LocalDate;
import java.time.Year;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.bofast.TestHouse.TestBoard;
import se.bofast.access.Actor;
import se.bofast.kernel.Period;
import se.bofast.kernel.PersonId;
import se.bofast.person.Consent;
import se.bofast.person.Consents;
import se.bofast.person.Counterpart;
import se.bofast.person.Household.ChildStay;
import se.bofast.person.Household.Membership;
import se.bofast.person.Households;
import se.bofast.person.NewPerson;
import se.bofast.person.People;
import se.bofast.person.TestNumbers;
import se.bofast.prevention.CaseId;
import se.bofast.prevention.Closing;
import se.bofast.prevention.ClosingCase;
import se.bofast.prevention.MakingDecisions;
import se.bofast.prevention.Story;
import se.bofast.prevention.Story.Signal;

/// People whom the board helped long ago, with something of everything written about them.
record OldLives(
        TestBoard board,
        Actor actor,
        Story story,
        People people,
        Households households,
        Consents consents,
        MakingDecisions decisions,
        ClosingCase closing) {

    /// @param person whom it was about
    /// @param caseId the case, closed the same day
    record Life(PersonId person, CaseId caseId) {}

    static final LocalDate BORN = LocalDate.of(1971, 4, 7);

    /// All of it happened on one day.
    Life on(LocalDate day) {
        return on(day, BORN.plusYears(board.units().size() % 3), true);
    }

    Life on(LocalDate day, LocalDate born, boolean closed) {
        var number = TestNumbers.next();
        var person =
                board.as(
                        actor,
                        day,
                        () ->
                                people.register(
                                        actor,
                                        NewPerson.of("Gamla", "Ärendet", number).bornOn(born)));
        board.as(
                actor,
                day,
                () -> {
                    var household = households.start(actor, person, day, "TEST");
                    households.add(
                            actor,
                            household,
                            Membership.child(
                                    null,
                                    ChildStay.PERMANENT,
                                    Year.of(2010).getValue(),
                                    Period.from(day)),
                            "TEST");
                    return consents.give(
                            actor,
                            person,
                            Consent.ConsentScope.AGREED_STEPS,
                            new Counterpart(
                                    se.bofast.person.Counterpart.CounterpartKind.OTHER,
                                    null,
                                    "Hyresbolaget"),
                            Consent.ConsentForm.ORAL,
                            day,
                            null);
                });
        var id = story.comes(actor, Signal.arrears(day, "Gamla Ärendet").about(person));
        write(day, person, id);
        if (closed) {
            close(id, day);
        }
        return new Life(person, id);
    }

    void close(CaseId id, LocalDate day) {
        board.as(
                actor,
                day,
                () -> {
                    decisions.inquiry(actor, id, false, day, "Rådgivning räcker.");
                    var ended =
                            closing.end(
                                    actor,
                                    id,
                                    new Closing.Ended(
                                            Closing.Outcome.PAID_BY_TENANT,
                                            day,
                                            null,
                                            null,
                                            List.of(),
                                            null));
                    if (!(ended instanceof Closing.Closed)) {
                        throw new IllegalStateException(ended.toString());
                    }
                    return null;
                });
    }

    /// Rows in the rooms that have long use cases of their own.
    private void write(LocalDate day, PersonId person, CaseId id) {
        board.ask(
                actor,
                db -> {
                    for (var sql : ROWS.split(";\n")) {
                        fill(db, sql, day, person, id);
                    }
                    return null;
                });
    }

    private void fill(JdbcClient db, String sql, LocalDate day, PersonId person, CaseId id) {
        db.sql(sql)
                .param("p", person.value())
                .param("c", id.value())
                .param("a", actor.id().value())
                .param("u", actor.unit().value())
                .param("d", day)
                .param("t", Timestamp.from(TestBoard.noon(day)))
                .param("x", UUID.randomUUID())
                .update();
    }

    private static final String ROWS =
            """
            insert into access.entrustment (board_id, area_id, id, person_id, account_id, start_on, end_on, reason, given_at, ended_at)
            values (framework.board_id(), (framework.area_ids())[1], :x, :p, :a, :d, :d, 'Hade skyddade uppgifter', :t, :t);
            insert into support.assignment (board_id, area_id, id, person_id, unit_id, start_on, end_on, recorded_at)
            values (framework.board_id(), (framework.area_ids())[1], :x, :p, :u, :d, :d, :t);
            insert into support.contact (board_id, area_id, id, matter_kind, matter_id, person_id, counterpart, way, outcome, with_landlord, happened_at, advice, recorded_at)
            values (framework.board_id(), (framework.area_ids())[1], :x, 'prevention-case', :c, :p, 'TENANT', 'PHONE', 'PERSONAL_CONTACT', false, :t, '{}', :t);
            insert into support.visit_note (board_id, area_id, id, person_id, note, two_people, until_on, recorded_at)
            values (framework.board_id(), (framework.area_ids())[1], :x, :p, 'Två vid besök', true, :d, :t);
            insert into support.slot (board_id, area_id, id, account_id, unit_id, series_id, start_at, end_at, place, recorded_at)
            select framework.board_id(), (framework.area_ids())[1], :x, :a, :u, :x, s.start_at, s.start_at + interval '10 minutes', 'Rum 1', :t
            from (select coalesce(max(end_at), cast(:t as timestamptz)) as start_at from support.slot where board_id = framework.board_id() and framework.day_of(end_at) = :d) s;
            insert into support.appointment (board_id, area_id, id, matter_kind, matter_id, person_id, slot_id, state, code_hash, code_until_at, recorded_at)
            select framework.board_id(), (framework.area_ids())[1], :x, 'prevention-case', :c, :p, s.id, 'CAME', encode(sha256(cast(cast(:x as uuid) as text)::bytea), 'hex'), :t, :t
            from support.slot s where s.board_id = framework.board_id() and s.appointment_id is null
              and not exists (select from support.appointment a where a.slot_id = s.id) order by s.start_at desc limit 1;
            update support.slot s set appointment_id = a.id from support.appointment a where a.slot_id = s.id and a.person_id = :p;
            insert into support.appointment_event (board_id, area_id, id, appointment_id, ordinal, slot_id, state, by_code, undo, recorded_at)
            select a.board_id, a.area_id, :x, a.id, 1, a.slot_id, 'CAME', false, false, :t from support.appointment a where a.person_id = :p;
            insert into support.visit (board_id, area_id, id, matter_kind, matter_id, person_id, account_id, with_landlord, start_at, check_in_due_at, check_in_account_id, recorded_at)
            select framework.board_id(), (framework.area_ids())[1], :x, 'prevention-case', :c, :p, :a, false, :t, cast(:t as timestamptz) + interval '1 hour',
                (select id from access.account where id <> :a limit 1), :t;
            insert into placement.stay (board_id, area_id, id, person_id, created_at)
            values (framework.board_id(), (framework.area_ids())[1], :c, :p, :t);
            insert into placement.stay_fact (board_id, area_id, id, stay_id, person_id, form_id, layer, home_number, start_on, end_on, withdrawn, recorded_at, reason)
            select framework.board_id(), (framework.area_ids())[1], :x, :c, :p, f.id, 'LIVES', 1, :d, :d, false, :t, 'TEST'
            from placement.housing_form f where f.board_id = framework.board_id() and f.code = 'SHELTER';
            insert into placement.help_offer (board_id, area_id, id, offer_id, person_id, stay_id, kind, offered_on, result, result_on, recorded_at, reason)
            values (framework.board_id(), (framework.area_ids())[1], :x, :x, :p, :c, 'GUIDE', :d, 'ACCEPTED', :d, :t, 'TEST');
            insert into debt.debt (board_id, area_id, id, matter_kind, matter_id, person_id, creditor_name, kind, arisen_on, recorded_at)
            values (framework.board_id(), (framework.area_ids())[1], :c, 'prevention-case', :c, :p, 'Hyresbolaget', 'RENT', :d, :t);
            insert into debt.amount (board_id, area_id, id, debt_id, as_of_on, amount_ore, source, reason, recorded_at)
            values (framework.board_id(), (framework.area_ids())[1], :x, :c, :d, 100000, 'LANDLORD', 'TEST', :t);
            insert into debt.payment (board_id, area_id, id, debt_id, amount_ore, paid_on, payer, recorded_at)
            values (framework.board_id(), (framework.area_ids())[1], :c, :c, 1000, :d, 'TENANT', :t);
            insert into debt.payment_withdrawal (board_id, area_id, payment_id, withdrawn_at, reason)
            values (framework.board_id(), (framework.area_ids())[1], :c, :t, 'TEST');
            insert into debt.plan (board_id, area_id, id, debt_id, agreed_on, total_ore, monthly_ore, first_due_on, recorded_at)
            values (framework.board_id(), (framework.area_ids())[1], :c, :c, :d, 1000, 1000, :d, :t);
            insert into debt.instalment (board_id, area_id, plan_id, number, due_on, amount_ore)
            values (framework.board_id(), (framework.area_ids())[1], :c, 1, :d, 1000);
            insert into debt.debt_withdrawal (board_id, area_id, debt_id, withdrawn_at, reason)
            values (framework.board_id(), (framework.area_ids())[1], :c, :t, 'TEST');
            insert into debt.promise (board_id, area_id, id, matter_kind, matter_id, person_id, creditor_name, month_on, amount_ore, due_on, pay_by_on, recorded_at)
            values (framework.board_id(), (framework.area_ids())[1], :c, 'prevention-case', :c, :p, 'Hyresbolaget', cast(date_trunc('month', cast(:d as timestamp)) as date), 1000, :d, :d, :t);
            insert into debt.promise_event (board_id, area_id, id, promise_id, kind, paid_on, recorded_at)
            values (framework.board_id(), (framework.area_ids())[1], :x, :c, 'PAID', :d, :t);
            insert into debt.referral (board_id, area_id, id, matter_kind, matter_id, person_id, referred_on, agreed, recorded_at)
            values (framework.board_id(), (framework.area_ids())[1], :c, 'prevention-case', :c, :p, :d, false, :t);
            insert into debt.referral_fact (board_id, area_id, id, referral_id, kind, code, fact_on, recorded_at)
            values (framework.board_id(), (framework.area_ids())[1], :x, :c, 'ANSWER', 'ACCEPTED', :d, :t);
            insert into letter.stored_file (board_id, area_id, id, sha256, size, content_type, pages, content, made_at)
            values (framework.board_id(), (framework.area_ids())[1], :c, repeat('0', 64), 1, 'application/pdf', 1, '\\x00', :t);
            insert into letter.letter (board_id, area_id, id, template, template_version, receiver, matter_kind, matter_id, person_id, written_on, file_id, first_page, state, recorded_at)
            values (framework.board_id(), (framework.area_ids())[1], :c, 'INVITATION', 1, 'PERSON', 'prevention-case', :c, :p, :d, :c, 1, 'SENT', :t);
            insert into letter.letter_event (board_id, area_id, id, letter_id, ordinal, state, happened_on, recorded_at)
            values (framework.board_id(), (framework.area_ids())[1], :x, :c, 1, 'SENT', :d, :t);
            insert into letter.file_fetch (board_id, area_id, id, file_id, fetched_at)
            values (framework.board_id(), (framework.area_ids())[1], :x, :c, :t);
            insert into prevention.case_letter (board_id, area_id, letter_id, case_id)
            values (framework.board_id(), (framework.area_ids())[1], :c, :c);
            insert into person.disclosure (board_id, area_id, id, person_id, matter_kind, matter_id, counterpart_kind, counterpart_name, ground, content, told_at)
            values (framework.board_id(), (framework.area_ids())[1], :x, :p, 'prevention-case', :c, 'LANDLORD', 'Hyresbolaget', 'RECEIPT', 'Kvittens', :t);
            insert into page.draft (board_id, area_id, account_id, form, page, title, command_key, fields, saved_at)
            values (framework.board_id(), (framework.area_ids())[1], :a, 'f' || cast(:x as text), '/arenden/' || cast(:c as text), 'Utkast', :x, 'person=' || cast(:p as text), :t);
            insert into page.command (board_id, area_id, account_id, action, key, result, at)
            values (framework.board_id(), (framework.area_ids())[1], :a, 'TEST', :x, cast(:c as text), :t);
            insert into job.job (board_id, area_id, id, kind, payload, state, created_at, run_after, attempts, done_steps)
            values (framework.board_id(), (framework.area_ids())[1], :x, 'test', jsonb_build_object('case', cast(:c as text)), 'DONE', :t, :t, 1, 1)\
            """;
}
