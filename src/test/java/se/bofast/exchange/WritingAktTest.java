package se.bofast.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import se.bofast.HouseTest;
import se.bofast.audit.DossierField;
import se.bofast.audit.DossierPart;
import se.bofast.audit.DossierRecord;
import se.bofast.audit.RecordKind;
import se.bofast.kernel.PersonId;
import se.bofast.page.Words;

/// The structured file can hold whatever any room tells: `write` refuses what its own schema does
/// not allow, and a dossier that cannot be written is a file that cannot be delivered.
@HouseTest
class WritingAktTest {

    private final List<DossierPart> parts;

    WritingAktTest(List<DossierPart> parts) {
        this.parts = parts;
    }

    @Test
    void holds_a_record_of_every_kind_with_every_field_filled_in() {
        var told =
                parts.stream()
                        .flatMap(part -> part.kinds().stream())
                        .filter(RecordKind::isTold)
                        .map(kind ->
                                new Told(filled(kind), kind.fields(), Set.of(LeftOut.values())))
                        .toList();
        assertThat(told).hasSizeGreaterThan(40);
        var dossier =
                new Dossier(
                        new PersonId(new UUID(7, 7)),
                        "Anna Prövad",
                        null,
                        false,
                        told.stream().map(Told::record).toList(),
                        Map.of());
        var xml =
                new WritingAkt()
                        .write(
                                "archive",
                                dossier,
                                told,
                                new DossierWords(Words.swedish(), Map.of()),
                                "Socialnämnden i Teststad",
                                Instant.parse("2026-11-29T10:00:00Z"));
        assertThat(new String(xml, StandardCharsets.UTF_8))
                .contains(
                        told.stream()
                                .map(one -> "kind=\"" + one.record().kind().table() + "\"")
                                .toList());
    }

    private static DossierRecord filled(RecordKind kind) {
        var values = new HashMap<String, Object>();
        for (var field : kind.fields()) {
            values.put(field.column(), example(field));
        }
        var on = kind.on();
        if (on != null) {
            values.putIfAbsent(on, "2026-11-28");
        }
        return new DossierRecord(kind, values, false, false, List.of());
    }

    private static Object example(DossierField field) {
        return switch (field.sort()) {
            case TEXT, WORDS -> "Två rader\nmed \u0001 & <tecken>";
            case DAY -> "2026-11-28";
            case MOMENT -> "2026-11-28T10:15:00.123456+00:00";
            case MONEY -> 740_000L;
            case NUMBER -> 3;
            case YES_NO -> true;
            case CODE ->
                    field.codes().stream()
                            .findFirst()
                            .or(() -> firstLabel(field))
                            .orElse("ANYTHING");
            case RULE -> "a-rule";
            case PERSON, EMPLOYEE, UNIT, LANDLORD, REFERENCE ->
                    "0193a1b2-0000-7000-8000-000000000001";
        };
    }

    private static Optional<String> firstLabel(DossierField field) {
        var labels = field.labels();
        return labels == null ? Optional.empty() : Optional.of(labels.getEnumConstants()[0].name());
    }
}
