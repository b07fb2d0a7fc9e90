package se.bofast.tenancy;

/// Who gave notice that a lease is to end.
public enum NoticeBy {
    /// The tenant, or the tenant's estate.
    TENANT,
    BOARD,
    LANDLORD
}
