package se.bofast.letter;

import com.openhtmltopdf.util.Diagnostic;
import com.openhtmltopdf.util.XRLogger;
import java.util.logging.Level;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Passes on which kind of fault the library met, never its words: they may hold a piece of a
/// person's letter.
final class QuietLog implements XRLogger {

    private static final Logger LOG = LoggerFactory.getLogger(PdfPress.class);

    @Override
    public boolean isLogLevelEnabled(Diagnostic diagnostic) {
        return diagnostic.getLevel().intValue() >= Level.WARNING.intValue();
    }

    @Override
    public void log(Diagnostic diagnostic) {
        LOG.warn("pressing a letter: {}", diagnostic.getLogMessageId());
    }

    @Override
    public void log(String where, Level level, String message) {
        LOG.warn("pressing a letter: {}", where);
    }

    @Override
    public void log(String where, Level level, String message, @Nullable Throwable fault) {
        LOG.warn("pressing a letter: {}", where);
    }

    @Override
    public void setLevel(String logger, Level level) {
        // Always warnings and above.
    }
}
