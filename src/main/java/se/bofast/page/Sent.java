package se.bofast.page;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// What a failed POST carried, to be sent again from the error page or copied from it, so that
/// nothing typed is lost. It goes back only to the one who just sent it.
record Sent(String action, Map<String, List<String>> fields) {

    private static final int LONG = 20;

    /// Empty for other requests, for files, and for anything with a secret in it.
    static Optional<Sent> with(HttpServletRequest request) {
        var type = request.getContentType();
        if (!request.getMethod().equals("POST")
                || type == null
                || !type.startsWith("application/x-www-form-urlencoded")) {
            return Optional.empty();
        }
        var fields = new LinkedHashMap<String, List<String>>();
        try {
            request.getParameterMap().forEach((name, values) -> fields.put(name, List.of(values)));
        } catch (IllegalStateException e) {
            // What the container could not read once, it cannot read now.
            return Optional.empty();
        }
        var original = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        var action = original instanceof String path ? path : request.getRequestURI();
        return fields.keySet().stream().anyMatch(Sent::isSecret) || !Onward.isOurs(action)
                ? Optional.empty()
                : Optional.of(new Sent(action, fields));
    }

    private static boolean isSecret(String name) {
        return name.toLowerCase(Locale.ROOT).contains("password");
    }

    /// The longer texts, which would be dull to write once more.
    List<String> texts() {
        var texts = new ArrayList<String>();
        for (var field : fields.entrySet()) {
            if (!field.getKey().startsWith("_") && !field.getKey().equals(Form.COMMAND_KEY)) {
                field.getValue().stream()
                        .filter(text -> text.length() > LONG && text.strip().contains(" "))
                        .forEach(texts::add);
            }
        }
        return texts;
    }
}
