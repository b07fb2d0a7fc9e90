package se.bofast.placement;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import se.bofast.HouseTest;
import se.bofast.TestHouse.Boards;
import se.bofast.placement.HousingForm.Definition;
import se.bofast.placement.HousingForm.Step;

/// The catalogue every board begins with (domain facts 5.2 to 5.4 and 9).
@HouseTest
class ShippedFormsTest {

    private final Boards boards;
    private final HousingForms forms;
    private final ShippedForms shipped;

    ShippedFormsTest(Boards boards, HousingForms forms, ShippedForms shipped) {
        this.boards = boards;
        this.forms = forms;
        this.shipped = shipped;
    }

    @Test
    void every_step_of_the_chain_has_a_form_and_every_crossing_a_form_of_the_catalogue() {
        assertThat(ShippedForms.FORMS)
                .extracting(ShippedForms.Form::step)
                .containsAll(List.of(Step.values()));
        assertThat(ShippedForms.FORMS)
                .extracting(ShippedForms.Form::code)
                .doesNotHaveDuplicates()
                .contains(HousingForm.UNKNOWN, "TRAINING", "TRIAL", "HOUSING_FIRST_SUBLET");
        var codes = new HashSet<>(ShippedForms.FORMS.stream().map(f -> f.code()).toList());
        assertThat(codes)
                .containsAll(
                        ShippedForms.CROSSWALK.stream().map(ShippedForms.Crossing::code).toList());
        assertThat(ShippedForms.CROSSWALK)
                .extracting(ShippedForms.Crossing::definition)
                .contains(Definition.values());
    }

    @Test
    void a_home_of_ones_own_is_homeless_under_no_definition() {
        var homes =
                ShippedForms.FORMS.stream()
                        .filter(ShippedForms.Form::home)
                        .map(ShippedForms.Form::code)
                        .toList();
        assertThat(homes).contains("OWN_LEASE", "OWNED_HOME", "HOUSING_FIRST_LEASE");
        assertThat(ShippedForms.CROSSWALK)
                .extracting(ShippedForms.Crossing::code)
                .doesNotContainAnyElementsOf(homes);
    }

    @Test
    void the_city_counts_training_flats_and_not_trial_flats_or_housing_first() {
        assertThat(ShippedForms.CROSSWALK.stream().filter(c -> c.definition() == Definition.CITY))
                .extracting(ShippedForms.Crossing::code)
                .contains("TRAINING", "SHELTER", "SUPPORTED_ADULT")
                .doesNotContain(
                        "TRIAL", "HOUSING_FIRST_SUBLET", "WITH_RELATIVES", "PRIVATE_SUBLET");
    }

    @Test
    void a_new_board_has_the_catalogue_and_a_second_giving_changes_nothing() {
        var board = boards.make();
        var actor = board.coordinator();
        assertThat(board.as(actor, forms::all)).hasSameSizeAs(ShippedForms.FORMS);
        assertThat(board.as(actor, () -> forms.coded("SHELTER")).name(Locale.of("sv")))
                .isEqualTo("Härbärge");
        int given =
                board.ask(
                        actor,
                        sql -> {
                            sql.sql(
                                            """
                                            update placement.housing_form_fact set superseded_at = recorded_at
                                            where form_id = (select id from placement.housing_form where code = 'SHELTER')
                                            """)
                                    .update();
                            return shipped.give();
                        });
        assertThat(given).isZero();
        assertThat(board.as(actor, forms::all)).hasSize(ShippedForms.FORMS.size() - 1);
    }
}
