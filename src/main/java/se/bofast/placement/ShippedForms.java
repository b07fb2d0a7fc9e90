package se.bofast.placement;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import se.bofast.access.BoardFounded;
import se.bofast.database.Reach;
import se.bofast.kernel.AreaId;
import se.bofast.kernel.BoardId;
import se.bofast.kernel.NewId;
import se.bofast.placement.HousingForm.Condition;
import se.bofast.placement.HousingForm.Definition;
import se.bofast.placement.HousingForm.Step;

/// The catalogue the product ships, `placement/forms.csv` and `placement/crosswalk.csv`, given to a
/// board that is founded, and to the boards that stand when the house starts.
///
/// Only forms whose code a board does not have are given: what a board has, it may have changed.
@Component
class ShippedForms {

    /// The forms are older than anything a board writes about.
    static final LocalDate FIRST_DAY = LocalDate.of(1990, 1, 1);

    static final String REASON = "SHIPPED";
    private static final int GAP = 10;
    private static final Logger LOG = LoggerFactory.getLogger(ShippedForms.class);

    record Form(
            String code,
            String nameSv,
            String nameEn,
            Step step,
            boolean home,
            boolean keepsHome,
            int position) {}

    record Crossing(
            String code,
            Definition definition,
            String category,
            Condition condition,
            LocalDate from,
            @Nullable LocalDate to) {}

    static final List<Form> FORMS = forms();
    static final List<Crossing> CROSSWALK = crosswalk();

    private final JdbcClient db;
    private final TransactionTemplate transaction;
    private final Clock clock;

    ShippedForms(JdbcClient db, TransactionTemplate transaction, Clock clock) {
        this.db = db;
        this.transaction = transaction;
        this.clock = clock;
    }

    @EventListener
    void give(BoardFounded founded) {
        give();
    }

    @EventListener(ApplicationStartedEvent.class)
    void giveToAll() {
        for (var board : boards()) {
            var area =
                    new Reach(board, List.of(), null, null, null, java.util.Set.of(), false)
                            .within(() -> transaction.execute(status -> area()));
            var given =
                    Reach.ofHouse(board, Objects.requireNonNull(area, "a board has an area"))
                            .within(() -> transaction.execute(status -> give()));
            if (given != null && given > 0) {
                LOG.info("Gave a board {} housing forms it did not have.", given);
            }
        }
    }

    private List<BoardId> boards() {
        return db.sql("select board_id from access.v_board order by board_id")
                .query((rs, n) -> new BoardId(rs.getObject("board_id", UUID.class)))
                .list();
    }

    private AreaId area() {
        return db.sql(
                        """
                        select area_id from access.v_area
                        where board_id = framework.board_id() and kind = 'DEFAULT'
                        """)
                .query((rs, n) -> new AreaId(rs.getObject("area_id", UUID.class)))
                .single();
    }

