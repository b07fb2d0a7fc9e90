package se.bofast.access.web;

import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import se.bofast.access.Actor;
import se.bofast.kernel.Forbidden;

/// Gives a controller the {@link Actor} of the request.
final class ActorArgument implements HandlerMethodArgumentResolver {

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType().equals(Actor.class);
    }

    @Override
    public Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        var actor = request.getAttribute(ActorFilter.ACTOR, RequestAttributes.SCOPE_REQUEST);
        if (actor == null) {
            throw new Forbidden();
        }
        return actor;
    }
}
