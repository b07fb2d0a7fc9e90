package se.bofast.tenancy;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
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
import se.bofast.dwelling.Apartments;
import se.bofast.kernel.HouseClock;
import se.bofast.kernel.NotFound;
import se.bofast.kernel.PersonId;
import se.bofast.person.Households;
import se.bofast.person.People;
import se.bofast.person.PersonRelations;

/// Refers people to an apartment with what they need, shows referrals, and takes them back.
@Component
public class Referring {

    private final Referrals referrals;
    private final Leases leases;
    private final People people;
    private final Households households;
    private final Apartments apartments;
    private final Units units;
    private final LeaseClock law;
    private final Access access;
    private final Log log;
    private final JdbcClient db;
    private final Clock clock;

    Referring(
            Referrals referrals,
            Leases leases,
            People people,
            Households households,
            Apartments apartments,
            Units units,
            LeaseClock law,
            Access access,
            Log log,
            JdbcClient db,
            Clock clock) {
        this.referrals = referrals;
        this.leases = leases;
        this.people = people;
        this.households = households;
        this.apartments = apartments;
        this.units = units;
        this.law = law;
        this.access = access;
        this.log = log;
        this.db = db;
        this.clock = clock;
    }

    /// Says whether the actor may refer the person.
    ///
    /// @throws NotFound if there is no such person within reach
    @Transactional
    public void require(Actor actor, PersonId person) {
        access.require(actor, Action.REFER_TO_HOME, CarriedPerson.of(person));
    }

    /// Says whether the actor may change the referral.
    ///
    /// @throws NotFound if there is no such referral within reach
    @Transactional(readOnly = true)
    public void requireChange(Actor actor, ReferralId id) {
        access.require(
                actor, Action.REFER_TO_HOME, new Subject(ReferralRelations.KIND, id.value()));
    }

    /// Refers a person: they wait from the day.
    ///
    /// @throws NotFound if the person is not within reach
    @Transactional
    public ReferralId refer(
            Actor actor,
            PersonId person,
            LocalDate since,
            @Nullable LocalDate grantedOn,
            Needs needs,
            String reason) {
        access.require(actor, Action.REFER_TO_HOME, CarriedPerson.of(person));
        var id = referrals.insert(person, actor.unit(), actor.id(), since);
        referrals.write(id, person, grantedOn, needs, reason);
        record(Action.REFER_TO_HOME, id, person, "REFERRED");
        return id;
    }

    /// The needs are others than was said. False if somebody else was quicker.
    @Transactional
    public boolean changeNeeds(
            Actor actor,
            ReferralId id,
            UUID seen,
            @Nullable LocalDate grantedOn,
            Needs needs,
            String reason) {
        var referral = reached(actor, Action.REFER_TO_HOME, id);
        if (!referrals.supersede(seen)) {
            return false;
        }
        referrals.write(id, referral.person(), grantedOn, needs, reason);
        record(Action.REFER_TO_HOME, id, referral.person(), "NEEDS_CHANGED");
        return true;
    }

    /// The person no longer waits. False where there is an offer to answer first.
    @Transactional
    public boolean close(Actor actor, ReferralId id, LocalDate on, String reason) {
        var referral = reached(actor, Action.REFER_TO_HOME, id);
        if (!referral.way().allows(Way.Kind.CLOSED)) {
            return false;
        }
        referrals.write(
                referral,
                new Way.Event(
                        referrals.newId(), Way.Kind.CLOSED, on, null, null, null, null, reason));
        record(Action.REFER_TO_HOME, id, referral.person(), "REFERRAL_CLOSED");
        return true;
    }

