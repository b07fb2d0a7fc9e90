package se.bofast.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import se.bofast.audit.DossierField;
import se.bofast.audit.DossierRecord;
import se.bofast.audit.RecordKind;
import se.bofast.kernel.PersonId;

/// What of a dossier the person may read.
class SelectingTest {

    private static final PersonId ANNA = new PersonId(UUID.randomUUID());
    private static final RecordKind KIND =
            RecordKind.of(
                    "room",
                    "record",
                    1,
                    null,
                    DossierField.words("note"),
                    DossierField.text("sender_name").ofReporter(),
                    DossierField.person("person_id"),
                    DossierField.employee("recorded_by"));

    private static DossierRecord record(
            Map<String, Object> values, boolean others, boolean hidesReporter, String... secrets) {
        return new DossierRecord(KIND, values, others, hidesReporter, List.of(secrets));
    }

    private static Dossier dossier(DossierRecord... records) {
        return new Dossier(ANNA, "Anna Prövad", null, false, List.of(records), Map.of());
    }

    private static List<String> columns(Told told) {
        return told.fields().stream().map(DossierField::column).toList();
    }

    @Test
    void an_archive_gets_everything() {
        var told =
                Selecting.whole(
                        dossier(
                                record(Map.of("note", "x"), true, true, "Göran"),
                                record(Map.of("note", "y"), false, false)));
        assertThat(told).hasSize(2).allMatch(one -> one.fields().size() == 4);
    }

    @Test
    void who_reported_is_left_out_there_and_in_every_other_records_words() {
        var told =
                Selecting.forThePerson(
                        dossier(
                                record(
                                        Map.of("note", "Hög musik", "sender_name", "Göran Ek"),
                                        false,
                                        true,
                                        "Göran Ek"),
                                record(Map.of("note", "Ringde GÖRAN EK igen"), false, false),
                                record(Map.of("note", "Ringde Anna"), false, false)));
        assertThat(told).hasSize(3);
        assertThat(columns(told.getFirst())).containsExactly("note");
        assertThat(told.getFirst().leftOut()).containsExactly(LeftOut.REPORTER);
        assertThat(columns(told.get(1))).isEmpty();
        assertThat(told.get(1).leftOut()).containsExactly(LeftOut.REPORTER);
        assertThat(told.getLast().record().value("note")).isEqualTo("Ringde Anna");
    }

    @Test
    void a_reporter_who_is_not_hidden_is_shown() {
        var told =
                Selecting.forThePerson(
                        dossier(
                                record(
                                        Map.of("note", "Hyra", "sender_name", "Hyresbolaget"),
                                        false,
                                        false)));
        assertThat(columns(told.getFirst())).containsExactly("note", "sender_name");
        assertThat(told.getFirst().leftOut()).isEmpty();
    }

    @Test
    void of_others_and_of_colleagues_nothing_is_told() {
        var told =
                Selecting.forThePerson(
                        dossier(
                                record(Map.of("note", "Om systern"), true, false),
                                record(
                                        Map.of(
                                                "note",
                                                "Bor ihop",
                                                "person_id",
                                                UUID.randomUUID().toString(),
                                                "recorded_by",
                                                UUID.randomUUID().toString()),
                                        false,
                                        false)));
        assertThat(told).hasSize(1);
        assertThat(columns(told.getFirst())).containsExactly("note");
        assertThat(told.getFirst().leftOut()).containsExactly(LeftOut.OTHERS);
    }

    @Test
    void a_protected_relatives_address_is_nowhere() {
        var told =
                Selecting.forThePerson(
                        dossier(
                                record(Map.of(), true, false, "Hemliga gatan 3"),
                                record(
                                        Map.of("note", "Flyttade till hemliga gatan 3."),
                                        false,
                                        false)));
        assertThat(told)
                .singleElement()
                .satisfies(one -> {
                    assertThat(one.fields()).isEmpty();
                    assertThat(one.leftOut()).containsExactly(LeftOut.OTHERS);
                });
    }
}
