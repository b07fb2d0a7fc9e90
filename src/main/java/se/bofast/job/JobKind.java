package se.bofast.job;

/// A kind of work. Must be safe to run twice: after a killed process it is run again.
public interface JobKind {

    /// Stable code, such as `signal-import`.
    String code();

    /// Does the work, in transactions of its own. Progress is kept by the run.
    ///
    /// @throws JobProblem when the work cannot be done and trying again would not help
    void run(JobRun run);
}
