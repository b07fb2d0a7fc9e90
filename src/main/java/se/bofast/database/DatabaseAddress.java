package se.bofast.database;

/// Where the two roles log in.
///
/// @param freshDemo true if the demo board may be loaded: this run made the database, or `--demo`
public record DatabaseAddress(
        String url, String ownerPassword, String appPassword, boolean freshDemo) {

    static final String OWNER = "bofast_owner";
    static final String APP = "bofast_app";
}
