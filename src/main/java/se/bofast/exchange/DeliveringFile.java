package se.bofast.exchange;

import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.info.BuildProperties;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.bofast.access.Access;
import se.bofast.access.Action;
import se.bofast.access.Actor;
import se.bofast.access.Subject;
import se.bofast.audit.DossierField;
import se.bofast.audit.Log;
import se.bofast.audit.LogEntry;
import se.bofast.kernel.NewId;
import se.bofast.kernel.NotFound;
import se.bofast.kernel.PersonId;
import se.bofast.letter.Document;
import se.bofast.letter.WritingDocuments;
import se.bofast.page.Words;
import se.bofast.person.People;
import se.bofast.person.PersonName;
import se.bofast.person.PersonRelations;

/// Takes a person's dossier out of the house: for the archive, or for the person. Call within the
/// actor's reach; what the actor may not see is not in it, and a person who is hidden from the
/// actor does not exist.
@Component
public class DeliveringFile {

    /// What has been made, and what this actor may make.
    public record View(
            PersonId person,
            PersonName name,
            List<MadePackage> made,
            List<PackageKind> may,
            boolean maySeePerson) {

        public View {
            made = List.copyOf(made);
            may = List.copyOf(may);
        }
    }

    /// @param fileName says nothing of anybody
    public record Download(String fileName, String contentType, byte[] bytes) {}

    private final Dossiers dossiers;
    private final DossierLetters letters;
    private final Packages packages;
    private final WritingAkt writingAkt;
    private final ObjectProvider<WritingDocuments> documents;
    private final ObjectProvider<BuildProperties> build;
    private final People people;
    private final Access access;
    private final Log log;
    private final Clock clock;

    DeliveringFile(
            Dossiers dossiers,
            DossierLetters letters,
            Packages packages,
            WritingAkt writingAkt,
            ObjectProvider<WritingDocuments> documents,
            ObjectProvider<BuildProperties> build,
            People people,
            Access access,
            Log log,
            Clock clock) {
        this.dossiers = dossiers;
        this.letters = letters;
        this.packages = packages;
        this.writingAkt = writingAkt;
        this.documents = documents;
        this.build = build;
        this.people = people;
        this.access = access;
        this.log = log;
        this.clock = clock;
    }

    /// @throws NotFound if there is no such person within reach
    @Transactional
    public View view(Actor actor, PersonId person) {
        access.require(actor, Action.SEE_PACKAGES, subject(person));
        var name = people.names(List.of(person)).get(person);
        if (name == null) {
            throw new NotFound();
        }
        log.record(
                LogEntry.of(Action.SEE_PACKAGES)
                        .about(PersonRelations.KIND, person.value())
                        .touching(person));
        return new View(
                person,
                name,
                packages.of(person),
                List.of(PackageKind.values()).stream()
                        .filter(kind -> access.allows(actor, kind.action()))
                        .toList(),
                access.allows(actor, Action.SEE_PERSON));
    }

    /// Makes it and keeps it, whole or not at all. Fetching it is another thing.
    ///
    /// @param words of the language of public documents
    /// @throws NotFound if there is no such person within reach
    @Transactional
    public UUID make(Actor actor, PersonId person, PackageKind kind, Words words) {
        access.require(actor, kind.action(), subject(person));
        var dossier = dossiers.of(person);
        var id = NewId.at(clock);
        var at = clock.instant();
        packages.keep(
                id,
                person,
                kind,
                at,
                switch (kind) {
                    case EXTRACT ->
                            paper(actor, kind, dossier, Selecting.forThePerson(dossier), words);
                    case ARCHIVE -> zip(actor, id, dossier, words);
                });
        var touched = new LinkedHashSet<PersonId>();
        touched.add(person);
        dossier.records()
                .forEach(record ->
                        record.kind().fields().stream()
                                .filter(field -> field.sort() == DossierField.Sort.PERSON)
                                .map(field -> record.uuid(field.column()))
                                .filter(Objects::nonNull)
                                .forEach(other -> touched.add(new PersonId(other))));
        log.record(
                LogEntry.of(kind.action())
                        .about(PersonRelations.KIND, person.value())
                        .because("MADE")
                        .touching(touched));
        return id;
    }

    /// @throws NotFound if nothing such was made of this person within reach
    @Transactional
    public Download fetch(Actor actor, PersonId person, UUID id) {
        access.require(actor, Action.SEE_PACKAGES, subject(person));
        var content = packages.content(person, id).orElseThrow(NotFound::new);
        access.require(actor, content.kind().action(), subject(person));
        log.record(
                LogEntry.of(content.kind().action())
                        .about(PersonRelations.KIND, person.value())
                        .because("FETCHED")
                        .touching(person));
        return new Download(
                content.kind().fileName(), content.kind().contentType(), content.bytes());
    }

    private byte[] paper(
            Actor actor, PackageKind kind, Dossier dossier, List<Told> told, Words words) {
        var lead = new ArrayList<String>();
        lead.add(
                words.t(
                        kind == PackageKind.EXTRACT
                                ? "exchange.paper.extract.of"
                                : "exchange.paper.archive.of",
                        actor.boardName(),
                        dossier.shownName()));
        if (dossier.number() != null) {
            lead.add(words.t("exchange.paper.number", dossier.number()));
        }
        lead.add(words.t("exchange.paper.madeAt", clock.instant()));
        if (kind == PackageKind.EXTRACT) {
            lead.add(words.t("exchange.paper.extract.rights"));
        }
        return documents
                .getObject()
                .press(
                        new Document(
                                words.t(
                                        kind == PackageKind.EXTRACT
                                                ? "exchange.paper.extract.title"
                                                : "exchange.paper.archive.title"),
                                words.language(),
                                actor.boardName(),
                                lead,
                                DossierPaper.chapters(
                                        told, new DossierWords(words, dossier.names()), words)))
                .bytes();
    }

    private byte[] zip(Actor actor, UUID id, Dossier dossier, Words words) {
        var told = Selecting.whole(dossier);
        var at = clock.instant();
        var built = build.getIfAvailable();
        return WritingPackage.zip(
                new WritingPackage.Contents(
                        id,
                        words.t("exchange.paper.archive.title"),
                        actor.boardName(),
                        actor.board().value().toString(),
                        dossier.shownName(),
                        words.t("exchange.rights"),
                        built == null ? "0" : Objects.requireNonNullElse(built.getVersion(), "0"),
                        at,
                        paper(actor, PackageKind.ARCHIVE, dossier, told, words),
                        writingAkt.write(
                                "archive",
                                dossier,
                                told,
                                new DossierWords(words, dossier.names()),
                                actor.boardName(),
                                at),
                        writingAkt.schema(),
                        letters.of(dossier)));
    }

    private static Subject subject(PersonId person) {
        return new Subject(PersonRelations.KIND, person.value());
    }
}
