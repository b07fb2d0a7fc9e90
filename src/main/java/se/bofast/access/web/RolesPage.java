package se.bofast.access.web;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import se.bofast.access.Access;
import se.bofast.access.Action;
import se.bofast.access.Actor;
import se.bofast.access.Permissions;
import se.bofast.access.Role;
import se.bofast.access.Scope;
import se.bofast.page.Pages;

/// Vem får göra vad: the role x action table and the relation rules as they are in force, for
/// everyone who works here.
@Controller
public class RolesPage {

    static final String PATH = SettingsPage.PATH + "/roller";

    /// What a scope means for subjects of one kind: keys of sentences.
    public record Rule(String kind, Map<Scope, String> sentences) {}

    private final Access access;

    RolesPage(Access access) {
        this.access = access;
    }

    @GetMapping(PATH)
    ModelAndView roles(Actor actor, @RequestParam(name = "roll") Optional<Role> chosen) {
        access.require(actor, Action.CHANGE_OWN_SETTINGS);
        var role =
                chosen.orElseGet(
                        () -> actor.roles().stream().min(Role::compareTo).orElse(Role.CASEWORKER));
        var may = new EnumMap<Scope, List<Action>>(Scope.class);
        for (var scope : List.of(Scope.OWN, Scope.UNIT, Scope.BOARD)) {
            may.put(
                    scope,
                    Arrays.stream(Action.values())
                            .filter(action -> Permissions.of(role, action) == scope)
                            .toList());
        }
        return Pages.render(
                "access/web/roles",
                Map.of(
                        "role",
                        role,
                        "may",
                        may,
                        "rules",
                        access.relations().entrySet().stream()
                                .map(e -> new Rule(e.getKey(), e.getValue().rules()))
                                .toList()));
    }
}