    /// The page of a referral. Logged.
    ///
    /// @throws NotFound if there is none within reach
    @Transactional
    public ReferralView view(Actor actor, ReferralId id) {
        var subject = new Subject(ReferralRelations.KIND, id.value());
        var referral = reached(actor, Action.SEE_REFERRALS, id);
        var today = HouseClock.today(clock);
        var together = new LinkedHashSet<PersonId>();
        households.of(referral.person(), today).stream()
                .flatMap(home -> home.members().stream())
                .flatMap(member -> Stream.ofNullable(member.membership().person()))
                .forEach(together::add);
        together.remove(referral.person());
        var touched = new HashSet<>(together);
        touched.add(referral.person());
        var names = people.names(touched);
        log.record(
                LogEntry.of(Action.SEE_REFERRALS)
                        .about(ReferralRelations.KIND, id.value())
                        .touching(touched));
        return new ReferralView(
                referral,
                names.get(referral.person()),
                Objects.requireNonNullElse(units.names().get(referral.unit()), ""),
                apartments.find(
                        referral.way().offers().stream().map(Way.Offer::apartment).toList()),
                isGuided(referral.person(), today),
                together.stream().flatMap(person -> Stream.ofNullable(names.get(person))).toList(),
                lease(actor, referral),
                law.findings(referral),
                access.allows(actor, Action.REFER_TO_HOME, subject),
                access.allows(actor, Action.OFFER_HOME, subject),
                access.allows(actor, Action.CHANGE_PERSON)
                        && access.allows(
                                actor,
                                Action.CHANGE_PERSON,
                                new Subject(PersonRelations.KIND, referral.person().value())),
                today);
    }

    private @Nullable Lease lease(Actor actor, Referral referral) {
        return referral.way()
                .lease()
                .filter(lease ->
                        access.allows(
                                actor,
                                Action.SEE_LEASES,
                                new Subject(LeaseRelations.KIND, lease.value())))
                .flatMap(leases::find)
                .orElse(null);
    }

    private boolean isGuided(PersonId person, LocalDate today) {
        return db.sql(
                        """
                        select exists (
                            select 1 from support.v_assignment s
                            join access.v_appointment a on a.board_id = s.board_id and a.account_id = s.account_id
                            where s.board_id = framework.board_id() and s.person_id = :person and a.role = 'GUIDE'
                              and s.start_on <= :today and (s.end_on is null or s.end_on >= :today)
                              and a.start_on <= :today and (a.end_on is null or a.end_on >= :today))
                        """)
                .param("person", person.value())
                .param("today", today)
                .query(Boolean.class)
                .single();
    }

    /// The referrals the actor may see: those who wait first, then those on the way and those who
    /// live there, who has waited longest first in each. Logged.
    @Transactional
    public List<ReferralView.Line> list(Actor actor) {
        var scope = access.require(actor, Action.SEE_REFERRALS);
        var found =
                referrals.all().stream()
                        .filter(referral ->
                                scope == Scope.BOARD
                                        || access.allows(
                                                actor,
                                                Action.SEE_REFERRALS,
                                                new Subject(
                                                        ReferralRelations.KIND,
                                                        referral.id().value())))
                        .sorted(Comparator.comparing((Referral referral) -> referral.way().state()))
                        .toList();
        return lines(found);
    }

    /// A person's own referrals. Logged. Those the actor may not see are left out.
    @Transactional
    public List<ReferralView.Line> of(Actor actor, PersonId person) {
        return lines(
                referrals.of(person).stream()
                        .filter(referral ->
                                access.allows(
                                        actor,
                                        Action.SEE_REFERRALS,
                                        new Subject(ReferralRelations.KIND, referral.id().value())))
                        .toList());
    }

    private List<ReferralView.Line> lines(List<Referral> found) {
        if (found.isEmpty()) {
            return List.of();
        }
        var touched = found.stream().map(Referral::person).distinct().toList();
        var names = people.names(touched);
        log.record(LogEntry.of(Action.SEE_REFERRALS).touching(touched));
        return found.stream()
                .map(referral ->
                        new ReferralView.Line(
                                referral.id(),
                                names.get(referral.person()),
                                referral.way().referredOn(),
                                referral.way().state(),
                                referral.way().due().stream().findFirst().orElse(null)))
                .toList();
    }

    private Referral reached(Actor actor, Action action, ReferralId id) {
        access.require(actor, action, new Subject(ReferralRelations.KIND, id.value()));
        return referrals.find(id).orElseThrow(NotFound::new);
    }

    private void record(Action action, ReferralId id, PersonId person, String what) {
        log.record(
                LogEntry.of(action)
                        .about(ReferralRelations.KIND, id.value())
                        .touching(person)
                        .because(what)
                        .changing(Map.of(), Map.of()));
    }
}
