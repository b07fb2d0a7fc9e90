package se.bofast.exchange;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import se.bofast.audit.DossierField;
import se.bofast.audit.DossierRecord;
import se.bofast.audit.RecordKind;
import se.bofast.deadline.Rules;
import se.bofast.kernel.Money;
import se.bofast.letter.Document;
import se.bofast.page.Words;

/// A dossier's records in words. The keys are made of tables and columns; a test asks for them all.
public final class DossierWords {

    private final Words words;
    private final Map<UUID, String> names;

    DossierWords(Words words, Map<UUID, String> names) {
        this.words = words;
        this.names = names;
    }

    /// What a kind of record is called: `exchange.kind.person.consent`.
    public static String kindKey(RecordKind kind) {
        return "exchange.kind." + kind.table();
    }

    /// What a field is called: `exchange.field.given_on`.
    public static String fieldKey(DossierField field) {
        return "exchange.field." + field.column();
    }

    /// What a code means that no enum has a label for.
    public static String codeKey(String code) {
        return "exchange.code." + code;
    }

    String kind(RecordKind kind) {
        return words.t(kindKey(kind));
    }

    String label(DossierField field) {
        return words.t(fieldKey(field));
    }

    String heading(DossierRecord record) {
        var on = record.day();
        return on == null ? kind(record.kind()) : words.longDay(on) + ": " + kind(record.kind());
    }

    /// The fields that have something to say, in the kind's order.
    List<Document.Row> rows(DossierRecord record, Collection<DossierField> fields) {
        return fields.stream()
                .filter(field ->
                        field.sort() != DossierField.Sort.REFERENCE
                                && record.value(field.column()) != null)
                .map(field -> new Document.Row(label(field), text(record, field)))
                .filter(row -> !row.text().isBlank())
                .toList();
    }

    String text(DossierRecord record, DossierField field) {
        var value = record.value(field.column());
        if (value == null) {
            return "";
        }
        return switch (field.sort()) {
            case TEXT, WORDS, REFERENCE, NUMBER -> value;
            case DAY -> words.longDay(LocalDate.parse(value));
            case MOMENT -> {
                var moment = record.moment(field.column());
                yield moment == null ? "" : words.moment(moment);
            }
            case MONEY -> words.money(new Money(Long.parseLong(value)));
            case YES_NO -> words.t(value.equals("true") ? "page.yes" : "page.no");
            case CODE ->
                    Arrays.stream(value.split(" "))
                            .map(code -> code(field, code))
                            .collect(Collectors.joining(", "));
            case RULE -> rule(value);
            case PERSON -> named(value, "exchange.person.hidden");
            case EMPLOYEE, UNIT, LANDLORD -> named(value, "exchange.name.gone");
        };
    }

    private String named(String id, String otherwise) {
        var name = names.get(UUID.fromString(id));
        return name == null ? words.t(otherwise) : name;
    }

    private String code(DossierField field, String code) {
        if (field.codes().contains(code)) {
            return words.t(codeKey(code));
        }
        var constant = constant(field.labels(), code);
        return constant == null ? code : words.label(constant);
    }

    private static @Nullable Enum<?> constant(
            @Nullable Class<? extends Enum<?>> type, String code) {
        return type == null
                ? null
                : Arrays.stream(type.getEnumConstants())
                        .filter(constant -> constant.name().equals(code))
                        .findFirst()
                        .orElse(null);
    }

    private String rule(String id) {
        return Rules.ALL.stream()
                .filter(rule -> rule.id().value().equals(id))
                .findFirst()
                .map(rule -> words.t(rule.messageKey("name")))
                .orElse(id);
    }
}
