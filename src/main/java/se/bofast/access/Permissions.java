package se.bofast.access;

import static se.bofast.access.Action.*;
import static se.bofast.access.Role.*;
import static se.bofast.access.Scope.BOARD;
import static se.bofast.access.Scope.OWN;
import static se.bofast.access.Scope.UNIT;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/// The role x action table: who may do what, and how far. The one place where this is said.
///
/// An action a role is not given is refused. What the roles of later capabilities need (providers,
/// evaluators, log reviewers) is added when their pages are built.
public final class Permissions {

    private static final Map<Role, Map<Action, Scope>> TABLE = new EnumMap<>(Role.class);

    static {
        give(everyone(), BOARD, LOG_IN, LOG_OUT, CHANGE_OWN_SETTINGS);

        // The coordinator watches every signal, so that nothing falls between the chairs.
        give(
                COORDINATOR,
                BOARD,
                SEE_DAY,
                SEE_SIGNALS,
                SEE_SIGNAL,
                REGISTER_SIGNAL,
                IMPORT_SIGNALS,
                ANSWER_MATCH_QUESTION,
                SEE_CASES,
                SEE_CASE,
                WORK_ON_CASE,
                ASSIGN_CASE,
                DECIDE_INQUIRY,
                GRANT_UNDERTAKING,
                CLOSE_CASE,
                SEARCH_PERSON,
                SEE_PERSON,
                CHANGE_PERSON,
                LOG_CONTACT,
                WRITE_LETTER,
                PRINT_LETTERS,
                SEE_APPOINTMENTS,
                MANAGE_SLOTS,
                SEE_LANDLORDS,
                CHANGE_LANDLORD,
                TELL_LANDLORD,
                RECORD_DEBT,
                SEE_STATISTICS,
                DRILL_STATISTICS,
                EXPORT_STATISTICS,
                SEE_WHO_HAS_SEEN,
                MANAGE_ROUTING,
                SEE_JOBS,
                MANAGE_COVER);

        give(
                CASEWORKER,
                UNIT,
                SEE_DAY,
                SEE_SIGNALS,
                SEE_SIGNAL,
                SEE_CASES,
                SEE_CASE,
                WORK_ON_CASE,
                DECIDE_INQUIRY,
                GRANT_UNDERTAKING,
                CLOSE_CASE,
                LOG_CONTACT,
                WRITE_LETTER,
                PRINT_LETTERS,
                SEE_APPOINTMENTS,
                MANAGE_SLOTS,
                TELL_LANDLORD,
                RECORD_DEBT,
                SEE_WHO_HAS_SEEN);
        give(
                CASEWORKER,
                BOARD,
                REGISTER_SIGNAL,
                SEARCH_PERSON,
                SEE_PERSON,
                CHANGE_PERSON,
                SEE_LANDLORDS,
                SEE_STATISTICS);

        // On call meets anyone, at night, and hands over in the morning.
        give(
                ON_CALL,
                BOARD,
                SEE_DAY,
                SEE_SIGNALS,
                SEE_SIGNAL,
                REGISTER_SIGNAL,
                SEE_CASES,
                SEE_CASE,
                SEARCH_PERSON,
                SEE_PERSON,
                LOG_CONTACT,
                SEE_LANDLORDS);

        give(
                OUTREACH,
                UNIT,
                SEE_DAY,
                SEE_SIGNALS,
                SEE_SIGNAL,
                SEE_CASES,
                SEE_CASE,
                LOG_CONTACT,
                SEE_APPOINTMENTS);
        give(OUTREACH, BOARD, REGISTER_SIGNAL, SEARCH_PERSON, SEE_PERSON, SEE_LANDLORDS);

        // The guide has no part in the exercise of authority.
        give(GUIDE, OWN, SEE_DAY, SEE_CASES, SEE_CASE, LOG_CONTACT, SEE_APPOINTMENTS);
        give(GUIDE, BOARD, REGISTER_SIGNAL, SEE_LANDLORDS);

        // Budget advice has a secrecy of its own: it sees what it has been asked to help with.
        give(
                DEBT_ADVISER,
                OWN,
                SEE_DAY,
                SEE_CASES,
                SEE_CASE,
                LOG_CONTACT,
                RECORD_DEBT,
                SEE_APPOINTMENTS);

        give(
                INCOME_SUPPORT,
                UNIT,
                SEE_DAY,
                SEE_SIGNALS,
                SEE_SIGNAL,
                SEE_CASES,
                SEE_CASE,
                WORK_ON_CASE,
                GRANT_UNDERTAKING,
                LOG_CONTACT,
                WRITE_LETTER,
                RECORD_DEBT,
                SEE_APPOINTMENTS);
        give(INCOME_SUPPORT, BOARD, REGISTER_SIGNAL, SEARCH_PERSON, SEE_PERSON, SEE_LANDLORDS);

        give(
                NEWLY_ARRIVED_SUPPORT,
                OWN,
                SEE_DAY,
                SEE_CASES,
                SEE_CASE,
                LOG_CONTACT,
                SEE_APPOINTMENTS);
        give(NEWLY_ARRIVED_SUPPORT, BOARD, REGISTER_SIGNAL);

        give(HOUSING_CONSULTANT, OWN, SEE_DAY, SEE_CASES, SEE_CASE, LOG_CONTACT);
        give(HOUSING_CONSULTANT, BOARD, REGISTER_SIGNAL, SEE_LANDLORDS, CHANGE_LANDLORD);

        give(CASE_MANAGER, OWN, SEE_DAY, SEE_CASES, SEE_CASE, LOG_CONTACT);
        give(PROVIDER_STAFF, OWN, SEE_DAY);

        give(
                UNIT_HEAD,
                UNIT,
                SEE_DAY,
                SEE_SIGNALS,
                SEE_SIGNAL,
                SEE_CASES,
                SEE_CASE,
                WORK_ON_CASE,
                ASSIGN_CASE,
                DECIDE_INQUIRY,
                GRANT_UNDERTAKING,
                CLOSE_CASE,
                LOG_CONTACT,
                WRITE_LETTER,
                PRINT_LETTERS,
                SEE_APPOINTMENTS,
                MANAGE_SLOTS,
                TELL_LANDLORD,
                RECORD_DEBT,
                DRILL_STATISTICS,
                SEE_WHO_HAS_SEEN,
                MANAGE_COVER);
        give(
                UNIT_HEAD,
                BOARD,
                REGISTER_SIGNAL,
                SEARCH_PERSON,
                SEE_PERSON,
                CHANGE_PERSON,
                SEE_LANDLORDS,
                SEE_STATISTICS,
                EXPORT_STATISTICS,
                MANAGE_ROUTING,
                MANAGE_DELEGATION,
                SEE_JOBS);

        give(DEPARTMENT_HEAD, BOARD, SEE_STATISTICS, EXPORT_STATISTICS, MANAGE_DELEGATION);
        give(STEERING_GROUP, BOARD, SEE_STATISTICS, EXPORT_STATISTICS);
        give(METHOD_DEVELOPER, BOARD, SEE_STATISTICS, EXPORT_STATISTICS, SEE_LANDLORDS);
        give(ECONOMIST, BOARD, SEE_STATISTICS, EXPORT_STATISTICS);
        give(EVALUATOR, BOARD, SEE_STATISTICS);

        give(
                ADMINISTRATOR,
                BOARD,
                MANAGE_BOARD,
                MANAGE_EMPLOYEES,
                MANAGE_ROUTING,
                MANAGE_DELEGATION,
                SEE_JOBS,
                MANAGE_COVER);

        // What a notice states is corrected by those who work on what it led to.
        give(COORDINATOR, BOARD, CORRECT_SIGNAL);
        give(CASEWORKER, UNIT, CORRECT_SIGNAL);
        give(INCOME_SUPPORT, UNIT, CORRECT_SIGNAL);
        give(UNIT_HEAD, UNIT, CORRECT_SIGNAL);

        // Beyond one's own units, inside the board: a reason in writing, for a while, and the
        // reviewer is told. Those who reach the whole board have no use of it, and guides have no
        // search to come there by.
        give(CASEWORKER, BOARD, BREAK_GLASS);
        give(OUTREACH, BOARD, BREAK_GLASS);
        give(INCOME_SUPPORT, BOARD, BREAK_GLASS);
        give(UNIT_HEAD, BOARD, BREAK_GLASS);
        give(LOG_REVIEWER, BOARD, JUDGE_BREAK_GLASS);
        give(DATA_PROTECTION_OFFICER, BOARD, JUDGE_BREAK_GLASS);

        // The review of the log (SoLPuL 10 §). Who reviews sees who looked at whom and nothing else
        // of a case; the data protection officer follows it and judges no item of a round; heads
        // answer for their own.
        give(
                LOG_REVIEWER,
                BOARD,
                SEE_LOG_REVIEW,
                REVIEW_LOG,
                SET_LOG_REVIEW,
                SEE_SEALS,
                SEE_WHO_HAS_SEEN);
        give(DATA_PROTECTION_OFFICER, BOARD, SEE_LOG_REVIEW, SEE_SEALS, SEE_WHO_HAS_SEEN);
        give(ADMINISTRATOR, BOARD, SEE_SEALS);
        give(UNIT_HEAD, UNIT, ANSWER_LOG_REVIEW);
        give(everyone(), BOARD, SEE_OWN_READINGS);

        // No role sees a person with a protected identity: the wall asks who is entrusted by name
        // (decision 0190). Whoever may see people may be entrusted; who may change them may mark.
        // The head watches the days of hidden cases without names, and says who is entrusted.
        give(
                new Role[] {COORDINATOR, CASEWORKER, ON_CALL, OUTREACH, INCOME_SUPPORT, UNIT_HEAD},
                BOARD,
                SEE_PROTECTED_PERSON);
        give(new Role[] {COORDINATOR, CASEWORKER, UNIT_HEAD}, BOARD, MARK_PROTECTED_PERSON);
        give(UNIT_HEAD, BOARD, WATCH_PROTECTED_PEOPLE, ENTRUST_PROTECTED_PERSON);

        // Two decide on erasing: the archivist proposes, who answers for the files or for data
        // protection decides (0152). The administrator sees that it is done in time, and nobody.
        give(
                ARCHIVIST,
                BOARD,
                SEE_RETENTION_PLAN,
                SEE_RETENTION_FILES,
                HOLD_RETENTION,
                PROPOSE_ERASURE);
        for (var decides : new Role[] {UNIT_HEAD, DATA_PROTECTION_OFFICER}) {
            give(
                    decides,
                    BOARD,
                    SEE_RETENTION_PLAN,
                    SEE_RETENTION_FILES,
                    HOLD_RETENTION,
                    DECIDE_ERASURE);
        }
        give(ADMINISTRATOR, BOARD, SEE_RETENTION_PLAN);

        // A wrong link shows one person's history as another's, so few decide: those who see the
        // whole board anyway. Pairs with a protected person are for who is entrusted with them.
        give(COORDINATOR, BOARD, DECIDE_LINK, LOOK_FOR_DOUBLES);
        give(UNIT_HEAD, BOARD, DECIDE_LINK, LOOK_FOR_DOUBLES);

        // What leaves the house about a person whole: to the person by who answers for files or for
        // data protection, to the archive by the archivist alone.
        give(
                new Role[] {COORDINATOR, UNIT_HEAD, DATA_PROTECTION_OFFICER, ARCHIVIST},
                BOARD,
                SEE_PACKAGES,
                MAKE_EXTRACT);
        give(ARCHIVIST, BOARD, DELIVER_FILE);

        // Who meets people outdoors and at night meets those who say no name, and may register
        // them so; who may change people may too.
        give(COORDINATOR, BOARD, REGISTER_UNKNOWN_PERSON);
        give(CASEWORKER, BOARD, REGISTER_UNKNOWN_PERSON);
        give(UNIT_HEAD, BOARD, REGISTER_UNKNOWN_PERSON);
        give(OUTREACH, BOARD, REGISTER_UNKNOWN_PERSON);
        give(ON_CALL, BOARD, REGISTER_UNKNOWN_PERSON);

        // The apartments are the whole board's, and say nothing of who lives in them. The housing
        // consultant keeps them; who decides on homes for people sees what there is.
        for (var keeps : new Role[] {HOUSING_CONSULTANT, COORDINATOR}) {
            give(keeps, BOARD, SEE_APARTMENTS, CHANGE_APARTMENT, IMPORT_APARTMENTS, CHANGE_SUPPLY);
        }
        give(new Role[] {UNIT_HEAD, CASEWORKER}, BOARD, SEE_APARTMENTS);

        // Leases and rents are kept by who answers for the apartments, over the whole board. Who
        // carries a person sees theirs and refers them; the guide is with the person before the
        // move and keeps no leases.
        for (var keeps : new Role[] {HOUSING_CONSULTANT, COORDINATOR}) {
            give(
                    keeps,
                    BOARD,
                    SEE_LEASES,
                    KEEP_LEASES,
                    RECORD_RENT,
                    SEE_HOUSING_DAY,
                    SEE_REFERRALS,
                    REFER_TO_HOME,
                    OFFER_HOME,
                    RECORD_HOME_SEARCH,
                    IMPORT_RENTS);
        }
        give(
                new Role[] {CASEWORKER, UNIT_HEAD},
                UNIT,
                SEE_LEASES,
                SEE_REFERRALS,
                REFER_TO_HOME,
                RECORD_HOME_SEARCH);
        give(new Role[] {GUIDE, CASE_MANAGER}, OWN, SEE_LEASES, SEE_REFERRALS, RECORD_HOME_SEARCH);

        // Where people live. Those who carry somebody see and write it, and of whom nobody carries;
        // outreach meets anybody outdoors, and on call only reads. People are chosen by how they
        // live within one's own caseload, or by who follows up the board (product.md H).
        give(
                COORDINATOR,
                BOARD,
                SEE_STAYS,
                RECORD_STAY,
                SEE_HOUSING_CHAIN,
                SEE_TARGET_GROUPS,
                OFFER_HELP,
                MANAGE_HOUSING_FORMS,
                IMPORT_STAYS);
        give(
                new Role[] {CASEWORKER, HOUSING_CONSULTANT},
                UNIT,
                SEE_STAYS,
                RECORD_STAY,
                SEE_HOUSING_CHAIN,
                OFFER_HELP);
        give(
                UNIT_HEAD,
                UNIT,
                SEE_STAYS,
                RECORD_STAY,
                SEE_HOUSING_CHAIN,
                SEE_TARGET_GROUPS,
                OFFER_HELP);
        give(OUTREACH, BOARD, SEE_STAYS, RECORD_STAY);
        give(OUTREACH, UNIT, SEE_HOUSING_CHAIN, OFFER_HELP);
        give(ON_CALL, BOARD, SEE_STAYS);
        give(ADMINISTRATOR, BOARD, MANAGE_HOUSING_FORMS);
        // The homelessness count. Who follows up leads it; conflicts name units and forms, no
        // person, so that it takes no right to see people. Each unit answers for its own.
        give(new Role[] {COORDINATOR, METHOD_DEVELOPER}, BOARD, LEAD_COUNT);
        give(
                new Role[] {
                    COORDINATOR,
                    CASEWORKER,
                    OUTREACH,
                    INCOME_SUPPORT,
                    HOUSING_CONSULTANT,
                    CASE_MANAGER,
                    UNIT_HEAD
                },
                UNIT,
                REPORT_COUNT);

        // A list of leases says who rents: read in by who keeps the leases of the whole board.
        give(new Role[] {HOUSING_CONSULTANT, COORDINATOR}, BOARD, IMPORT_LEASES);

        // The housing consultant finds and sees the people whose homes are theirs to look after:
        // tenants, those who wait, those whom the unit carries (product.md H). Not the whole board.
        give(HOUSING_CONSULTANT, UNIT, SEARCH_PERSON, SEE_PERSON);
    }

