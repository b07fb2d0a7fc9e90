package se.bofast.page;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.core.io.ClassPathResource;

/// Addresses of static files that carry a print of their content, so that browsers may keep them.
public final class Assets {

    private final Map<String, String> hrefs = new ConcurrentHashMap<>();

    /// `bofast.css` becomes `/bofast.css?v=1a2b3c4d`. Vendored files carry their version in the
    /// path.
    public String href(String file) {
        return hrefs.computeIfAbsent(file, Assets::printed);
    }

    private static String printed(String file) {
        try (var content = new ClassPathResource("static/" + file).getInputStream()) {
            var hash = MessageDigest.getInstance("SHA-256").digest(content.readAllBytes());
            return "/" + file + "?v=" + HexFormat.of().formatHex(hash, 0, 4);
        } catch (IOException e) {
            throw new UncheckedIOException("no static file " + file, e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
