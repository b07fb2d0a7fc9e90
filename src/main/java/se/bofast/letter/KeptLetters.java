package se.bofast.letter;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import se.bofast.kernel.NewId;
import se.bofast.kernel.PersonId;
import se.bofast.letter.KeptLetter.Event;
import se.bofast.letter.KeptLetter.LetterId;
import se.bofast.letter.KeptLetter.Matter;
import se.bofast.letter.KeptLetter.Receiver;
import se.bofast.letter.PrintOrder.PrintOrderId;
import se.bofast.letter.StoredFile.StoredFileId;

/// The record of every letter. The caller has required the action and logs.
@Component
public class KeptLetters {

    private static final int BATCH = 500;

    /// A letter of a run that now stands in a file.
    ///
    /// @param firstPage its first page in the file, from 1
    public record Placed(LetterId id, TemplateUse use, int firstPage) {}

    private final JdbcClient db;
    private final JdbcTemplate batches;
    private final Clock clock;

    KeptLetters(JdbcClient db, JdbcTemplate batches, Clock clock) {
        this.db = db;
        this.batches = batches;
        this.clock = clock;
    }

    /// A letter by itself, alone in its file.
    @Transactional(propagation = Propagation.MANDATORY)
    public LetterId made(NewLetter letter, TemplateUse use, StoredFileId file) {
        var id = new LetterId(NewId.at(clock));
        db.sql(
                        """
                        insert into letter.letter (board_id, area_id, id, template, template_version, language, receiver,
                            matter_kind, matter_id, person_id, landlord_id, written_on, file_id, first_page, state,
                            recorded_at, recorded_by)
                        values (framework.board_id(), (framework.area_ids())[1], :id, :template, :version, :language,
                            :receiver, :kind, :matter, :person, :landlord, :on, :file, 1, 'MADE', :now,
                            framework.account_id())
                        """)
                .param("id", id.value())
                .param("template", letter.template().name())
                .param("version", use.version())
                .param("language", use.beside() == null ? null : use.beside().tag())
                .param("receiver", letter.receiver().name())
                .param("kind", letter.matter().kind())
                .param("matter", letter.matter().id())
                .param("person", letter.person() == null ? null : letter.person().value())
                .param("landlord", letter.landlord())
                .param("on", letter.writtenOn())
                .param("file", file.value())
                .param("now", Timestamp.from(clock.instant()))
                .update();
        event(Set.of(id.value()), LetterState.MADE, null, letter.writtenOn());
        return id;
    }

    /// Orders letters in a run, in this order; one that another run has ordered already is passed
    /// by.
    ///
    /// @param stopped why a letter will not be made; those not named wait to be made
    @Transactional(propagation = Propagation.MANDATORY)
    public void order(PrintOrderId run, List<NewLetter> letters, Map<Integer, StopReason> stopped) {
        var ids = letters.stream().map(letter -> NewId.at(clock)).toList();
        var now = Timestamp.from(clock.instant());
        var positions = new ArrayList<Integer>();
        for (var i = 0; i < letters.size(); i++) {
            positions.add(i);
        }
        batches.batchUpdate(
                """
                insert into letter.letter (board_id, area_id, id, template, receiver, matter_kind, matter_id, person_id,
                    written_on, run_id, run_ordinal, state, reason, recorded_at, recorded_by)
                values (framework.board_id(), (framework.area_ids())[1], ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?,
                    framework.account_id())
                on conflict do nothing
                """,
                positions,
                BATCH,
                (ps, i) -> {
                    var letter = letters.get(i);
                    var reason = stopped.get(i);
                    ps.setObject(1, ids.get(i));
                    ps.setString(2, letter.template().name());
                    ps.setString(3, letter.receiver().name());
                    ps.setString(4, letter.matter().kind());
                    ps.setObject(5, letter.matter().id());
                    ps.setObject(
                            6,
                            letter.person() == null ? null : letter.person().value(),
                            Types.OTHER);
                    ps.setObject(7, letter.writtenOn());
                    ps.setObject(8, run.value());
                    ps.setInt(9, i + 1);
                    ps.setString(
                            10,
                            (reason == null ? LetterState.ORDERED : LetterState.STOPPED).name());
                    ps.setString(11, reason == null ? null : reason.name());
                    ps.setTimestamp(12, now);
                });
        db.sql(
                        """
                        insert into letter.letter_event (board_id, area_id, id, letter_id, ordinal, state, reason, happened_on,
                            recorded_at, recorded_by)
                        select l.board_id, l.area_id, g.id, l.id, 1, l.state, l.reason, l.written_on, :now,
                            framework.account_id()
                        from unnest(cast(:ids as uuid[]), cast(:letters as uuid[])) as g (id, letter)
                        join letter.letter l on l.board_id = framework.board_id() and l.id = g.letter
                        """)
                .param("ids", ids.stream().map(id -> NewId.at(clock)).toArray(UUID[]::new))
                .param("letters", ids.toArray(UUID[]::new))
                .param("now", now)
                .update();
    }

