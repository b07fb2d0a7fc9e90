package se.bofast.backup;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.DigestOutputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.stream.Collectors;
import org.postgresql.PGConnection;
import se.bofast.backup.RowsManifest.TableRows;
import se.bofast.database.OwnTables.OwnTable;

/// The rows of one table as PostgreSQL's COPY writes them, in an order of their own, so that the
/// same rows are the same bytes in every database.
final class Rows {

    private Rows() {}

    /// @param to closed by the caller
    static TableRows out(Connection session, OwnTable table, OutputStream to)
            throws SQLException, IOException {
        var digest = Disk.sha256();
        var hashed = new DigestOutputStream(to, digest);
        var rows =
                session.unwrap(PGConnection.class)
                        .getCopyAPI()
                        .copyOut(
                                "copy (select %s from %s%s) to stdout"
                                        .formatted(columns(table), table.name(), inOrder(table)),
                                hashed);
        hashed.flush();
        return new TableRows(table.name(), table.columns(), rows, Disk.hex(digest));
    }

    static TableRows in(Connection session, OwnTable table, InputStream from)
            throws SQLException, IOException {
        var digest = Disk.sha256();
        var rows =
                session.unwrap(PGConnection.class)
                        .getCopyAPI()
                        .copyIn(
                                "copy %s (%s) from stdin".formatted(table.name(), columns(table)),
                                new DigestInputStream(from, digest));
        return new TableRows(table.name(), table.columns(), rows, Disk.hex(digest));
    }

    static Path file(Path folder, String table) {
        return folder.resolve(table.replace('"', '_') + ".copy.gz");
    }

    private static String columns(OwnTable table) {
        return String.join(", ", table.columns());
    }

    /// By the bytes of the key: an order by language may be another on another server.
    private static String inOrder(OwnTable table) {
        return table.key().isEmpty()
                ? ""
                : table.key().stream()
                        .map(column ->
                                "cast(%s as text) collate pg_catalog.\"C\"".formatted(column))
                        .collect(Collectors.joining(", ", " order by ", ""));
    }
}
