package se.bofast.prevention;

/// How far a case has come.
public enum Stage {
    /// Nobody has tried to reach the person yet.
    NEW,
    /// Attempts at contact are made, or contact is made.
    CONTACT,
    /// Something is agreed: a plan, an undertaking.
    PLAN,
    /// The home could not be saved; the work goes on.
    HOME_LOST,
    CLOSED
}
