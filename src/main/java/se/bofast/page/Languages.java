package se.bofast.page;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/// The languages the house speaks, read once from all `messages/<room>_<language>.properties`.
///
/// Swedish is the default for who asks for nothing, never a silent stand-in: a key that lacks a
/// sentence shows itself, and throws in tests.
public final class Languages {

    public static final Locale SWEDISH = Locale.of("sv", "SE");

    /// English as written in Sweden: `14,320 kr` would be fourteen kronor and a bit to a Swede.
    public static final Locale ENGLISH = Locale.of("en", "SE");

    static final List<Locale> ALL = List.of(SWEDISH, ENGLISH);

    private final Map<String, Words> words = new HashMap<>();

    private Languages(boolean strict) {
        for (var locale : ALL) {
            words.put(locale.getLanguage(), new Words(locale, sentences(locale), strict));
        }
    }

    public static Languages read(boolean strict) {
        return new Languages(strict);
    }

    /// The words of the locale's language; Swedish for a language the house does not speak.
    public Words words(Locale locale) {
        var found = words.get(locale.getLanguage());
        return found != null ? found : swedish();
    }

    private Words swedish() {
        var found = words.get(SWEDISH.getLanguage());
        if (found == null) {
            throw new IllegalStateException("no Swedish words");
        }
        return found;
    }

    static Map<String, String> sentences(Locale locale) {
        var ending = "_" + locale.getLanguage() + ".properties";
        var all = new HashMap<String, String>();
        try {
            for (var file :
                    new PathMatchingResourcePatternResolver()
                            .getResources("classpath*:messages/*" + ending)) {
                var name = String.valueOf(file.getFilename());
                var room = name.substring(0, name.length() - ending.length());
                properties(file)
                        .forEach((key, sentence) -> {
                            if (!key.toString().startsWith(room + ".")
                                    || all.put(key.toString(), sentence.toString()) != null) {
                                throw new IllegalStateException(
                                        key + " does not belong in " + name);
                            }
                        });
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return all;
    }

    private static Properties properties(Resource file) throws IOException {
        var properties = new Properties();
        try (var reader = new InputStreamReader(file.getInputStream(), StandardCharsets.UTF_8)) {
            properties.load(reader);
        }
        return properties;
    }
}
