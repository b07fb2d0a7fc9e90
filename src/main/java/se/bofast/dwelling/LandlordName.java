package se.bofast.dwelling;

/// What a landlord is called.
public record LandlordName(LandlordId id, String name) {}
