package se.bofast.page;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;

/// Lets go of a draft when its form has been saved: when a POST that names one is answered with the
/// way onward. Should the machine stop in between, the draft's command key keeps it from coming
/// back.
@Component
class SavedDrafts implements HandlerInterceptor {

    /// The hidden field that names the draft a form was kept under.
    static final String FIELD = "draft";

    private final ObjectProvider<Drafts> drafts;

    SavedDrafts(ObjectProvider<Drafts> drafts) {
        this.drafts = drafts;
    }

    @Override
    public void afterCompletion(
            HttpServletRequest request,
            HttpServletResponse response,
            Object handler,
            @Nullable Exception failure) {
        var form = request.getParameter(FIELD);
        if (form != null
                && failure == null
                && request.getMethod().equals("POST")
                && response.getStatus() == HttpServletResponse.SC_SEE_OTHER) {
            drafts.ifAvailable(kept -> kept.forget(form));
        }
    }
}
