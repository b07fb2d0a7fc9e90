package se.bofast.filing;

import java.util.Iterator;

/// Rows read one at a time from the file. Close it.
public interface Rows extends Iterator<Row>, AutoCloseable {

    @Override
    void close();
}
