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
    /// To open, watch, decide, freeze and publish a round of the homelessness count.
    LEAD_COUNT,
    /// To say for a unit where the people it knows were.
    REPORT_COUNT
}
