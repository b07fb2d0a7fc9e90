package se.bofast.count;

/// The rows every figure is counted of: one statement, so that a number and the cases behind it can
/// never be two truths.
final class CountedRows {

    private CountedRows() {}

    /// The first place takes more columns, the second conditions, groups and order. Asks for
    /// `from`, `to`, `unit`, `landlord`, `reason` and `source`; the last four may be null.
    ///
    /// A case has the source of its first signal; `landlord_sent` says that any of its signals came
    /// from a landlord. Days are Swedish days.
    static final String SQL =
            """
            select count(*) as counted %s
            from (
                select 'SIGNAL' as basis, s.signal_id as row_id, j.case_id,
                       coalesce(c.person_id, s.person_id) as person_id,
                       (s.received_at at time zone 'Europe/Stockholm')::date as day,
                       s.unit_id, s.landlord_id, s.reason, s.source, cast(null as text) as code,
                       s.kind as what, s.known, cast(null as date) as decided_on,
                       cast(null as date) as opened_on, cast(null as date) as closed_on,
                       false as tried, false as reached, cast(null as int) as days, false as told,
                       false as landlord_sent, false as again,
                       false as children, 0 as permanent, 0 as alternating, 0 as visiting,
                       c.unit_id as case_unit_id, c.responsible_id
                from intake.v_signal s
                left join prevention.v_case_signal j on j.board_id = s.board_id and j.signal_id = s.signal_id
                left join prevention.v_case c on c.board_id = j.board_id and c.case_id = j.case_id
                where s.board_id = framework.board_id()
                union all
                select 'CASE', c.case_id, c.case_id, c.person_id, c.opened_on,
                       c.unit_id, c.landlord_id, c.reason, f.source, o.code,
                       null, f.known, c.inquiry_decided_on, c.opened_on, c.closed_on,
                       c.first_attempt_at is not null, c.first_contact_at is not null,
                       greatest(0, (c.first_contact_at at time zone 'Europe/Stockholm')::date - c.opened_on),
                       c.landlord_told_at is not null,
                       exists (select 1 from prevention.v_case_signal j
                               join intake.v_signal s on s.board_id = j.board_id and s.signal_id = j.signal_id
                               where j.board_id = framework.board_id() and j.case_id = c.case_id
                                 and s.source = 'LANDLORD'),
                       exists (select 1 from prevention.v_case p
                               where p.board_id = framework.board_id() and p.person_id = c.person_id
                                 and p.case_id <> c.case_id and p.closed_on <= c.opened_on
                                 and c.opened_on <= (p.closed_on + interval '12 months')::date),
                       c.children, 0, 0, 0, c.unit_id, c.responsible_id
                from prevention.v_case c
                left join lateral (
                    select s.source, s.known from prevention.v_case_signal j
                    join intake.v_signal s on s.board_id = j.board_id and s.signal_id = j.signal_id
                    where j.board_id = framework.board_id() and j.case_id = c.case_id
                    order by s.received_at, s.signal_id limit 1) f on true
                left join prevention.v_outcome o on o.board_id = c.board_id and o.case_id = c.case_id
                where c.board_id = framework.board_id()
                union all
                select b.basis, b.row_id, c.case_id, c.person_id, b.day,
                       c.unit_id, c.landlord_id, c.reason, f.source, b.code,
                       b.what, f.known, b.decided_on, c.opened_on, c.closed_on,
                       false, b.basis = 'LETTER' and exists (
                           select 1 from support.v_appointment v
                           where v.board_id = framework.board_id() and v.matter_kind = 'prevention-case'
                             and v.matter_id = b.case_id and v.state = 'CAME'),
                       null, false, false, false, c.children, b.permanent, b.alternating, b.visiting,
                       c.unit_id, c.responsible_id
                from (
                    select 'CONTACT' as basis, k.contact_id as row_id, k.matter_id as case_id,
                           (k.happened_at at time zone 'Europe/Stockholm')::date as day,
                           cast(null as text) as code, k.outcome as what, cast(null as date) as decided_on,
                           0 as permanent, 0 as alternating, 0 as visiting
                    from support.v_contact k
                    where k.board_id = framework.board_id() and k.matter_kind = 'prevention-case'
                      and k.counterpart = 'TENANT'
                    union all
                    select 'APPOINTMENT', a.appointment_id, a.matter_id,
                           (a.start_at at time zone 'Europe/Stockholm')::date, null, a.state, null, 0, 0, 0
                    from support.v_appointment a
                    where a.board_id = framework.board_id() and a.matter_kind = 'prevention-case'
                    union all
                    select 'LETTER', l.letter_id, l.matter_id, l.sent_on, null, l.state, null, 0, 0, 0
                    from letter.v_letter l
                    where l.board_id = framework.board_id() and l.matter_kind = 'prevention-case'
                      and l.template in ('INVITATION', 'REMINDER') and l.sent_on is not null
                    union all
                    select 'DECISION', d.decision_id, d.case_id, d.decided_on, null, d.kind, d.decided_on, 0, 0, 0
                    from prevention.v_decision d
                    where d.board_id = framework.board_id()
                    union all
                    select 'OUTCOME', o.outcome_id, o.case_id, o.decided_on, o.code, null, o.decided_on, 0, 0, 0
                    from prevention.v_outcome o
                    where o.board_id = framework.board_id()
                    union all
                    select 'EVICTION', e.outcome_id, e.case_id, e.executed_on, e.code, null, e.decided_on,
                           (select count(*)::int from prevention.v_outcome_child h
                            where h.board_id = framework.board_id() and h.outcome_id = e.outcome_id
                              and h.stay = 'PERMANENT'),
                           (select count(*)::int from prevention.v_outcome_child h
                            where h.board_id = framework.board_id() and h.outcome_id = e.outcome_id
                              and h.stay = 'ALTERNATING'),
                           (select count(*)::int from prevention.v_outcome_child h
                            where h.board_id = framework.board_id() and h.outcome_id = e.outcome_id
                              and h.stay = 'VISITING')
                    from prevention.v_outcome e
                    where e.board_id = framework.board_id() and e.code = 'EVICTED' and e.executed_on is not null
                    union all
                    select 'OPEN', q.case_id, q.case_id, cast(:to as date), null, null, null, 0, 0, 0
                    from prevention.v_case q
                    where q.board_id = framework.board_id() and q.opened_on <= :to
                      and (q.closed_on is null or q.closed_on > :to)
                ) b
                join prevention.v_case c on c.board_id = framework.board_id() and c.case_id = b.case_id
                left join lateral (
                    select s.source, s.known from prevention.v_case_signal j
                    join intake.v_signal s on s.board_id = j.board_id and s.signal_id = j.signal_id
                    where j.board_id = framework.board_id() and j.case_id = c.case_id
                    order by s.received_at, s.signal_id limit 1) f on true
                where b.day >= :from and b.day <= :to
            ) r
            where r.day >= :from and r.day <= :to
              and (cast(:unit as uuid) is null or r.unit_id = cast(:unit as uuid))
              and (cast(:landlord as uuid) is null or r.landlord_id = cast(:landlord as uuid))
              and (cast(:reason as text) is null or r.reason = cast(:reason as text))
              and (cast(:source as text) is null or r.source = cast(:source as text))
              %s
            """;
}
