package se.bofast.person;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.bofast.access.Action;
import se.bofast.access.Actor;
import se.bofast.audit.Log;
import se.bofast.audit.LogEntry;
import se.bofast.kernel.HouseClock;
import se.bofast.kernel.IdentityNumber;
import se.bofast.kernel.PersonId;
import se.bofast.person.NameKey.KeyKind;

/// Finds people by number or name. Every search is logged, also one that finds nobody; the log
/// names whom it found, never the words.
@Component
public class PersonSearch {

    /// As many as are shown; who finds more must say more.
    public static final int MOST = 50;

    /// What a search found.
    public sealed interface Answer {

        /// @param more true if there are others than those shown
        record Found(List<Match> people, By by, boolean more) implements Answer {}

        /// The digits look like a personal number but are none: one of them is mistyped.
        record NumberWrong() implements Answer {}

        /// Too few digits for a number.
        record NumberTooShort() implements Answer {}

        /// Nothing to search for.
        record NoWords() implements Answer {}
    }

    public enum By {
        NUMBER,
        NAME
    }

    /// A person who was found.
    ///
    /// @param number null when hidden or not known
    /// @param home null when hidden or not known
    /// @param opens false: protected, and the searcher may not see more
    public record Match(
            PersonId id,
            PersonName name,
            @Nullable LocalDate birthOn,
            @Nullable IdentityNumber number,
            @Nullable String home,
            boolean opens) {}

    private static final int LONGEST = 200;
    private static final int MOST_PARTS = 8;
    private static final Pattern DIGITS =
            Pattern.compile("[\\d\\s+\u2010-\u2015\u2212-]*\\d[\\d\\s+\u2010-\u2015\u2212-]*");

    private final JdbcClient db;
    private final Clock clock;
    private final Log log;
    private final People people;

    PersonSearch(JdbcClient db, Clock clock, Log log, People people) {
        this.db = db;
        this.clock = clock;
        this.log = log;
        this.people = people;
    }

    /// Searches by personal or coordination number in any usual form, else by name: parts in any
    /// order, the beginning of a part is enough from three letters, and what sounds alike is found
    /// after what is spelt alike. A protected person is found by the whole number only, and without
    /// name unless the actor may see protected people. Logged.
    @Transactional
    public Answer search(Actor actor, String words) {
        var asked = words.strip();
        if (asked.length() > LONGEST) {
            asked = asked.substring(0, LONGEST);
        }
        if (asked.isEmpty()) {
            return new Answer.NoWords();
        }
        var answer =
                DIGITS.matcher(asked).matches()
                        ? byNumber(actor, asked)
                        : byName(actor, NameText.readings(asked), asked);
        log.record(
                LogEntry.of(Action.SEARCH_PERSON)
                        .because(
                                answer instanceof Answer.Found found ? found.by().name() : "NUMBER")
                        .touching(
                                answer instanceof Answer.Found found
                                        ? found.people().stream().map(Match::id).toList()
                                        : List.of()));
        return answer;
    }

    private Answer byNumber(Actor actor, String asked) {
        var digits = asked.replaceAll("\\D", "").length();
        var number = IdentityNumber.read(asked, HouseClock.today(clock));
        if (number.isEmpty()) {
            return digits < 10 ? new Answer.NumberTooShort() : new Answer.NumberWrong();
        }
        var found =
                people.byNumber(number.get())
                        .flatMap(id -> match(actor, id))
                        .map(List::of)
                        .orElse(List.of());
        return new Answer.Found(found, By.NUMBER, false);
    }

    private Optional<Match> match(Actor actor, PersonId person) {
        return db.sql(
                        """
                        select i.person_id, i.given_name, i.family_name, i.protection, i.birth_on, i.number,
                               a.street, a.city
                        from person.identity i
                        left join person.address a on a.board_id = i.board_id and a.person_id = i.person_id
                            and a.kind = 'HOME' and a.superseded_at is null
                        where i.board_id = framework.board_id() and i.person_id = :person and i.superseded_at is null
                        """)
                .param("person", person.value())
                .query((rs, n) -> shown(actor, rs))
                .optional();
    }

    private Answer byName(Actor actor, List<List<String>> readings, String asked) {
        var found = new ArrayList<Match>();
        for (var reading : readings) {
            for (var match : named(actor, reading, asked)) {
                if (found.stream().noneMatch(known -> known.id().equals(match.id()))) {
                    found.add(match);
                }
            }
        }
        var more = found.size() > MOST;
        return new Answer.Found(List.copyOf(more ? found.subList(0, MOST) : found), By.NAME, more);
    }

