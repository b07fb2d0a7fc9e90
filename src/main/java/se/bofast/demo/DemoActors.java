package se.bofast.demo;

import org.springframework.stereotype.Component;
import se.bofast.access.Actor;
import se.bofast.access.Actors;
import se.bofast.access.Logins;
import se.bofast.database.Reach;

/// The employees of the demo board, as they are at work on the day that is played.
@Component
class DemoActors {

    private final Actors actors;
    private final Logins logins;

    DemoActors(Actors actors, Logins logins) {
        this.actors = actors;
        this.logins = logins;
    }

    Actor of(String login) {
        var id = logins.find(login);
        return Reach.ofAccount(id).within(() -> actors.find(id, null)).orElseThrow();
    }
}
