package se.bofast.page;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.SmartView;
import org.springframework.web.servlet.support.RequestContextUtils;

/// See-other to a page of ours, with notices laid by for it.
record Onward(String href, List<Notice> notices) implements SmartView {

    Onward {
        if (!isOurs(href)) {
            throw new IllegalArgumentException("not a page of ours");
        }
    }

    /// A path on this host: neither another site nor a path a browser would read as one.
    static boolean isOurs(String href) {
        return href.startsWith("/")
                && !href.startsWith("//")
                && href.chars().noneMatch(c -> c == '\\' || c < ' ');
    }

    @Override
    public boolean isRedirectView() {
        return true;
    }

    @Override
    public void render(
            @Nullable Map<String, ?> model,
            HttpServletRequest request,
            HttpServletResponse response) {
        if (!notices.isEmpty()) {
            RequestContextUtils.getOutputFlashMap(request)
                    .put(Frames.NOTICES, new ArrayList<>(notices));
            RequestContextUtils.saveOutputFlashMap(href, request, response);
        }
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        response.setHeader("Location", href);
    }
}
