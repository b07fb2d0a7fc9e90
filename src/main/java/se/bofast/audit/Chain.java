package se.bofast.audit;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/// How the log is sealed: each segment's hash is over its entries and over the hash before it, so
/// that whoever alters one entry has to alter all seals after it, and each that was noted elsewhere
/// tells.
final class Chain {

    /// Counts and hashes a segment: board, area, the first transaction in it, the first after it.
    static final String SEGMENT =
            """
            select count(*) as entries,
                   sha256(coalesce(string_agg(sha256(convert_to(jsonb_build_array(
                       e.id, extract(epoch from e.at)::text, e.account_id, e.unit_id, e.role, e.action, e.reason,
                       e.subject_kind, e.subject_id, e.person_ids, e.change, e.tx::text)::text, 'UTF8')), ''::bytea
                       order by e.tx, e.id), ''::bytea)) as sum
            from audit.entry e
            where e.board_id = cast(? as uuid) and e.area_id = cast(? as uuid)
              and e.tx >= cast(? as xid8) and e.tx < cast(? as xid8)
            """;

    /// The transaction the first segment begins with.
    static final String BEGINNING = "0";

    private Chain() {}

    /// The hash of a seal.
    ///
    /// @param before the hash of the seal before it; null for the first
    static byte[] hash(
            byte @Nullable [] before, long number, String below, long entries, byte[] sum) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            if (before != null) {
                digest.update(before);
            }
            digest.update(
                    "%d|%s|%d|"
                            .formatted(number, below, entries)
                            .getBytes(StandardCharsets.US_ASCII));
            return digest.digest(sum);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /// As it is told: short enough to note on paper.
    static String written(byte[] hash) {
        return HexFormat.of().formatHex(hash, 0, 10);
    }
}
