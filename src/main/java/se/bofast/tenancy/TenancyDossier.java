package se.bofast.tenancy;

import static se.bofast.audit.DossierField.code;
import static se.bofast.audit.DossierField.day;
import static se.bofast.audit.DossierField.employee;
import static se.bofast.audit.DossierField.moment;
import static se.bofast.audit.DossierField.money;
import static se.bofast.audit.DossierField.number;
import static se.bofast.audit.DossierField.reference;
import static se.bofast.audit.DossierField.text;
import static se.bofast.audit.DossierField.unit;
import static se.bofast.audit.DossierField.words;
import static se.bofast.audit.DossierField.yesNo;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import se.bofast.audit.DossierPart;
import se.bofast.audit.DossierQuestion;
import se.bofast.audit.DossierRecord;
import se.bofast.audit.RecordKind;
import se.bofast.dwelling.ApartmentKind;

/// What the person has rented, what they were to pay and paid, and how they came to a home.
@Component
public class TenancyDossier implements DossierPart {

    public static final List<RecordKind> KINDS =
            List.of(
                    RecordKind.of(
                            "tenancy",
                            "lease_party",
                            1,
                            "start_on",
                            day("start_on"),
                            day("end_on"),
                            reference("id"),
                            reference("lease_id"),
                            reference("person_id")),
                    RecordKind.of(
                                    "tenancy",
                                    "lease_fact",
                                    1,
                                    "start_on",
                                    code("tenure", Tenure.class),
                                    day("start_on"),
                                    day("until_on"),
                                    day("end_on"),
                                    code("end_cause", LeaseEnd.class),
                                    day("notice_on"),
                                    code("notice_by", NoticeBy.class),
                                    words("notice_ground"),
                                    day("notice_last_on"),
                                    number("notice_months"),
                                    yesNo("let_with_others"),
                                    day("waiver_made_on"),
                                    day("waiver_until"),
                                    yesNo("waiver_approved"),
                                    day("landlord_told_on"),
                                    day("reviewed_on"),
                                    day("tenant_died_on"),
                                    words("reason"),
                                    moment("recorded_at"),
                                    moment("superseded_at"),
                                    employee("recorded_by"),
                                    reference("id"),
                                    reference("lease_id"))
                            .without("period"),
                    RecordKind.of(
                            "tenancy",
                            "rent",
                            1,
                            "start_on",
                            day("start_on"),
                            money("rent_ore"),
                            words("reason"),
                            moment("recorded_at"),
                            moment("superseded_at"),
                            employee("recorded_by"),
                            reference("id"),
                            reference("lease_id")),
                    RecordKind.of(
                            "tenancy",
                            "entry",
                            1,
                            "entry_on",
                            code("kind", EntryKind.class),
                            day("entry_on"),
                            money("amount_ore"),
                            text("reference"),
                            words("note"),
                            moment("recorded_at"),
                            moment("withdrawn_at"),
                            words("withdrawn_reason"),
                            employee("recorded_by"),
                            employee("withdrawn_by"),
                            reference("id"),
                            reference("lease_id")),
                    RecordKind.of(
                            "tenancy",
                            "referral",
                            1,
                            "referred_on",
                            day("referred_on"),
                            unit("unit_id"),
                            moment("created_at"),
                            employee("account_id"),
                            employee("created_by"),
                            reference("id"),
                            reference("person_id")),
                    RecordKind.of(
                            "tenancy",
                            "referral_fact",
                            1,
                            "recorded_at",
                            day("granted_on"),
                            code("kinds", ApartmentKind.class),
                            number("rooms_least"),
                            number("people"),
                            number("floor_most"),
                            yesNo("lift"),
                            yesNo("step_free"),
                            yesNo("wheelchair"),
                            yesNo("not_shared"),
                            money("rent_most_ore"),
                            text("areas_wished"),
                            text("areas_avoided"),
                            yesNo("pets"),
                            text("near_school"),
                            words("words"),
                            words("reason"),
                            moment("recorded_at"),
                            moment("superseded_at"),
                            employee("recorded_by"),
                            reference("id"),
                            reference("referral_id"),
                            reference("person_id")),
                    RecordKind.of(
                            "tenancy",
                            "offer",
                            1,
                            "offered_on",
                            day("offered_on"),
                            day("answer_by_on"),
                            words("motivation"),
                            moment("created_at"),
                            employee("created_by"),
                            reference("id"),
                            reference("referral_id"),
                            reference("apartment_id"),
                            reference("person_id")),
                    RecordKind.of(
                            "tenancy",
                            "referral_event",
                            1,
                            "happened_on",
                            code("kind", Way.Kind.class),
                            day("happened_on"),
                            number("months"),
                            code(
                                    "result",
                                    "GOES_WELL",
                                    "NEEDS_SUPPORT",
                                    "AT_RISK",
                                    "STILL_THERE",
                                    "MOVED_BY_CHOICE",
                                    "LOST_HOME",
                                    "NOT_KNOWN",
                                    "MOVED",
                                    "RENT",
                                    "DISTURBANCE",
                                    "TIME_OUT",
                                    "DIED",
                                    "OTHER",
                                    "UNKNOWN"),
                            words("note"),
                            moment("recorded_at"),
                            moment("withdrawn_at"),
                            words("withdrawn_reason"),
                            employee("recorded_by"),
                            employee("withdrawn_by"),
                            reference("id"),
                            reference("referral_id"),
                            reference("offer_id"),
                            reference("lease_id"),
                            reference("person_id")),
                    RecordKind.of(
                            "tenancy",
                            "home_search",
                            1,
                            "since_on",
                            code("kind", HomeSearch.SearchKind.class),
                            text("place"),
                            day("since_on"),
                            words("note"),
                            moment("recorded_at"),
                            employee("recorded_by"),
                            reference("id"),
                            reference("person_id")),
                    RecordKind.of(
                            "tenancy",
                            "home_search_step",
                            1,
                            "happened_on",
                            code("kind", HomeSearch.StepKind.class),
                            day("happened_on"),
                            day("renew_by_on"),
                            words("note"),
                            moment("recorded_at"),
                            employee("recorded_by"),
                            reference("id"),
                            reference("search_id"),
                            reference("person_id")));

