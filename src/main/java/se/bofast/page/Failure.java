package se.bofast.page;

import java.security.SecureRandom;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.ConcurrencyFailureException;

/// What went wrong, told from the exception that says so.
final class Failure {

    private static final String SIGNS = "23456789BCDFGHJKMNPQRSTVWXYZ";
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int LINES = 40;

    private Failure() {}

    /// A code to read to support over the phone: no vowels, nothing that looks like something else.
    static String newCode() {
        var code = new StringBuilder();
        for (var n = 0; n < 8; n++) {
            code.append(n == 4 ? "-" : "").append(SIGNS.charAt(RANDOM.nextInt(SIGNS.length())));
        }
        return code.toString();
    }

    /// The database cannot be reached, or hung up (SQLSTATE class 08; 57P01-57P05: it is going down
    /// or coming up).
    static boolean isLostDatabase(@Nullable Throwable thrown) {
        return anyCause(
                thrown,
                cause ->
                        cause instanceof SQLTransientConnectionException
                                || (cause instanceof SQLException sql
                                        && sql.getSQLState() != null
                                        && (sql.getSQLState().startsWith("08")
                                                || sql.getSQLState().startsWith("57P0"))));
    }

    /// Two did the same thing at once and the database let one of them through (SQLSTATE class 40).
    static boolean isCollision(@Nullable Throwable thrown) {
        return anyCause(
                thrown,
                cause ->
                        cause instanceof ConcurrencyFailureException
                                || (cause instanceof SQLException sql
                                        && sql.getSQLState() != null
                                        && sql.getSQLState().startsWith("40")));
    }

    private static boolean anyCause(
            @Nullable Throwable thrown, java.util.function.Predicate<Throwable> wanted) {
        Set<Throwable> seen = new HashSet<>();
        for (var cause = thrown; cause != null && seen.add(cause); cause = cause.getCause()) {
            if (wanted.test(cause)) {
                return true;
            }
        }
        return false;
    }

    /// Where it happened, without the messages: the database puts the offending values in them.
    static String trace(Throwable thrown) {
        var text = new StringBuilder();
        Set<Throwable> seen = new HashSet<>();
        for (var cause = thrown; cause != null && seen.add(cause); cause = cause.getCause()) {
            text.append(text.isEmpty() ? "" : "\ncaused by ").append(cause.getClass().getName());
            if (cause instanceof SQLException sql) {
                text.append(" SQLSTATE ").append(sql.getSQLState());
            }
            Arrays.stream(cause.getStackTrace())
                    .limit(LINES)
                    .forEach(line -> text.append("\n    at ").append(line));
        }
        return text.toString();
    }
}
