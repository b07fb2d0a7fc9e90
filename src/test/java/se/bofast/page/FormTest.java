package se.bofast.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Set;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.springframework.util.LinkedMultiValueMap;
import se.bofast.kernel.Money;

class FormTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);

    private enum Cause {
        RENT,
        DISTURBANCE
    }

    private static Form form(String... namesAndValues) {
        var parameters = new LinkedMultiValueMap<String, String>();
        for (var n = 0; n < namesAndValues.length; n += 2) {
            parameters.add(namesAndValues[n], namesAndValues[n + 1]);
        }
        return Form.of(parameters);
    }

    private static String keyOf(Form form, String field) {
        return form.error(field).map(FieldError::messageKey).orElse("none");
    }

    @Test
    void reads_what_is_well_written() {
        var id = UUID.randomUUID();
        var form =
                form(
                        "name",
                        "  Alva ",
                        "on",
                        "24 nov",
                        "at",
                        "9.30",
                        "sum",
                        "12 345,50",
                        "n",
                        "1 200",
                        "cause",
                        "RENT",
                        "home",
                        "yes",
                        "id",
                        id.toString(),
                        "box",
                        "yes",
                        "causes",
                        "RENT",
                        "causes",
                        "DISTURBANCE");
        assertThat(form.requiredText("name", 10)).contains("Alva");
        assertThat(form.requiredDate("on", TODAY)).contains(LocalDate.of(2026, 11, 24));
        assertThat(form.requiredTime("at")).contains(LocalTime.of(9, 30));
        assertThat(form.requiredMoney("sum")).contains(new Money(1_234_550));
        assertThat(form.requiredWholeNumber("n", 0, 2000)).contains(1200);
        assertThat(form.requiredChoice("cause", Cause.class)).contains(Cause.RENT);
        assertThat(form.requiredYesNo("home")).contains(true);
        assertThat(form.requiredUuid("id")).contains(id);
        assertThat(form.check("box")).isTrue();
        assertThat(form.choices("causes", Cause.class))
                .containsExactly(Cause.RENT, Cause.DISTURBANCE);
        assertThat(form.hasErrors()).isFalse();
    }

    @Test
    void leaves_an_empty_field_in_peace_unless_it_is_required() {
        var form = form("name", "  ");
        assertThat(form.text("name", 10)).isEmpty();
        assertThat(form.date("on", TODAY)).isEmpty();
        assertThat(form.money("sum")).isEmpty();
        assertThat(form.wholeNumber("n", 1, 2)).isEmpty();
        assertThat(form.choice("cause", Cause.class)).isEmpty();
        assertThat(form.yesNo("home")).isEmpty();
        assertThat(form.uuid("id")).isEmpty();
        assertThat(form.check("box")).isFalse();
        assertThat(form.hasErrors()).isFalse();

        assertThat(form.requiredText("name", 10, "intake.own")).isEmpty();
        assertThat(form.requiredDate("on", TODAY)).isEmpty();
        assertThat(form.requiredChoice("cause", Cause.class)).isEmpty();
        assertThat(keyOf(form, "name")).isEqualTo("intake.own");
        assertThat(keyOf(form, "on")).isEqualTo("page.error.dateMissing");
        assertThat(keyOf(form, "cause")).isEqualTo("page.error.choiceMissing");
    }

    @Test
    void notes_what_cannot_be_read_and_says_it_once() {
        var form =
                form(
                        "on",
                        "32 nov",
                        "sum",
                        "12,345",
                        "n",
                        "x",
                        "m",
                        "7",
                        "cause",
                        "NO",
                        "home",
                        "maybe",
                        "id",
                        "1-1-1-1-1",
                        "at",
                        "25.00",
                        "name",
                        "för långt");
        assertThat(form.requiredDate("on", TODAY)).isEmpty();
        assertThat(form.requiredMoney("sum")).isEmpty();
        assertThat(form.requiredWholeNumber("n", 1, 5)).isEmpty();
        assertThat(form.requiredWholeNumber("m", 1, 5)).isEmpty();
        assertThat(form.requiredChoice("cause", Cause.class)).isEmpty();
        assertThat(form.requiredYesNo("home")).isEmpty();
        assertThat(form.requiredUuid("id")).isEmpty();
        assertThat(form.requiredTime("at")).isEmpty();
        assertThat(form.requiredText("name", 5)).isEmpty();
        assertThat(form.errors().stream().map(FieldError::messageKey))
                .containsExactly(
                        "page.error.date",
                        "page.error.money",
                        "page.error.wholeNumber",
                        "page.error.between",
                        "page.error.choice",
                        "page.error.choice",
                        "page.error.choice",
                        "page.error.time",
                        "page.error.tooLong");
    }

    @Property
    void loses_nothing_that_was_typed(@ForAll String typed) {
        var form = form("field", typed);
        if (form.requiredText("field", 5).isEmpty()) {
            assertThat(form.hasErrors()).isTrue();
        }
        if (form.requiredDate("field", TODAY).isEmpty()) {
            assertThat(form.hasErrors()).isTrue();
        }
        assertThat(form.value("field")).isEqualTo(typed);
    }

    @Test
    void cleans_text_without_changing_its_words() {
        assertThat(form("t", " A\u030Angstro\u0308m\u0000\r\nrad två\r").text("t", 50))
                .contains("Ångström\nrad två");
    }

    @Test
    void counts_characters_as_people_do() {
        assertThat(form("t", "𝒜".repeat(5)).text("t", 5)).isPresent();
    }

    @Test
    void fills_in_beforehand_what_its_own_readers_read_back() {
        var form =
                Form.empty()
                        .with("on", TODAY)
                        .with("sum", new Money(-1_234_550))
                        .with("cause", Cause.DISTURBANCE)
                        .with("home", false)
                        .with("nothing", null)
                        .withAll("causes", Set.of(Cause.RENT));
        assertThat(form.date("on", TODAY)).contains(TODAY);
        assertThat(form.value("sum")).isEqualTo("-12 345,50");
        assertThat(form.money("sum")).contains(new Money(-1_234_550));
        assertThat(form.choice("cause", Cause.class)).contains(Cause.DISTURBANCE);
        assertThat(form.yesNo("home")).contains(false);
        assertThat(form.value("nothing")).isEmpty();
        assertThat(form.choices("causes", Cause.class)).containsExactly(Cause.RENT);
    }

    @Test
    void keeps_the_commands_key_through_errors() {
        var first = Form.empty();
        var key = first.commandKey();
        assertThat(first.commandKey()).isEqualTo(key);
        assertThat(form(Form.COMMAND_KEY, key.toString()).commandKey()).isEqualTo(key);
        assertThat(form(Form.COMMAND_KEY, "not a key").commandKey()).isNotEqualTo(key);
    }

    @Test
    void leaves_out_ticked_rows_that_are_no_ids() {
        var id = UUID.randomUUID();
        assertThat(form("row", id.toString(), "row", "x").uuids("row")).containsExactly(id);
    }
}
