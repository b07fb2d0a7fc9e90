package se.bofast.person;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.bofast.access.Action;
import se.bofast.access.Actor;
import se.bofast.audit.Log;
import se.bofast.audit.LogEntry;
import se.bofast.audit.SearchTerms;
import se.bofast.kernel.HouseClock;
import se.bofast.kernel.PersonId;
import se.bofast.kernel.PersonNumber;
import se.bofast.kernel.ReserveNumber;

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
    /// @param number null when not known
    /// @param earlier the number that was searched for, where the person has another one now
    /// @param home null when not known
    public record Match(
            PersonId id,
            PersonName name,
            @Nullable LocalDate birthOn,
            @Nullable PersonNumber number,
            @Nullable PersonNumber earlier,
            @Nullable String home) {

        Match foundBy(PersonNumber asked) {
            return asked.equals(number) ? this : new Match(id, name, birthOn, number, asked, home);
        }
    }

    private static final int LONGEST = 200;
    private static final int MOST_PARTS = 8;
    private static final Pattern DIGITS =
            Pattern.compile("[\\d\\s+\u2010-\u2015\u2212-]*\\d[\\d\\s+\u2010-\u2015\u2212-]*");

    private final JdbcClient db;
    private final Clock clock;
    private final Log log;
    private final People people;
    private final SearchTerms terms;
    private final Tied tied;

    PersonSearch(JdbcClient db, Clock clock, Log log, People people, SearchTerms terms, Tied tied) {
        this.terms = terms;
        this.tied = tied;
        this.db = db;
        this.clock = clock;
        this.log = log;
        this.people = people;
    }

    /// Searches by number in any usual form, also an earlier one of the person; by the label of who
    /// has no name ("okänd person 12", or "okänd person" for all of them); else by name: parts in
    /// any order, the beginning of a part is enough from three letters, and what sounds alike is
    /// found after what is spelt alike. A protected person is found by those entrusted with them,
    /// and does not exist for others, as who is not tied to the work of a role that does not see
    /// the whole board. Logged.
    @Transactional
    public Answer search(Actor actor, String words) {
        var asked = words.strip();
        if (asked.length() > LONGEST) {
            asked = asked.substring(0, LONGEST);
        }
        if (asked.isEmpty()) {
            return new Answer.NoWords();
        }
        var within = within(actor);
        var label = WorkingLabel.read(asked);
        var answer =
                isNumber(asked)
                        ? byNumber(asked, within)
                        : label.isPresent()
                                ? byLabel(label.get(), within)
                                : byName(NameText.readings(asked), asked, within);
        log.record(
                LogEntry.of(Action.SEARCH_PERSON)
                        .because(
                                answer instanceof Answer.Found found ? found.by().name() : "NUMBER")
                        .about(SearchTerms.KIND, term(asked))
                        .touching(
                                answer instanceof Answer.Found found
                                        ? found.people().stream().map(Match::id).toList()
                                        : List.of()));
        return answer;
    }

    /// Among whom the actor finds people; null: the whole board.
    private UUID @Nullable [] within(Actor actor) {
        return Tied.seesAll(actor, Action.SEARCH_PERSON)
                ? null
                : tied.to(actor).stream().map(PersonId::value).toArray(UUID[]::new);
    }

    /// What is searched for as the log holds it. Also who finds nobody has searched for somebody.
    private UUID term(String asked) {
        if (!isNumber(asked)) {
            return terms.hash(
                    By.NAME,
                    NameText.parts(asked).stream().sorted().collect(Collectors.joining(" ")));
        }
        return terms.hash(
                By.NUMBER,
                PersonNumber.read(asked, HouseClock.today(clock))
                        .map(PersonNumber::stored)
                        .orElseGet(() -> asked.replaceAll("\\D", "")));
    }

    /// Who has searched for a number, as the log names it.
    @Transactional
    public UUID term(PersonNumber number) {
        return terms.hash(By.NUMBER, number.stored());
    }

    private static boolean isNumber(String asked) {
        return DIGITS.matcher(asked).matches() || ReserveNumber.looksLike(asked);
    }

    private Answer byNumber(String asked, UUID @Nullable [] within) {
        var digits = asked.replaceAll("\\D", "").length();
        var number = PersonNumber.read(asked, HouseClock.today(clock));
        if (number.isEmpty()) {
            return digits < 10 && !ReserveNumber.looksLike(asked)
                    ? new Answer.NumberTooShort()
                    : new Answer.NumberWrong();
        }
        var found =
                people.byNumber(number.get())
                        .flatMap(id -> match(id, within))
                        .map(match -> match.foundBy(number.get()))
                        .map(List::of)
                        .orElse(List.of());
        return new Answer.Found(found, By.NUMBER, false);
    }

    private Optional<Match> match(PersonId person, UUID @Nullable [] within) {
        return db.sql(
                        """
                        select i.person_id, i.given_name, i.family_name, p.working_label, i.protection, i.birth_on, i.number,
                               a.street, a.city
                        from person.identity i
                        join person.person p on p.board_id = i.board_id and p.id = i.person_id
                        left join person.address a on a.board_id = i.board_id and a.person_id = i.person_id
                            and a.kind = 'HOME' and a.superseded_at is null
                        where i.board_id = framework.board_id() and i.person_id = :person and i.superseded_at is null
                          and (cast(:within as uuid[]) is null or i.person_id = any (:within))
                        """)
                .param("person", person.value())
                .param("within", within)
                .query((rs, n) -> shown(rs))
                .optional();
    }

    /// The one with the label, whatever they are called now; or all who have no name yet.
    private Answer byLabel(OptionalInt number, UUID @Nullable [] within) {
        var found =
                db.sql(
                                """
                                select i.person_id, i.given_name, i.family_name, p.working_label, i.protection, i.birth_on,
                                       i.number, a.street, a.city
                                from person.person p
                                join person.identity i on i.board_id = p.board_id and i.person_id = p.id
                                    and i.superseded_at is null
                                left join person.address a on a.board_id = i.board_id and a.person_id = i.person_id
                                    and a.kind = 'HOME' and a.superseded_at is null
                                where p.board_id = framework.board_id() and p.working_label is not null
                                  and (p.working_label = cast(:label as text)
                                       or cast(:label as text) is null and i.given_name = '' and i.family_name = '')
                                  and (cast(:within as uuid[]) is null or p.id = any (:within))
                                order by p.created_at desc, p.id desc
                                limit :most
                                """)
                        .param(
                                "label",
                                number.isPresent() ? WorkingLabel.of(number.getAsInt()) : null)
                        .param("most", MOST + 1)
                        .param("within", within)
                        .query((rs, n) -> shown(rs))
                        .list();
        var more = found.size() > MOST;
        return new Answer.Found(more ? found.subList(0, MOST) : found, By.NAME, more);
    }

    private Answer byName(List<List<String>> readings, String asked, UUID @Nullable [] within) {
        var found = new ArrayList<Match>();
        for (var reading : readings) {
            for (var match : named(reading, asked, within)) {
                if (found.stream().noneMatch(known -> known.id().equals(match.id()))) {
                    found.add(match);
                }
            }
        }
        var more = found.size() > MOST;
        return new Answer.Found(List.copyOf(more ? found.subList(0, MOST) : found), By.NAME, more);
    }

    /// Equality and ranges of whole keys only, so that the index serves behind the wall.
    private List<Match> named(List<String> parts, String asked, UUID @Nullable [] within) {
        var wanted = new Wanted();
        parts.stream().distinct().limit(MOST_PARTS).forEach(wanted::add);
        return db.sql(
                        """
                        with wanted as (
                            select w.part, w.beginning, w.ending, w.sound
                            from unnest(cast(:part as int[]), cast(:beginning as text[]), cast(:ending as text[]),
                                        cast(:sound as text[]))
                                as w (part, beginning, ending, sound)
                        ), hit as (
                            select k.person_id, w.part, case when k.key = w.beginning then 3 else 2 end as weight
                            from wanted w
                            join person.name_key k on k.board_id = framework.board_id() and k.kind = 'PART'
                                and k.key >= w.beginning and k.key < w.ending
                            union all
                            select k.person_id, w.part, 1 as weight
                            from wanted w
                            join person.name_key k on k.board_id = framework.board_id() and k.kind = 'SOUND'
                                and k.key = w.sound
                        ), best as (
                            select person_id, part, max(weight) as weight from hit group by person_id, part
                        ), whole as (
                            select person_id, sum(weight) as weight from best
                            group by person_id having count(*) = :parts
                        ), first as (
                            select i.board_id, i.person_id, i.given_name, i.family_name, i.protection, i.birth_on, i.number,
                                i.sort_name, h.weight, strpos(lower(i.sort_name), :spelt) > 0 as spelt
                            from whole h
                            join person.identity i on i.board_id = framework.board_id() and i.person_id = h.person_id
                                and i.superseded_at is null
                            where cast(:within as uuid[]) is null or i.person_id = any (:within)
                            order by h.weight desc, spelt desc, i.sort_name, i.person_id
                            limit :most
                        )
                        select f.person_id, f.given_name, f.family_name, p.working_label, f.protection, f.birth_on, f.number,
                               a.street, a.city
                        from first f
                        join person.person p on p.board_id = f.board_id and p.id = f.person_id
                        left join person.address a on a.board_id = f.board_id and a.person_id = f.person_id
                            and a.kind = 'HOME' and a.superseded_at is null
                        order by f.weight desc, f.spelt desc, f.sort_name, f.person_id
                        """)
                .param("part", wanted.part.toArray(Integer[]::new))
                .param("beginning", wanted.beginning.toArray(String[]::new))
                .param("ending", wanted.ending.toArray(String[]::new))
                .param("sound", wanted.sound.toArray(String[]::new))
                .param("parts", wanted.part.size())
                .param("spelt", longest(asked))
                .param("most", MOST + 1)
                .param("within", within)
                .query((rs, n) -> shown(rs))
                .list();
    }

    /// The longest word as it was spelt: who asks for "Åkerman" gets them before "Akerman".
    private static String longest(String asked) {
        return Arrays.stream(asked.toLowerCase(Locale.ROOT).split("[\\s,]+"))
                .max(Comparator.comparingInt(String::length))
                .orElse("");
    }

    /// What is looked for, one row a part: whole or as a beginning, and how it sounds.
    private static final class Wanted {

        private static final int SHORTEST_BEGINNING = 3;

        private final List<Integer> part = new ArrayList<>();
        private final List<String> beginning = new ArrayList<>();
        private final List<String> ending = new ArrayList<>();
        private final List<String> sound = new ArrayList<>();

        void add(String text) {
            part.add(part.size());
            beginning.add(text);
            // The first key after all that begin so; a short part must be whole.
            ending.add(
                    text.length() < SHORTEST_BEGINNING
                            ? text + '\u0001'
                            : text + Character.MAX_VALUE);
            sound.add(NameText.sound(text));
        }
    }

    private static Match shown(java.sql.ResultSet rs) throws java.sql.SQLException {
        var id = People.personId(rs, "person_id");
        var street = rs.getString("street");
        var city = rs.getString("city");
        return new Match(
                id,
                People.name(rs, 0),
                rs.getObject("birth_on", LocalDate.class),
                People.number(rs.getString("number")),
                null,
                street == null ? null : city == null ? street : street + ", " + city);
    }
}
