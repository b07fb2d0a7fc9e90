package se.bofast.walls;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.ArchConfiguration;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// Every handler of an address asks whether the actor may, before it lets anything reach the
/// database. [EndpointRolesTest] asks the addresses from outside, with ids of nothing; this reads
/// what they would do with ids of something, line by line through all they call.
class EveryDoorAsksTest {

    /// Handlers that ask for no action, and why none is needed.
    private static final Map<String, String> DOORS = new TreeMap<>();

    static {
        DOORS.put("AboutPage.about", "open: says who runs the house");
        DOORS.put("HelpPage.help", "open: says how the house is used");
        DOORS.put("HealthPage.health", "open: one word");
        DOORS.put("ErrorPages.outside", "open: what went wrong, nothing else");
        DOORS.put("ChoicesPage.language", "open: a cookie");
        DOORS.put("ChoicesPage.theme", "open: a cookie");
        DOORS.put("ChoicesPage.shortcuts", "open: a cookie");
        DOORS.put("ChoicesPage.day", "open: reads the day that was sent");
        DOORS.put("LogInPage.logIn", "open: the form one comes in by");
        DOORS.put("StartPage.empty", "open: asks for the first link's token");
        DOORS.put("StartPage.found", "open: asks for the first link's token");
        DOORS.put("CodePage.empty", "open: an empty form");
        DOORS.put("CodePage.answer", "open: asks for the code of a letter");
        DOORS.put("LogInPage.boards", "one's own: the boards one may choose");
        DOORS.put("LogInPage.choose", "one's own: only a board one has an appointment in");
        DOORS.put("DraftsPage.keep", "one's own: what one has typed; the wall asks who wrote it");
        DOORS.put("DraftsPage.fetch", "one's own: the same");
        DOORS.put("DraftsPage.forget", "one's own: the same");
        DOORS.put("DraftsPage.token", "one's own: the token of one's own session");
    }

    /// What these reach is the asker's own, behind the wall of the account: keys of forms already
    /// sent, drafts, words of a search, the filter one last used.
    private static final Set<String> OWN =
            Set.of(
                    "se.bofast.page.Commands",
                    "se.bofast.page.Drafts",
                    "se.bofast.page.Searches",
                    "se.bofast.page.RememberedFilters");

    /// Where the address names a thing, these find out whose it is, to ask about that. They read
    /// one row, behind the walls of board, area and protection, and nothing of it is shown before
    /// the question; nothing else may come before it.
    private static final Set<String> WHOSE_IS_IT =
            Set.of(
                    "AppointmentBook.lock",
                    "Assignments.find",
                    "CaseMatters.cases",
                    "Cases.byNumber",
                    "Contacts.find",
                    "Debts.debtOf",
                    "Debts.matterOf",
                    "Uploads.find",
                    "Uploads.lock",
                    "Visits.find");

    private static final String MAPPING =
            "org\\.springframework\\.web\\.bind\\.annotation\\.[A-Z][a-z]+Mapping";

    private enum First {
        NOTHING,
        ASKS,
        TOUCHES
    }

    private final Map<String, First> known = new HashMap<>();
    private final Set<String> lookedUp = new TreeSet<>();

    @Test
    void before_it_touches_anything() {
        // Only what the house itself is made of: the classes of others need no look inside.
        var classes =
                ArchConfiguration.withThreadLocalScope(configuration -> {
                    configuration.setResolveMissingDependenciesFromClassPath(false);
                    return new ClassFileImporter().importPath(Path.of("target/classes"));
                });
        var wrong = new TreeSet<String>();
        var unasked = new TreeSet<String>();
        var handlers = 0;
        for (var type : classes) {
            for (var method : type.getMethods()) {
                if (method.getAnnotations().stream()
                        .noneMatch(mark -> mark.getRawType().getName().matches(MAPPING))) {
                    continue;
                }
                handlers++;
                var name = type.getSimpleName() + "." + method.getName();
                var first = first(method, new HashSet<>());
                if (first != First.ASKS) {
                    unasked.add(name);
                }
                if (first != First.ASKS && !DOORS.containsKey(name)) {
                    wrong.add(name + ": " + first);
                }
            }
        }
        assertThat(handlers).isGreaterThan(200);
        assertThat(wrong).isEmpty();
        assertThat(lookedUp).containsExactlyInAnyOrderElementsOf(WHOSE_IS_IT);
        assertThat(unasked)
                .as("doors that are named and ask all the same")
                .containsAll(DOORS.keySet());
    }

    /// What comes first in the method, whichever of its branches is taken: its calls in the order
    /// they are written.
    private First first(JavaMethod method, Set<String> above) {
        var name = method.getFullName();
        var already = known.get(name);
        if (already != null) {
            return already;
        }
        if (!above.add(name)) {
            return First.NOTHING;
        }
        var first = First.NOTHING;
        for (var line : inOrder(method)) {
            // Within a line the question comes first: as an argument, or in a chain.
            var firsts = line.stream().map(call -> first(call, above)).collect(Collectors.toSet());
            if (firsts.contains(First.ASKS)) {
                first = First.ASKS;
                break;
            }
            if (firsts.contains(First.TOUCHES)) {
                first = First.TOUCHES;
                break;
            }
        }
        above.remove(name);
        known.put(name, first);
        return first;
    }

    private static Collection<List<JavaMethodCall>> inOrder(JavaMethod method) {
        return method.getMethodCallsFromSelf().stream()
                .collect(
                        Collectors.groupingBy(
                                JavaMethodCall::getLineNumber, TreeMap::new, Collectors.toList()))
                .values();
    }

    private First first(JavaMethodCall call, Set<String> above) {
        var owner = call.getTargetOwner();
        if (owner.getName().equals("se.bofast.access.Access")) {
            return call.getName().equals("require") || call.getName().equals("allows")
                    ? First.ASKS
                    : First.NOTHING;
        }
        if (owner.getName().startsWith("org.springframework.jdbc.")
                || owner.getName().equals("javax.sql.DataSource")) {
            return First.TOUCHES;
        }
        if (!owner.getName().startsWith("se.bofast.") || OWN.contains(owner.getName())) {
            return First.NOTHING;
        }
        var target = call.getTarget().resolveMember();
        if (target.isEmpty()) {
            return First.NOTHING;
        }
        var name = target.get().getOwner().getSimpleName() + "." + target.get().getName();
        if (WHOSE_IS_IT.contains(name)) {
            lookedUp.add(name);
            return First.NOTHING;
        }
        if (target.get().getModifiers().toString().contains("ABSTRACT")) {
            return anyOf(owner, target.get(), above);
        }
        return first(target.get(), above);
    }

    /// Of what may stand behind an interface, the worst.
    private First anyOf(JavaClass owner, JavaMethod declared, Set<String> above) {
        var worst = First.NOTHING;
        for (var type : owner.getAllSubclasses()) {
            var method =
                    type.tryGetMethod(
                            declared.getName(),
                            declared.getRawParameterTypes().stream()
                                    .map(JavaClass::getName)
                                    .toArray(String[]::new));
            if (method.isPresent()) {
                var first = first(method.get(), above);
                worst = first.compareTo(worst) > 0 ? first : worst;
            }
        }
        return worst;
    }
}