    /// Only "=" on the keys, so that the index serves behind the wall; the beginning of a part is
    /// then looked at among the few that share three letters.
    private List<Match> named(Actor actor, List<String> parts, String asked) {
        var wanted = new Wanted();
        parts.stream().distinct().limit(MOST_PARTS).forEach(wanted::add);
        if (wanted.parts == 0) {
            return List.of();
        }
        return db.sql(
                        """
                        with wanted as (
                            select w.part, w.kind, w.key, w.beginning, w.weight
                            from unnest(cast(:part as int[]), cast(:kind as text[]), cast(:key as text[]),
                                        cast(:beginning as text[]), cast(:weight as int[]))
                                as w (part, kind, key, beginning, weight)
                        ), hit as (
                            select k.person_id, w.part, max(w.weight) as weight
                            from wanted w
                            join person.name_key k on k.board_id = framework.board_id()
                                and k.kind = w.kind and k.key = w.key
                            where w.beginning is null
                               or exists (select 1 from person.name_key b
                                          where b.board_id = framework.board_id() and b.person_id = k.person_id
                                            and b.kind = 'PART' and starts_with(b.key, w.beginning))
                            group by k.person_id, w.part
                        ), whole as (
                            select person_id, sum(weight) as weight from hit
                            group by person_id having count(*) = :parts
                        )
                        select i.person_id, i.given_name, i.family_name, i.protection, i.birth_on, i.number,
                               a.street, a.city
                        from whole h
                        join person.identity i on i.board_id = framework.board_id() and i.person_id = h.person_id
                            and i.superseded_at is null
                        left join person.address a on a.board_id = i.board_id and a.person_id = i.person_id
                            and a.kind = 'HOME' and a.superseded_at is null
                        where i.protection = 'NONE' or :protected
                        order by h.weight desc,
                            (select count(*) from unnest(cast(:spelt as text[])) as s (word)
                             where s.word = any (string_to_array(replace(lower(i.sort_name), ',', ''), ' '))) desc,
                            i.sort_name, i.birth_on, i.person_id
                        limit :most
                        """)
                .param("part", wanted.part.toArray(Integer[]::new))
                .param("kind", wanted.kind.toArray(String[]::new))
                .param("key", wanted.key.toArray(String[]::new))
                .param("beginning", wanted.beginning.toArray(new String[0]))
                .param("weight", wanted.weight.toArray(Integer[]::new))
                .param("parts", wanted.parts)
                .param("protected", PersonRelations.seesProtected(actor))
                .param("spelt", asked.toLowerCase(java.util.Locale.ROOT).split("[\\s,]+"))
                .param("most", MOST + 1)
                .query((rs, n) -> shown(actor, rs))
                .list();
    }

    /// What is looked for, one row a key: the same part as written, its beginning, its sound.
    private static final class Wanted {

        private final List<Integer> part = new ArrayList<>();
        private final List<String> kind = new ArrayList<>();
        private final List<String> key = new ArrayList<>();
        private final List<@Nullable String> beginning = new ArrayList<>();
        private final List<Integer> weight = new ArrayList<>();
        private int parts;

        void add(String text) {
            parts++;
            row(KeyKind.PART, text, null, 3);
            if (text.length() >= NameText.START) {
                row(KeyKind.START, text.substring(0, NameText.START), text, 2);
            }
            var sound = NameText.sound(text);
            if (!sound.isEmpty()) {
                row(KeyKind.SOUND, sound, null, 1);
            }
        }

        private void row(KeyKind what, String value, @Nullable String starts, int weighs) {
            part.add(parts);
            kind.add(what.name());
            key.add(value);
            beginning.add(starts);
            weight.add(weighs);
        }
    }

    private static Match shown(Actor actor, java.sql.ResultSet rs) throws java.sql.SQLException {
        var protection = Protection.valueOf(rs.getString("protection"));
        var opens = !protection.hides() || PersonRelations.seesProtected(actor);
        var id = People.personId(rs, "person_id");
        if (!opens) {
            return new Match(
                    id, new PersonName(id, null, null, protection), null, null, null, false);
        }
        var street = rs.getString("street");
        var city = rs.getString("city");
        return new Match(
                id,
                People.name(rs, 0),
                rs.getObject("birth_on", LocalDate.class),
                People.number(rs.getString("number")),
                street == null ? null : city == null ? street : street + ", " + city,
                true);
    }
}