    /// Within the reach of a board and in a transaction.
    ///
    /// @return how many forms the board did not have
    int give() {
        var now = Timestamp.from(clock.instant());
        var ids = FORMS.stream().map(form -> NewId.at(clock)).toArray(UUID[]::new);
        var given =
                db.sql(
                                """
                                insert into placement.housing_form (board_id, area_id, id, code, shipped, created_at)
                                select framework.board_id(), (framework.area_ids())[1], g.id, g.code, true, :now
                                from unnest(cast(:ids as uuid[]), cast(:codes as text[])) as g (id, code)
                                on conflict do nothing
                                """)
                        .param("ids", ids)
                        .param("codes", FORMS.stream().map(Form::code).toArray(String[]::new))
                        .param("now", now)
                        .update();
        if (given == 0) {
            return 0;
        }
        db.sql(
                        """
                        insert into placement.housing_form_fact (board_id, area_id, id, form_id, name_sv, name_en, step, home,
                            keeps_home, position, start_on, recorded_at, reason)
                        select f.board_id, f.area_id, g.fact, f.id, g.sv, g.en, g.step, g.home, g.keeps, g.position, :first, :now,
                            :reason
                        from unnest(cast(:ids as uuid[]), cast(:facts as uuid[]), cast(:sv as text[]), cast(:en as text[]),
                                    cast(:steps as text[]), cast(:homes as boolean[]), cast(:keeps as boolean[]),
                                    cast(:positions as int[]))
                            as g (id, fact, sv, en, step, home, keeps, position)
                        join placement.housing_form f on f.board_id = framework.board_id() and f.id = g.id
                        """)
                .param("ids", ids)
                .param("facts", FORMS.stream().map(form -> NewId.at(clock)).toArray(UUID[]::new))
                .param("sv", FORMS.stream().map(Form::nameSv).toArray(String[]::new))
                .param("en", FORMS.stream().map(Form::nameEn).toArray(String[]::new))
                .param("steps", FORMS.stream().map(f -> f.step().name()).toArray(String[]::new))
                .param("homes", FORMS.stream().map(Form::home).toArray(Boolean[]::new))
                .param("keeps", FORMS.stream().map(Form::keepsHome).toArray(Boolean[]::new))
                .param("positions", FORMS.stream().map(Form::position).toArray(Integer[]::new))
                .param("first", FIRST_DAY)
                .param("now", now)
                .param("reason", REASON)
                .update();
        db.sql(
                        """
                        insert into placement.crosswalk (board_id, area_id, id, form_id, definition, category, condition, start_on,
                            end_on, recorded_at, reason)
                        select f.board_id, f.area_id, g.id, f.id, g.definition, g.category, g.condition, g.start_on, g.end_on,
                            :now, :reason
                        from unnest(cast(:rows as uuid[]), cast(:codes as text[]), cast(:definitions as text[]),
                                    cast(:categories as text[]), cast(:conditions as text[]), cast(cast(:starts as text[]) as date[]),
                                    cast(cast(:ends as text[]) as date[]))
                            as g (id, code, definition, category, condition, start_on, end_on)
                        join placement.housing_form f on f.board_id = framework.board_id() and f.code = g.code
                            and f.id = any (cast(:ids as uuid[]))
                        """)
                .param("ids", ids)
                .param("rows", CROSSWALK.stream().map(c -> NewId.at(clock)).toArray(UUID[]::new))
                .param("codes", CROSSWALK.stream().map(Crossing::code).toArray(String[]::new))
                .param(
                        "definitions",
                        CROSSWALK.stream().map(c -> c.definition().name()).toArray(String[]::new))
                .param(
                        "categories",
                        CROSSWALK.stream().map(Crossing::category).toArray(String[]::new))
                .param(
                        "conditions",
                        CROSSWALK.stream().map(c -> c.condition().name()).toArray(String[]::new))
                .param("starts", CROSSWALK.stream().map(c -> text(c.from())).toArray(String[]::new))
                .param("ends", CROSSWALK.stream().map(c -> text(c.to())).toArray(String[]::new))
                .param("now", now)
                .param("reason", REASON)
                .update();
        return given;
    }

    private static @Nullable String text(@Nullable LocalDate day) {
        return day == null ? null : day.toString();
    }

    private static List<Form> forms() {
        var rows = read("/placement/forms.csv");
        return java.util.stream.IntStream.range(0, rows.size())
                .mapToObj(n -> {
                    var row = rows.get(n);
                    return new Form(
                            row.getField("code"),
                            row.getField("name_sv"),
                            row.getField("name_en"),
                            Step.valueOf(row.getField("step")),
                            row.getField("home").equals("yes"),
                            row.getField("keeps_home").equals("yes"),
                            (n + 1) * GAP);
                })
                .toList();
    }

    private static List<Crossing> crosswalk() {
        return read("/placement/crosswalk.csv").stream()
                .map(row ->
                        new Crossing(
                                row.getField("code"),
                                Definition.valueOf(row.getField("definition")),
                                row.getField("category"),
                                Condition.valueOf(row.getField("condition")),
                                LocalDate.parse(row.getField("from")),
                                row.getField("to").isEmpty()
                                        ? null
                                        : LocalDate.parse(row.getField("to"))))
                .toList();
    }

    private static List<NamedCsvRecord> read(String resource) {
        try (var stream =
                        Objects.requireNonNull(
                                ShippedForms.class.getResourceAsStream(resource), resource);
                var rows =
                        CsvReader.builder()
                                .fieldSeparator(';')
                                .ofNamedCsvRecord(
                                        new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            return rows.stream().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