    /// What a nödöppning lets one do to what was opened, if one's role includes it at all: look,
    /// and write down that one has met the person. Nothing is decided that way.
    private static final Set<Action> IN_EMERGENCY = EnumSet.of(SEE_CASE, LOG_CONTACT);

    private Permissions() {}

    /// True if the action reaches what the actor has opened beyond their reach.
    static boolean opensInEmergency(Action action) {
        return IN_EMERGENCY.contains(action);
    }

    /// How far the role may take the action; NONE if not at all.
    public static Scope of(Role role, Action action) {
        return TABLE.getOrDefault(role, Map.of()).getOrDefault(action, Scope.NONE);
    }

    /// The farthest any of the roles may take the action.
    public static Scope of(Set<Role> roles, Action action) {
        return roles.stream()
                .map(role -> of(role, action))
                .max(Scope::compareTo)
                .orElse(Scope.NONE);
    }

    private static Role[] everyone() {
        return Role.values();
    }

    private static void give(Role[] roles, Scope scope, Action... actions) {
        for (var role : roles) {
            give(role, scope, actions);
        }
    }

    private static void give(Role role, Scope scope, Action... actions) {
        var row = TABLE.computeIfAbsent(role, r -> new EnumMap<>(Action.class));
        Arrays.stream(actions).forEach(action -> row.merge(action, scope, Permissions::farther));
    }

    private static Scope farther(Scope one, Scope other) {
        return one.compareTo(other) >= 0 ? one : other;
    }
}
