package se.bofast.filing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.bofast.filing.ColumnMapping.Column;
import se.bofast.filing.ColumnMapping.Fit;

class ColumnMappingTest {

    @ParameterizedTest
    @CsvSource({
        "Pnr, number",
        "pnr., number",
        "Personnr, number",
        "Person nr, number",
        "PERSONNUMMER, number",
        "Person-/orgnr, number",
        "Person/Org.nr, number",
        "Hyresgäst, name",
        "hyresgast, name",
        "HYRESGÄST:, name",
        "Lgh, apartment",
        "Lgh.nr, apartment",
        "Lägenhetsnr, apartment",
        "Belopp kr, amount",
        "Belopp (SEK), amount",
        "Skuld i kronor, amount",
        "Förfallodag, due",
        "Förfallo-datum, due",
        "Förfallodat, due",
        "Delgivningsdatum, served",
        "Delgivningsdat., served",
        "Mål nr, case",
        "Målnr, case",
        "Mål-nummer, case",
        "Objekt, address",
        "Adr, address",
        "Gatuadr., address"
    })
    void knows_a_column_however_its_name_is_spelled(String header, String code) {
        assertThat(column(header)).extracting(Column::fit).isEqualTo(Fit.EXACT);
        assertThat(code(column(header))).isEqualTo(code);
    }

    @ParameterizedTest
    @CsvSource({
        "Hyresgst, name",
        "Hyresgätst, name",
        "Fröfallodag, due",
        "Delgivningdatum, served",
        "Adrses, address"
    })
    void only_proposes_a_field_for_a_name_that_is_near(String header, String code) {
        assertThat(column(header)).extracting(Column::fit).isEqualTo(Fit.NEAR);
        assertThat(code(column(header))).isEqualTo(code);
        var mapping = ColumnMapping.propose(List.of(header), Lists.FIELDS);
        assertThat(mapping.leftOut()).hasSize(1);
        assertThat(mapping.choosing(Map.of(0, code)).leftOut()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Anm", "Telefon", "Nam", "OCR", "Kvm", "Datum", "Hyra", "§§"})
    void leaves_out_a_name_that_says_nothing_it_asks_for(String header) {
        assertThat(column(header).fit()).isEqualTo(Fit.NONE);
        assertThat(column(header).field()).isNull();
    }

    @Test
    void lists_what_is_left_out_and_what_is_missing() {
        var mapping = ColumnMapping.propose(List.of("Pnr", "Anm", "Hyresgäst"), Lists.FIELDS);
        assertThat(mapping.leftOut()).extracting(Column::header).containsExactly("Anm");
        assertThat(mapping.missing()).containsExactly(Lists.AMOUNT);
        assertThat(mapping.isReady()).isFalse();
    }

    @Test
    void gives_a_field_to_one_column_the_surest() {
        var mapping = ColumnMapping.propose(List.of("Namn", "Hyresgäst", "Belopp"), Lists.FIELDS);
        assertThat(mapping.columns())
                .extracting(ColumnMappingTest::code)
                .containsExactly("", "name", "amount");
        assertThat(mapping.isReady()).isTrue();
    }

    @Test
    void lets_a_person_choose_otherwise() {
        var mapping =
                ColumnMapping.propose(List.of("Hyresgäst", "Ombud", "Belopp"), Lists.FIELDS)
                        .choosing(Map.of(1, "name", 2, ""));
        assertThat(mapping.columns())
                .extracting(Column::fit)
                .containsExactly(Fit.NONE, Fit.CHOSEN, Fit.NONE);
        assertThat(mapping.missing()).containsExactly(Lists.AMOUNT);
    }

    @Test
    void says_which_field_was_chosen_twice() {
        var mapping =
                ColumnMapping.propose(List.of("A", "B", "Belopp"), Lists.FIELDS)
                        .choosing(Map.of(0, "name", 1, "name"));
        assertThat(mapping.doubled()).containsExactly(Lists.NAME);
        assertThat(mapping.isReady()).isFalse();
    }

    @Test
    void passes_over_choices_for_what_no_longer_exists() {
        var mapping =
                ColumnMapping.propose(List.of("Hyresgäst", "Belopp"), Lists.FIELDS)
                        .choosing(Map.of(0, "abolished", 9, "name"));
        assertThat(mapping.columns())
                .extracting(ColumnMappingTest::code)
                .containsExactly("name", "amount");
    }

    @Test
    void brings_a_remembered_mapping_back_for_the_next_list() {
        var first =
                ColumnMapping.propose(List.of("Kund", "Summa", "Belopp"), Lists.FIELDS)
                        .choosing(Map.of(0, "name", 1, "amount", 2, ""));
        var next =
                ColumnMapping.propose(List.of("KUND", "summa", "Belopp kr"), Lists.FIELDS)
                        .choosing(first.choices());
        assertThat(next.key()).isEqualTo(first.key());
        assertThat(next.columns())
                .extracting(ColumnMappingTest::code)
                .containsExactly("name", "amount", "");
    }

    @Test
    void has_another_key_for_other_columns_or_another_order() {
        var key = key("Hyresgäst", "Belopp");
        assertThat(key("hyresgäst ", "Belopp kr")).isEqualTo(key);
        assertThat(key("Belopp", "Hyresgäst")).isNotEqualTo(key);
        assertThat(key("Hyresgäst", "Belopp", "Anm")).isNotEqualTo(key);
        assertThat(key("HyresgästBelopp")).isNotEqualTo(key);
    }

    @Property
    void never_fails_on_any_names_and_choices(
            @ForAll List<String> header, @ForAll Map<Integer, String> choices) {
        var mapping = ColumnMapping.propose(header, Lists.FIELDS).choosing(choices);
        assertThat(mapping.columns()).hasSize(header.size());
        assertThat(
                        mapping.columns().stream()
                                .map(Column::field)
                                .filter(Objects::nonNull)
                                .distinct())
                .hasSizeLessThanOrEqualTo(Lists.FIELDS.size());
    }

    private static Column column(String header) {
        return ColumnMapping.propose(List.of(header), Lists.FIELDS).columns().getFirst();
    }

    private static String code(Column column) {
        var field = column.field();
        return field == null ? "" : field.code();
    }

    private static MappingKey key(String... header) {
        return ColumnMapping.propose(Arrays.asList(header), Lists.FIELDS).key();
    }
}
