package se.bofast;

import org.springframework.boot.web.server.servlet.context.ServletWebServerInitializedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// Remembers the port the web got, for what is printed when the house stands.
@Component
class Greeting {

    private int port;

    @EventListener
    void on(ServletWebServerInitializedEvent event) {
        port = event.getWebServer().getPort();
    }

    int port() {
        return port;
    }
}
