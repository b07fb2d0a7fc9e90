package se.bofast.page;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.catalina.Context;
import org.apache.catalina.core.StandardHost;
import org.apache.catalina.valves.ErrorReportValve;
import org.apache.catalina.valves.RemoteIpValve;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// How the house meets the network: whose word it takes for where a request comes from, and what it
/// says when a request is none.
@Configuration(proxyBeanMethods = false)
class HouseServer {

    /// @param proxies addresses of the proxies in front of the house. Only they are believed when
    ///   they say which address and protocol a request came by; from others it is not read at all.
    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> doorstep(
            @Value("${bofast.trusted-proxies:}") List<String> proxies) {
        return factory -> {
            factory.addContextCustomizers(HouseServer::sayLittle);
            var trusted = proxies.stream().map(String::strip).filter(p -> !p.isEmpty()).toList();
            if (!trusted.isEmpty()) {
                factory.addEngineValves(believing(trusted));
            }
        };
    }

    /// In place of the framework's own reporter, which would answer first.
    private static void sayLittle(Context context) {
        if (context.getParent() instanceof StandardHost host) {
            var pipeline = host.getPipeline();
            for (var valve : pipeline.getValves()) {
                if (valve instanceof ErrorReportValve) {
                    pipeline.removeValve(valve);
                }
            }
            host.setErrorReportValveClass(BareErrors.class.getName());
        }
    }

    private static RemoteIpValve believing(List<String> proxies) {
        var valve = new RemoteIpValve();
        valve.setInternalProxies(
                proxies.stream().map(Pattern::quote).collect(Collectors.joining("|")));
        valve.setRemoteIpHeader("X-Forwarded-For");
        valve.setProtocolHeader("X-Forwarded-Proto");
        return valve;
    }
}
