package se.bofast;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeSet;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/// Writes the addresses of all pages to a file, so that the journeys can tell which they missed.
@Component
@ConditionalOnProperty("bofast.page-list")
class PageList implements ApplicationRunner {

    private final RequestMappingHandlerMapping mappings;
    private final Environment environment;

    PageList(RequestMappingHandlerMapping requestMappingHandlerMapping, Environment environment) {
        this.mappings = requestMappingHandlerMapping;
        this.environment = environment;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        var pages = new TreeSet<String>();
        mappings.getHandlerMethods()
                .forEach((mapping, handler) -> {
                    var methods = mapping.getMethodsCondition().getMethods();
                    if (methods.contains(RequestMethod.GET)) {
                        pages.addAll(mapping.getPatternValues());
                    }
                });
        try {
            Files.write(Path.of(environment.getRequiredProperty("bofast.page-list")), pages);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
