package se.bofast.access;

/// What an employee is appointed to be (product.md, "Who uses it"). The Swedish names stand in the
/// message files.
public enum Role {
    /// Bosamordnare, boenderådgivare: watches every signal of the board.
    COORDINATOR,
    /// Bolots: guides people to a home, without exercise of authority.
    GUIDE,
    /// Uppsökare.
    OUTREACH,
    /// Handläggare, socialsekreterare.
    CASEWORKER,
    /// Case manager at the support provider (ICM).
    CASE_MANAGER,
    /// Boendekonsulent: the board's apartments.
    HOUSING_CONSULTANT,
    /// Budget- och skuldrådgivare; own secrecy.
    DEBT_ADVISER,
    /// Bo-resurs at income support.
    INCOME_SUPPORT,
    /// Social support for newly arrived.
    NEWLY_ARRIVED_SUPPORT,
    /// Metodutvecklare.
    METHOD_DEVELOPER,
    /// Jour.
    ON_CALL,
    /// Stödteam hos utförare.
    PROVIDER_STAFF,
    /// Enhetschef.
    UNIT_HEAD,
    /// Avdelningschef.
    DEPARTMENT_HEAD,
    /// Styrgrupp.
    STEERING_GROUP,
    /// Ekonom.
    ECONOMIST,
    /// Utvärderare, forskare.
    EVALUATOR,
    /// Loggranskare.
    LOG_REVIEWER,
    /// Dataskyddsombud.
    DATA_PROTECTION_OFFICER,
    /// Arkivarie.
    ARCHIVIST,
    /// Systemförvaltare: units, employees, routing; sees no one's case.
    ADMINISTRATOR
}
