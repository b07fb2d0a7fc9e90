package se.bofast.access;

/// Everything anybody can do. Also the name of what stands in the log.
///
/// Which role may do what, and how far, stands in {@link Permissions}.
public enum Action {
    LOG_IN,
    LOG_OUT,
    CHANGE_OWN_SETTINGS,
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
    SEE_PROTECTED_PERSON,
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
    MANAGE_BOARD,
    MANAGE_EMPLOYEES,
    MANAGE_ROUTING,
    MANAGE_DELEGATION,
    SEE_JOBS,
    /// Whoever holds a letter answers it with its code; no role does.
    ANSWER_BY_CODE,
    MANAGE_COVER,
    CORRECT_SIGNAL,
    /// Nödöppning: to open one thing beyond one's reach for a while.
    BREAK_GLASS,
    JUDGE_BREAK_GLASS,
    /// Tried to do what the walls do not let through; which action it was is the reason.
    REFUSED,
    SEE_LOG_REVIEW,
    REVIEW_LOG,
    SET_LOG_REVIEW,
    ANSWER_LOG_REVIEW,
    SEE_SEALS,
    SEE_OWN_READINGS,
    MARK_PROTECTED_PERSON,
    WATCH_PROTECTED_PEOPLE,
    ENTRUST_PROTECTED_PERSON,
    /// How many files are to be erased, and why; nobody's name.
    SEE_RETENTION_PLAN,
    /// Whose files they are.
    SEE_RETENTION_FILES,
    HOLD_RETENTION,
    PROPOSE_ERASURE,
    DECIDE_ERASURE,
    /// Done by the house, upon the decision of two.
    ERASE,
    /// Koppla ihop, ta isär: to say whether two rows are one human.
    DECIDE_LINK,
    LOOK_FOR_DOUBLES,
    /// Which extracts and archive packages were made of a person's file.
    SEE_PACKAGES,
    MAKE_EXTRACT,
    DELIVER_FILE,
    /// Somebody of whom neither name nor number is known.
    REGISTER_UNKNOWN_PERSON,
    /// The board's apartments, the agreements they come by, and what landlords offer.
    SEE_APARTMENTS,
    CHANGE_APARTMENT,
    IMPORT_APARTMENTS,
    CHANGE_SUPPLY,
    /// Who rents what of the board, and what they owe.
    SEE_LEASES,
    KEEP_LEASES,
    RECORD_RENT,
    /// What the board's apartments ask for today: rents, notices, vacancies.
    SEE_HOUSING_DAY,
    /// Who waits for an apartment.
    SEE_REFERRALS,
    REFER_TO_HOME,
    /// To choose for whom a vacancy is, and to follow them to a lease of their own.
    OFFER_HOME,
    /// A person's own search for a home.
    RECORD_HOME_SEARCH,
    IMPORT_RENTS,
    /// Where a person lives and has lived.
    SEE_STAYS,
    RECORD_STAY,
    /// Boendekedjan: the people of one's own caseload by where they live.
    SEE_HOUSING_CHAIN,
    /// Who has an insecure home, is homeless or may be evicted: people chosen by how they live.
    SEE_TARGET_GROUPS,
    /// To write down what help was offered to somebody whose home ends, and what came of it.
    OFFER_HELP,
    MANAGE_HOUSING_FORMS,
    IMPORT_STAYS,
    /// To open, watch, decide, freeze and publish a round of the homelessness count.
    LEAD_COUNT,
    /// To say for a unit where the people it knows were.
    REPORT_COUNT,
    IMPORT_LEASES
}
