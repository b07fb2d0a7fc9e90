package se.bofast.audit;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Reckons every seal of every log anew from the entries as they stand.
public final class LogVerification {

    /// The log of one board and area.
    ///
    /// @param sealed entries under seals that hold
    /// @param open entries that came after the last seal
    /// @param last the hash of the last seal that holds, as it is told; null if there is none
    /// @param broken the first seal that does not fit the entries or the seal before it; null if
    ///   all hold
    public record Verified(
            UUID board,
            UUID area,
            long seals,
            long sealed,
            long open,
            @Nullable String last,
            @Nullable Broken broken) {

        /// True if the log is as it was written.
        public boolean holds() {
            return broken == null;
        }
    }

    /// @param number of the seal
    /// @param entries how many it was over
    /// @param found how many stand there now
    public record Broken(long number, long entries, long found) {}

    /// The last seal of a log, taken at its word.
    ///
    /// @param written its hash, as it is told
    public record LastSeal(UUID board, UUID area, long number, String written) {}

    private record Seal(long number, String below, long entries, byte[] hash) {}

    private record Segment(long entries, byte[] sum) {}

    private final Connection owner;

    /// @param owner a connection that sees all logs
    public LogVerification(Connection owner) {
        this.owner = owner;
    }

    public List<Verified> all() throws SQLException {
        var verified = new ArrayList<Verified>();
        try (var statement = owner.createStatement();
                var logs =
                        statement.executeQuery(
                                """
                                select board_id, area_id from audit.logs()
                                union
                                select board_id, area_id from audit.seal
                                order by board_id, area_id
                                """)) {
            while (logs.next()) {
                verified.add(log(logs.getObject(1, UUID.class), logs.getObject(2, UUID.class)));
            }
        }
        return verified;
    }

    /// What to note elsewhere: a chain made anew would not fit it.
    public List<LastSeal> lastSeals() throws SQLException {
        var last = new ArrayList<LastSeal>();
        try (var statement = owner.createStatement();
                var seals =
                        statement.executeQuery(
                                """
                                select distinct on (board_id, area_id) board_id, area_id, number, hash
                                from audit.seal
                                order by board_id, area_id, number desc
                                """)) {
            while (seals.next()) {
                last.add(
                        new LastSeal(
                                seals.getObject(1, UUID.class),
                                seals.getObject(2, UUID.class),
                                seals.getLong(3),
                                Chain.written(seals.getBytes(4))));
            }
        }
        return last;
    }

    /// The log of one board and area; the connection need not see more.
    Verified log(UUID board, UUID area) throws SQLException {
        var from = Chain.BEGINNING;
        byte[] before = null;
        var sealed = 0L;
        var seals = 0L;
        for (var seal : seals(board, area)) {
            var segment = segment(board, area, from, seal.below());
            var hash =
                    Chain.hash(before, seals + 1, seal.below(), segment.entries(), segment.sum());
            if (seal.number() != seals + 1 || !Arrays.equals(hash, seal.hash())) {
                return new Verified(
                        board,
                        area,
                        seals,
                        sealed,
                        0,
                        before == null ? null : Chain.written(before),
                        new Broken(seal.number(), seal.entries(), segment.entries()));
            }
            seals++;
            sealed += segment.entries();
            before = seal.hash();
            from = seal.below();
        }
        var open = segment(board, area, from, Long.toString(Long.MAX_VALUE)).entries();
        return new Verified(
                board,
                area,
                seals,
                sealed,
                open,
                before == null ? null : Chain.written(before),
                null);
    }

    private List<Seal> seals(UUID board, UUID area) throws SQLException {
        try (var statement =
                owner.prepareStatement(
                        """
                        select number, below_tx::text, entries, hash from audit.seal
                        where board_id = ? and area_id = ?
                        order by number
                        """)) {
            statement.setObject(1, board);
            statement.setObject(2, area);
            var seals = new ArrayList<Seal>();
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    seals.add(
                            new Seal(
                                    rows.getLong(1),
                                    rows.getString(2),
                                    rows.getLong(3),
                                    rows.getBytes(4)));
                }
            }
            return seals;
        }
    }

    private Segment segment(UUID board, UUID area, String from, String below) throws SQLException {
        try (var statement = owner.prepareStatement(Chain.SEGMENT)) {
            statement.setString(1, board.toString());
            statement.setString(2, area.toString());
            statement.setString(3, from);
            statement.setString(4, below);
            try (var rows = statement.executeQuery()) {
                rows.next();
                return new Segment(rows.getLong(1), rows.getBytes(2));
            }
        }
    }
}
