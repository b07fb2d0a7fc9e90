package se.bofast.placement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import se.bofast.HouseTest;
import se.bofast.TestHouse.Boards;
import se.bofast.access.FoundingBoard.UnitKind;
import se.bofast.access.Role;
import se.bofast.kernel.Conflict;
import se.bofast.kernel.Forbidden;
import se.bofast.placement.HousingForm.Condition;
import se.bofast.placement.HousingForm.Definition;
import se.bofast.placement.HousingForm.Step;
import se.bofast.placement.ManagingForms.Counts;
import se.bofast.placement.ManagingForms.Managed;
import se.bofast.placement.ManagingForms.Wish;

/// A board changes its catalogue from a day on; what was counted before stands.
///
/// [impl->req~placement.forms~1]
@HouseTest
class ManagingFormsTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 2);

    private final Boards boards;
    private final ManagingForms managing;
    private final HousingForms forms;
    private final Crosswalks crosswalks;

    ManagingFormsTest(
            Boards boards, ManagingForms managing, HousingForms forms, Crosswalks crosswalks) {
        this.boards = boards;
        this.managing = managing;
        this.forms = forms;
        this.crosswalks = crosswalks;
    }

    private static Wish wish(HousingForm form, String name, Map<Definition, Counts> counts) {
        return new Wish(name, form.nameEn(), form.step(), form.home(), form.keepsHome(), counts);
    }

    @Test
    void a_form_counts_otherwise_from_a_day_and_as_before_until_then() {
        var board = boards.make();
        var actor = board.coordinator();
        var training = board.as(actor, TODAY, () -> forms.coded("TRAINING"));
        var row = board.as(actor, TODAY, () -> managing.one(actor, training.id()));
        var national = new Counts(Category.NATIONAL_3, Condition.ALWAYS);
        var managed =
                board.as(
                        actor,
                        TODAY,
                        () ->
                                managing.change(
                                        actor,
                                        training.id(),
                                        row.version(),
                                        wish(
                                                training,
                                                "Träningsbostad",
                                                Map.of(Definition.NATIONAL, national)),
                                        TODAY,
                                        "Beslut i nämnden."));
        assertThat(managed).isEqualTo(Managed.DONE);
        var all = board.as(actor, TODAY, crosswalks::all);
        var crossings =
                all.getOrDefault(training.id(), List.of()).stream()
                        .filter(c -> c.definition() == Definition.CITY)
                        .toList();
        assertThat(crossings)
                .singleElement()
                .satisfies(c -> {
                    assertThat(c.includes(TODAY.minusDays(1))).isTrue();
                    assertThat(c.includes(TODAY)).isFalse();
                });
        var after = board.as(actor, TODAY, () -> forms.coded("TRAINING"));
        assertThat(after.nameSv()).isEqualTo("Träningsbostad");
        assertThat(after.startOn()).isEqualTo(ShippedForms.FIRST_DAY);
        var names =
                board.<List<String>>ask(
                        actor,
                        db ->
                                db.sql(
                                                """
                                                select name_sv from placement.v_housing_form_period where code = 'TRAINING'
                                                order by start_on
                                                """)
                                        .query(String.class)
                                        .list());
        assertThat(names).containsExactly("Träningslägenhet", "Träningsbostad");
        assertThat(board.as(actor, TODAY, () -> managing.history(actor, training.id())))
                .extracting(ManagingForms.Change::reason)
                .contains("SHIPPED", "Beslut i nämnden.");
        assertThatThrownBy(() ->
                        board.as(
                                actor,
                                TODAY,
                                () ->
                                        managing.end(
                                                actor,
                                                training.id(),
                                                row.version(),
                                                TODAY,
                                                "Används inte.")))
                .isInstanceOf(Conflict.class);
    }

    @Test
    void an_own_form_stands_in_the_chain_and_an_ended_one_begins_no_stay() {
        var board = boards.make();
        var actor = board.coordinator();
        var own = new Wish("Tak för natten", null, Step.SHELTER, false, false, Map.of());
        assertThat(
                        board.as(
                                actor,
                                TODAY,
                                () -> managing.add(actor, own, TODAY.minusDays(10), "Nytt.")))
                .isEqualTo(Managed.DONE);
        assertThat(board.as(actor, TODAY, () -> managing.add(actor, own, TODAY, "Nytt.")))
                .isEqualTo(Managed.NAME_IS_TAKEN);
        var added = board.as(actor, TODAY, () -> forms.coded("OWN_1"));
        assertThat(added.step()).isEqualTo(Step.SHELTER);
        var version = board.as(actor, TODAY, () -> managing.one(actor, added.id())).version();
        board.as(
                actor,
                TODAY,
                () -> managing.end(actor, added.id(), version, TODAY.minusDays(1), "Stängde."));
        assertThat(board.as(actor, TODAY, () -> forms.usedOn(TODAY)))
                .extracting(HousingForm::code)
                .doesNotContain("OWN_1")
                .contains("SHELTER");
    }

    @Test
    void who_works_with_people_does_not_change_how_they_count() {
        var board = boards.make();
        var worker = board.employee(Role.CASEWORKER, UnitKind.HOUSING);
        assertThatThrownBy(() -> board.as(worker, TODAY, () -> managing.all(worker)))
                .isInstanceOf(Forbidden.class);
        var administrator = board.employee(Role.ADMINISTRATOR, UnitKind.STAFF);
        assertThat(board.as(administrator, TODAY, () -> managing.all(administrator)))
                .hasSameSizeAs(ShippedForms.FORMS);
    }
}
