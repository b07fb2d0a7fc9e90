package se.bofast.access.web;

import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;
import se.bofast.access.Actor;
import se.bofast.page.WhoIsHere;

/// Tells the page frame who is here.
@Component
class LoggedIn implements WhoIsHere {

    @Override
    public Optional<Here> here() {
        var request = RequestContextHolder.getRequestAttributes();
        if (request == null
                || !(request.getAttribute(ActorFilter.ACTOR, RequestAttributes.SCOPE_REQUEST)
                        instanceof Actor actor)) {
            return Optional.empty();
        }
        return Optional.of(
                new Here(
                        actor.name(),
                        actor.boardName(),
                        actor.unitName(),
                        LogInConfiguration.CHOOSE_BOARD,
                        LogInConfiguration.LOG_OUT));
    }
}