    /// Letters of a run now stand in a file.
    @Transactional(propagation = Propagation.MANDATORY)
    public void placed(StoredFileId file, LocalDate writtenOn, List<Placed> letters) {
        batches.batchUpdate(
                """
                update letter.letter
                set template_version = ?, language = ?, written_on = ?, file_id = ?, first_page = ?, state = 'MADE'
                where board_id = framework.board_id() and id = ? and state = 'ORDERED'
                """,
                letters,
                BATCH,
                (ps, letter) -> {
                    var beside = letter.use().beside();
                    ps.setInt(1, letter.use().version());
                    ps.setString(2, beside == null ? null : beside.tag());
                    ps.setObject(3, writtenOn);
                    ps.setObject(4, file.value());
                    ps.setInt(5, letter.firstPage());
                    ps.setObject(6, letter.id().value());
                });
        event(
                letters.stream().map(letter -> letter.id().value()).collect(Collectors.toSet()),
                LetterState.MADE,
                null,
                writtenOn);
    }

    /// Sets how letters stand and keeps what happened.
    ///
    /// @param reason only and always with {@link LetterState#STOPPED}
    @Transactional(propagation = Propagation.MANDATORY)
    public void become(
            Collection<LetterId> letters,
            LetterState state,
            @Nullable StopReason reason,
            LocalDate on) {
        if (letters.isEmpty()) {
            return;
        }
        var ids = letters.stream().map(LetterId::value).collect(Collectors.toSet());
        db.sql(
                        """
                        update letter.letter set state = :state, reason = :reason
                        where board_id = framework.board_id() and id = any(:ids)
                        """)
                .param("state", state.name())
                .param("reason", reason == null ? null : reason.name())
                .param("ids", ids.toArray(UUID[]::new))
                .update();
        event(ids, state, reason, on);
    }

    private void event(
            Set<UUID> letters, LetterState state, @Nullable StopReason reason, LocalDate on) {
        db.sql(
                        """
                        insert into letter.letter_event (board_id, area_id, id, letter_id, ordinal, state, reason, happened_on,
                            recorded_at, recorded_by)
                        select framework.board_id(), (framework.area_ids())[1], g.id, g.letter,
                            coalesce((select max(e.ordinal) from letter.letter_event e
                                      where e.board_id = framework.board_id() and e.letter_id = g.letter), 0) + 1,
                            :state, :reason, :on, :now, framework.account_id()
                        from unnest(cast(:ids as uuid[]), cast(:letters as uuid[])) as g (id, letter)
                        """)
                .param("state", state.name())
                .param("reason", reason == null ? null : reason.name())
                .param("on", on)
                .param("now", Timestamp.from(clock.instant()))
                .param("ids", letters.stream().map(id -> NewId.at(clock)).toArray(UUID[]::new))
                .param("letters", letters.toArray(UUID[]::new))
                .update();
    }

    /// The letter, waited for if somebody is just changing it.
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<KeptLetter> lock(LetterId id) {
        return withEvents(
                        db.sql(
                                        """
                                        select id, template, template_version, language, receiver, matter_kind, matter_id,
                                               person_id, landlord_id, written_on, run_id, file_id, first_page, state, reason
                                        from letter.letter
                                        where board_id = framework.board_id() and id = :id
                                        for update
                                        """)
                                .param("id", id.value())
                                .query(KeptLetters::row)
                                .list())
                .stream()
                .findFirst();
    }

    /// The letters of a matter, the last made first.
    @Transactional(readOnly = true)
    public List<KeptLetter> of(Matter matter) {
        return withEvents(
                db.sql(
                                """
                                select id, template, template_version, language, receiver, matter_kind, matter_id, person_id,
                                       landlord_id, written_on, run_id, file_id, first_page, state, reason
                                from letter.letter
                                where board_id = framework.board_id() and matter_id = :matter and matter_kind = :kind
                                order by recorded_at desc, id desc
                                """)
                        .param("matter", matter.id())
                        .param("kind", matter.kind())
                        .query(KeptLetters::row)
                        .list());
    }

    /// Letters of a run in one of the states, in order.
    ///
    /// @param atMost so many, from the beginning
    @Transactional(readOnly = true)
    public List<KeptLetter> ofRun(PrintOrderId run, Set<LetterState> states, int atMost) {
        return db.sql(
                        """
                        select id, template, template_version, language, receiver, matter_kind, matter_id, person_id,
                               landlord_id, written_on, run_id, file_id, first_page, state, reason
                        from letter.letter
                        where board_id = framework.board_id() and run_id = :run and state = any(:states)
                        order by run_ordinal
                        limit :most
                        """)
                .param("run", run.value())
                .param("states", states.stream().map(Enum::name).toArray(String[]::new))
                .param("most", atMost)
                .query(KeptLetters::row)
                .list();
    }

