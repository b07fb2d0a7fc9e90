package se.bofast.page;

import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;

/// What the container answers by itself, to what is hardly a request: the status and nothing else,
/// not what it is nor what it made of the address.
public final class BareErrors extends ErrorReportValve {

    @Override
    protected void report(Request request, Response response, @Nullable Throwable thrown) {
        // Empty: whoever asks like this reads no page.
    }
}
