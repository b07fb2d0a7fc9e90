package se.bofast.exchange;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import se.bofast.letter.Document;
import se.bofast.page.Words;

/// A dossier as a document to read: the person, what was consented to and told, then the years.
final class DossierPaper {

    private static final Set<String> PERSON =
            Set.of(
                    "person",
                    "identity",
                    "protection",
                    "address",
                    "contact_way",
                    "household_member");
    private static final Set<String> TOLD = Set.of("consent", "disclosure");

    private static final String ROOM = "person.";

    private DossierPaper() {}

    static List<Document.Chapter> chapters(List<Told> told, DossierWords texts, Words words) {
        var chapters = new ArrayList<Document.Chapter>();
        chapters.add(chapter(words.t("exchange.paper.person"), among(told, PERSON), texts, words));
        chapters.add(chapter(words.t("exchange.paper.told"), among(told, TOLD), texts, words));
        var years = new TreeMap<Integer, List<Told>>();
        for (var one : told) {
            if (!PERSON.contains(table(one)) && !TOLD.contains(table(one))) {
                var on = one.record().day();
                years.computeIfAbsent(on == null ? 0 : on.getYear(), year -> new ArrayList<>())
                        .add(one);
            }
        }
        years.forEach((year, of) -> {
            var chapter =
                    chapter(
                            year == 0
                                    ? words.t("exchange.paper.undated")
                                    : words.t("exchange.paper.year", String.valueOf(year)),
                            of,
                            texts,
                            words);
            if (!chapter.items().isEmpty()) {
                chapters.add(chapter);
            }
        });
        return chapters;
    }

    private static Document.Chapter chapter(
            String heading, List<Told> told, DossierWords texts, Words words) {
        var items =
                told.stream()
                        .map(one ->
                                new Document.Item(
                                        texts.heading(one.record()),
                                        texts.rows(one.record(), one.fields()),
                                        note(one, words)))
                        .filter(item -> !item.rows().isEmpty() || item.note() != null)
                        .toList();
        return new Document.Chapter(
                heading,
                items.isEmpty() ? List.of(words.t("exchange.paper.nothing")) : List.of(),
                items,
                null);
    }

    private static @org.jspecify.annotations.Nullable String note(Told one, Words words) {
        return one.leftOut().isEmpty()
                ? null
                : words.t(
                        "exchange.paper.leftOut",
                        String.join(
                                ", ",
                                one.leftOut().stream().sorted().map(LeftOut::section).toList()));
    }

    private static List<Told> among(List<Told> told, Set<String> tables) {
        return told.stream().filter(one -> tables.contains(table(one))).toList();
    }

    private static String table(Told one) {
        var table = one.record().kind().table();
        return table.startsWith(ROOM) ? table.substring(ROOM.length()) : "";
    }
}