    private final JdbcClient db;

    TenancyDossier(JdbcClient db) {
        this.db = db;
    }

    @Override
    public List<RecordKind> kinds() {
        return KINDS;
    }

    @Override
    public List<DossierRecord> records(DossierQuestion about) {
        return about.ask(
                db,
                KINDS,
                """
                select 'tenancy.lease_party' as kind, to_jsonb(p) as fields
                from tenancy.lease_party p
                where p.board_id = framework.board_id() and p.person_id = :person
                union all
                select 'tenancy.lease_fact', to_jsonb(f)
                from tenancy.lease_party p
                join tenancy.lease_fact f on f.board_id = p.board_id and f.lease_id = p.lease_id
                where p.board_id = framework.board_id() and p.person_id = :person
                union all
                select 'tenancy.rent', to_jsonb(r)
                from tenancy.lease_party p
                join tenancy.rent r on r.board_id = p.board_id and r.lease_id = p.lease_id
                where p.board_id = framework.board_id() and p.person_id = :person
                union all
                select 'tenancy.entry', to_jsonb(e)
                from tenancy.lease_party p
                join tenancy.entry e on e.board_id = p.board_id and e.lease_id = p.lease_id
                where p.board_id = framework.board_id() and p.person_id = :person
                union all
                select 'tenancy.referral', to_jsonb(r) from tenancy.referral r
                where r.board_id = framework.board_id() and r.person_id = :person
                union all
                select 'tenancy.referral_fact', to_jsonb(f) from tenancy.referral_fact f
                where f.board_id = framework.board_id() and f.person_id = :person
                union all
                select 'tenancy.offer', to_jsonb(o) from tenancy.offer o
                where o.board_id = framework.board_id() and o.person_id = :person
                union all
                select 'tenancy.referral_event', to_jsonb(e) from tenancy.referral_event e
                where e.board_id = framework.board_id() and e.person_id = :person
                union all
                select 'tenancy.home_search', to_jsonb(h) from tenancy.home_search h
                where h.board_id = framework.board_id() and h.person_id = :person
                union all
                select 'tenancy.home_search_step', to_jsonb(s) from tenancy.home_search_step s
                where s.board_id = framework.board_id() and s.person_id = :person
                """);
    }
}