    /// The first letters of a run that wait to be made, locked: whoever wants to stop one of them
    /// waits until they stand in their file.
    @Transactional(propagation = Propagation.MANDATORY)
    public List<KeptLetter> lockOrdered(PrintOrderId run, int atMost) {
        return db.sql(
                        """
                        select id, template, template_version, language, receiver, matter_kind, matter_id, person_id,
                               landlord_id, written_on, run_id, file_id, first_page, state, reason
                        from letter.letter
                        where board_id = framework.board_id() and run_id = :run and state = 'ORDERED'
                        order by run_ordinal
                        limit :most
                        for update
                        """)
                .param("run", run.value())
                .param("most", atMost)
                .query(KeptLetters::row)
                .list();
    }

    /// Letters of these matters that were ordered or made and have not gone out, locked.
    @Transactional(propagation = Propagation.MANDATORY)
    public List<KeptLetter> lockUnsent(String matterKind, Collection<UUID> matters) {
        return db.sql(
                        """
                        select id, template, template_version, language, receiver, matter_kind, matter_id, person_id,
                               landlord_id, written_on, run_id, file_id, first_page, state, reason
                        from letter.letter
                        where board_id = framework.board_id() and matter_kind = :kind and matter_id = any(:matters)
                          and state in ('ORDERED', 'MADE')
                        order by id
                        for update
                        """)
                .param("kind", matterKind)
                .param("matters", matters.toArray(UUID[]::new))
                .query(KeptLetters::row)
                .list();
    }

    /// The page before the next letter of the same file; empty for the file's last letter.
    @Transactional(readOnly = true)
    public Optional<Integer> lastPage(StoredFileId file, int firstPage) {
        return db.sql(
                        """
                        select min(first_page) - 1 from letter.letter
                        where board_id = framework.board_id() and file_id = :file and first_page > :first
                        """)
                .param("file", file.value())
                .param("first", firstPage)
                .query((rs, n) -> Optional.ofNullable(rs.getObject(1, Integer.class)))
                .single();
    }

    private List<KeptLetter> withEvents(List<KeptLetter> letters) {
        if (letters.isEmpty()) {
            return letters;
        }
        var events = new HashMap<LetterId, List<Event>>();
        db.sql(
                        """
                        select letter_id, state, reason, happened_on, recorded_at, recorded_by from letter.letter_event
                        where board_id = framework.board_id() and letter_id = any(:letters)
                        order by letter_id, ordinal
                        """)
                .param(
                        "letters",
                        letters.stream().map(letter -> letter.id().value()).toArray(UUID[]::new))
                .query(rs -> {
                    events.computeIfAbsent(
                                    new LetterId(rs.getObject("letter_id", UUID.class)),
                                    id -> new ArrayList<>())
                            .add(
                                    new Event(
                                            LetterState.valueOf(rs.getString("state")),
                                            reason(rs.getString("reason")),
                                            rs.getObject("happened_on", LocalDate.class),
                                            rs.getTimestamp("recorded_at").toInstant(),
                                            StoredFiles.employee(
                                                    rs.getObject("recorded_by", UUID.class))));
                });
        return letters.stream()
                .map(l ->
                        new KeptLetter(
                                l.id(),
                                l.template(),
                                l.version(),
                                l.language(),
                                l.receiver(),
                                l.matter(),
                                l.person(),
                                l.landlord(),
                                l.writtenOn(),
                                l.run(),
                                l.file(),
                                l.firstPage(),
                                l.state(),
                                l.reason(),
                                events.getOrDefault(l.id(), List.of())))
                .toList();
    }

    private static KeptLetter row(ResultSet rs, int n) throws SQLException {
        var person = rs.getObject("person_id", UUID.class);
        var run = rs.getObject("run_id", UUID.class);
        var file = rs.getObject("file_id", UUID.class);
        var language = rs.getString("language");
        return new KeptLetter(
                new LetterId(rs.getObject("id", UUID.class)),
                TemplateCode.valueOf(rs.getString("template")),
                rs.getObject("template_version", Integer.class),
                language == null ? null : LetterLanguage.of(language).orElse(null),
                Receiver.valueOf(rs.getString("receiver")),
                new Matter(rs.getString("matter_kind"), rs.getObject("matter_id", UUID.class)),
                person == null ? null : new PersonId(person),
                rs.getObject("landlord_id", UUID.class),
                rs.getObject("written_on", LocalDate.class),
                run == null ? null : new PrintOrderId(run),
                file == null ? null : new StoredFileId(file),
                rs.getObject("first_page", Integer.class),
                LetterState.valueOf(rs.getString("state")),
                reason(rs.getString("reason")),
                List.of());
    }

    private static @Nullable StopReason reason(@Nullable String code) {
        return code == null ? null : StopReason.valueOf(code);
    }
}
