package se.bofast.access;

import java.time.Duration;

/// How fast something may be asked for: so many at once, given back evenly over the time (decision
/// 0180). Generous for an address, since a whole town hall may be one; strict for an account.
public enum Pace {
    /// Log-ins with one log-in name, known or not. The lock of an account comes earlier, after
    /// five.
    LOG_IN_ACCOUNT(10, Duration.ofMinutes(15)),
    /// Log-ins that fail from one address; those that succeed are given back.
    LOG_IN_ADDRESS(300, Duration.ofMinutes(15)),
    /// Codes of letters from one address. A library is one address for many, and 61 random bits are
    /// not guessed at this pace in a thousand years.
    CODE(60, Duration.ofHours(1)),
    /// Pages that need no log-in, from one address. Each may begin a session.
    OPEN(1_200, Duration.ofMinutes(1)),
    /// Files sent by one account, or from one address without log-in.
    UPLOAD(60, Duration.ofHours(1)),
    /// Files fetched by one account that hold many people or figures.
    EXPORT(100, Duration.ofHours(1)),
    /// Searches of one account.
    SEARCH(60, Duration.ofMinutes(1));

    final int most;
    final Duration over;

    Pace(int most, Duration over) {
        this.most = most;
        this.over = over;
    }

    /// So many at once.
    public int most() {
        return most;
    }
}
