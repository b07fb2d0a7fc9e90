package se.bofast.support;

import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.bofast.access.Access;
import se.bofast.access.Action;
import se.bofast.access.Actor;
import se.bofast.audit.Log;
import se.bofast.audit.LogEntry;
import se.bofast.kernel.PersonId;
import se.bofast.page.Section;
import se.bofast.person.PersonRelations;
import se.bofast.person.PersonSection;

/// Who carries the person, on the person's page.
@Component
class AssignmentSection implements PersonSection {

    private static final int ORDER = 200;

    private final Assignments assignments;
    private final Access access;
    private final Log log;

    AssignmentSection(Assignments assignments, Access access, Log log) {
        this.assignments = assignments;
        this.access = access;
        this.log = log;
    }

    @Override
    public int order() {
        return ORDER;
    }

    @Override
    @Transactional
    public Optional<Section> section(Actor actor, PersonId person) {
        log.record(
                LogEntry.of(Action.SEE_PERSON)
                        .about(PersonRelations.KIND, person.value())
                        .because("ASSIGNMENTS")
                        .touching(person));
        return Optional.of(
                new Section(
                        "support/web/assignments",
                        Map.of(
                                "person",
                                person,
                                "assignments",
                                assignments.of(person),
                                "mayChange",
                                access.allows(actor, Action.CHANGE_PERSON))));
    }
}
