package se.bofast.review;

import java.util.List;
import java.util.stream.Stream;

/// What the tables that are erased are called to who decides on it and who reads the protocol. A
/// test asks that each table a room erases stands here.
public final class ErasedWords {

    public static final List<String> TABLES =
            Stream.of(
                            of("access", "entrustment"),
                            of(
                                    "audit",
                                    "erasure_dropped",
                                    "erasure_exclusion",
                                    "erasure_member",
                                    "retention_hold"),
                            of("count", "report", "report_fact", "ruling"),
                            of(
                                    "debt",
                                    "amount",
                                    "debt",
                                    "debt_withdrawal",
                                    "instalment",
                                    "payment",
                                    "payment_withdrawal",
                                    "plan",
                                    "promise",
                                    "promise_event",
                                    "referral",
                                    "referral_fact"),
                            of("exchange", "package"),
                            of("filing", "row_person", "upload", "upload_file", "upload_row"),
                            of("intake", "candidate", "signal", "signal_fact"),
                            of(
                                    "letter",
                                    "file_fetch",
                                    "letter",
                                    "letter_event",
                                    "run_file",
                                    "stored_file"),
                            of(
                                    "person",
                                    "address",
                                    "consent",
                                    "contact_way",
                                    "disclosure",
                                    "double_decision",
                                    "double_pair",
                                    "household",
                                    "household_member",
                                    "identity",
                                    "name_key",
                                    "person",
                                    "protection"),
                            of("placement", "help_offer", "stay", "stay_fact"),
                            of(
                                    "prevention",
                                    "case_fact",
                                    "case_letter",
                                    "case_signal",
                                    "clock_day",
                                    "close_proposal",
                                    "decision",
                                    "lost_home_step",
                                    "outcome",
                                    "outcome_child",
                                    "participation",
                                    "prevention_case"),
                            of(
                                    "support",
                                    "appointment",
                                    "appointment_event",
                                    "assignment",
                                    "contact",
                                    "visit",
                                    "visit_note"),
                            of(
                                    "tenancy",
                                    "entry",
                                    "home_search",
                                    "home_search_step",
                                    "lease_fact",
                                    "lease_party",
                                    "offer",
                                    "referral",
                                    "referral_event",
                                    "referral_fact",
                                    "rent"))
                    .flatMap(tables -> tables)
                    .toList();

    private ErasedWords() {}

    /// `review.erased.person.consent`. A table that is erased no more keeps its name in old
    /// protocols, so its key stays.
    public static String key(String table) {
        return "review.erased." + table;
    }

    private static Stream<String> of(String room, String... tables) {
        return Stream.of(tables).map(table -> room + "." + table);
    }
}
