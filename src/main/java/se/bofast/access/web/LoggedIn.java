package se.bofast.access.web;

import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;
import se.bofast.access.Actor;
import se.bofast.page.WhoIsHere;

/// Tells the page frame who is here.
@Component
class LoggedIn implements WhoIsHere, se.bofast.access.Here {

    @Override
    public Optional<Actor> actor() {
        var request = RequestContextHolder.getRequestAttributes();
        return request != null
                        && request.getAttribute(ActorFilter.ACTOR, RequestAttributes.SCOPE_REQUEST)
                                instanceof Actor actor
                ? Optional.of(actor)
                : Optional.empty();
    }

    @Override
    public Optional<WhoIsHere.Here> here() {
        return actor().map(actor ->
                new WhoIsHere.Here(
                        actor.id().value(),
                        actor.name(),
                        actor.boardName(),
                        actor.unitName(),
                        LogInConfiguration.CHOOSE_BOARD,
                        LogInConfiguration.LOG_OUT));
    }
}
