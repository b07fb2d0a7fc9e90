package se.bofast.page;

import java.text.Normalizer;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;
import se.bofast.kernel.DateText;
import se.bofast.kernel.Money;

/// What someone typed in a form, exactly as typed, and what is wrong with it.
///
/// Each reader gives the value, or empty where there is none; what cannot be read is noted as an
/// error of its field. When {@link #hasErrors()}, render the page again with the same form: nothing
/// typed is lost. Optional readers leave an empty field in peace, `required` ones do not.
public final class Form {

    /// The field that makes a command known when it comes twice.
    public static final String COMMAND_KEY = "commandKey";

    private static final Pattern WHOLE = Pattern.compile("-?\\d{1,9}");
    private static final Pattern TIME = Pattern.compile("([01]?\\d|2[0-3])(?:[.:]?([0-5]\\d))?");

    private final Map<String, List<String>> values = new LinkedHashMap<>();
    private final Map<String, String> labels = new LinkedHashMap<>();
    private final List<FieldError> errors = new ArrayList<>();

    private Form() {}

    /// An empty form.
    public static Form empty() {
        return new Form();
    }

    /// What a request carried.
    public static Form of(MultiValueMap<String, String> parameters) {
        var form = new Form();
        parameters.forEach((name, given) -> {
            var kept = new ArrayList<String>();
            for (var value : given) {
                kept.add(value == null ? "" : value);
            }
            form.values.put(name, kept);
        });
        return form;
    }

    /// Fills a field beforehand, written so that the reader of its kind reads it back. Null:
    /// nothing.
    public Form with(String name, @Nullable Object value) {
        if (value == null) {
            return this;
        }
        var text =
                switch (value) {
                    case Money money -> written(money);
                    case Enum<?> constant -> constant.name();
                    case Boolean yes -> yes ? "yes" : "no";
                    default -> value.toString();
                };
        values.put(name, new ArrayList<>(List.of(text)));
        return this;
    }

    /// Ticks the alternatives of a group of checkboxes beforehand.
    public Form withAll(String name, Set<? extends Enum<?>> chosen) {
        values.put(name, new ArrayList<>(chosen.stream().map(Enum::name).toList()));
        return this;
    }

    private static String written(Money money) {
        var sign = money.ore() < 0 ? "-" : "";
        var ore = Math.abs(money.ore());
        var kronor = String.valueOf(ore / 100).replaceAll("(?<=\\d)(?=(\\d{3})+$)", " ");
        return ore % 100 == 0 ? sign + kronor : "%s%s,%02d".formatted(sign, kronor, ore % 100);
    }

    /// The first value as typed, empty when there is none. For showing it again.
    public String value(String name) {
        var given = values.get(name);
        return given == null || given.isEmpty() ? "" : given.getFirst();
    }

    public List<String> values(String name) {
        return List.copyOf(values.getOrDefault(name, List.of()));
    }

    /// Whether the alternative is chosen.
    public boolean has(String name, String value) {
        return values.getOrDefault(name, List.of()).contains(value);
    }

    /// The command's key: the one that came with the form, else a new one, kept from then on.
    public UUID commandKey() {
        var given = uuidOf(value(COMMAND_KEY));
        if (given.isPresent()) {
            return given.get();
        }
        var fresh = UUID.randomUUID();
        values.put(COMMAND_KEY, new ArrayList<>(List.of(fresh.toString())));
        return fresh;
    }

    // ---- errors

    public Form error(String field, String messageKey, Object... arguments) {
        if (error(field).isEmpty()) {
            errors.add(new FieldError(field, messageKey, List.of(arguments)));
        }
        return this;
    }

    /// An error of the form as a whole.
    public Form formError(String messageKey, Object... arguments) {
        errors.add(new FieldError("", messageKey, List.of(arguments)));
        return this;
    }

    public boolean hasErrors() {
        return !errors.isEmpty();
    }

    public List<FieldError> errors() {
        return List.copyOf(errors);
    }

    public Optional<FieldError> error(String field) {
        return field.isEmpty()
                ? Optional.empty()
                : errors.stream().filter(error -> error.field().equals(field)).findFirst();
    }

    /// The field parts of a page tell their labels here, so that the summary can name the field.
    /// Returns an empty text, to be called in a template.
    public String labelled(String field, String label) {
        labels.put(field, label);
        return "";
    }

    /// The label before a sentence that does not name its field itself, as the sentences of rooms
    /// do.
    String labelBefore(FieldError error) {
        var label = labels.get(error.field());
        if (label == null || !error.messageKey().startsWith("page.")) {
            return "";
        }
        return label.endsWith("?") ? label + " " : label + ": ";
    }

    /// The ids of the hint and the error of a field, for `aria-describedby`.
    @Nullable String notes(String name, @Nullable String hint) {
        var hintId = hint == null ? "" : "h-" + name;
        var ids = error(name).isPresent() ? (hintId + " e-" + name).strip() : hintId;
        return ids.isEmpty() ? null : ids;
    }

    /// The day a field holds, written out; empty when it holds none.
    String dayEcho(String name, Frame frame) {
        return DateText.read(value(name), frame.today()).map(frame.words()::longDay).orElse("");
    }

    // ---- readers

    /// Text of at most `max` characters, stripped, composed (NFC), without control characters.
    public Optional<String> text(String name, int max) {
        var text =
                Normalizer.normalize(value(name), Normalizer.Form.NFC)
                        .replace("\r\n", "\n")
                        .replace('\r', '\n')
                        .replaceAll("[\\p{Cc}&&[^\\n\\t]]", "")
                        .strip();
        if (text.isEmpty()) {
            return Optional.empty();
        }
        if (text.codePointCount(0, text.length()) > max) {
            error(name, "page.error.tooLong", max);
            return Optional.empty();
        }
        return Optional.of(text);
    }

    public Optional<String> requiredText(String name, int max) {
        return requiredText(name, max, "page.error.required");
    }

    public Optional<String> requiredText(String name, int max, String missingKey) {
        return required(name, missingKey, text(name, max));
    }

    /// A day as {@link DateText} reads it.
    public Optional<LocalDate> date(String name, LocalDate today) {
        if (isBlank(name)) {
            return Optional.empty();
        }
        return read(name, "page.error.date", DateText.read(value(name), today));
    }

    public Optional<LocalDate> requiredDate(String name, LocalDate today) {
        return requiredDate(name, today, "page.error.dateMissing");
    }

    public Optional<LocalDate> requiredDate(String name, LocalDate today, String missingKey) {
        return required(name, missingKey, date(name, today));
    }

    /// A time of day: `9`, `9.30`, `09:30`, `0930`.
    public Optional<LocalTime> time(String name) {
        if (isBlank(name)) {
            return Optional.empty();
        }
        var shape = TIME.matcher(value(name).strip());
        return read(
                name,
                "page.error.time",
                shape.matches()
                        ? Optional.of(
                                LocalTime.of(
                                        Integer.parseInt(shape.group(1)),
                                        shape.group(2) == null
                                                ? 0
                                                : Integer.parseInt(shape.group(2))))
                        : Optional.empty());
    }

    public Optional<LocalTime> requiredTime(String name) {
        return required(name, "page.error.required", time(name));
    }

    /// An amount as {@link MoneyReading} reads it.
    public Optional<Money> money(String name) {
        if (isBlank(name)) {
            return Optional.empty();
        }
        return read(name, "page.error.money", MoneyReading.read(value(name)));
    }

    public Optional<Money> requiredMoney(String name) {
        return required(name, "page.error.required", money(name));
    }

    /// A whole number from `min` to `max`, both allowed.
    public Optional<Integer> wholeNumber(String name, int min, int max) {
        if (isBlank(name)) {
            return Optional.empty();
        }
        var digits = value(name).replaceAll("[\\s\\u00a0\\u202f]", "").replace('\u2212', '-');
        var number =
                WHOLE.matcher(digits).matches()
                        ? Optional.of(Integer.parseInt(digits))
                        : Optional.<Integer>empty();
        if (number.isEmpty()) {
            error(name, "page.error.wholeNumber");
        } else if (number.get() < min || number.get() > max) {
            error(name, "page.error.between", min, max);
            return Optional.empty();
        }
        return number;
    }

    public Optional<Integer> requiredWholeNumber(String name, int min, int max) {
        return required(name, "page.error.required", wholeNumber(name, min, max));
    }

    public <E extends Enum<E>> Optional<E> choice(String name, Class<E> type) {
        if (isBlank(name)) {
            return Optional.empty();
        }
        return read(name, "page.error.choice", constant(value(name), type));
    }

    public <E extends Enum<E>> Optional<E> requiredChoice(String name, Class<E> type) {
        return requiredChoice(name, type, "page.error.choiceMissing");
    }

    public <E extends Enum<E>> Optional<E> requiredChoice(
            String name, Class<E> type, String missingKey) {
        return required(name, missingKey, choice(name, type));
    }

    /// The ticked alternatives of a group of checkboxes.
    public <E extends Enum<E>> Set<E> choices(String name, Class<E> type) {
        var chosen = EnumSet.noneOf(type);
        for (var value : values(name)) {
            var constant = constant(value, type);
            if (constant.isPresent()) {
                chosen.add(constant.get());
            } else if (!value.isBlank()) {
                error(name, "page.error.choice");
            }
        }
        return chosen;
    }

    /// The answer to a yes-or-no question ({@link Choice#yesNo}).
    public Optional<Boolean> yesNo(String name) {
        return switch (value(name)) {
            case "" -> Optional.empty();
            case "yes" -> Optional.of(true);
            case "no" -> Optional.of(false);
            default -> read(name, "page.error.choice", Optional.empty());
        };
    }

    public Optional<Boolean> requiredYesNo(String name) {
        return required(name, "page.error.choiceMissing", yesNo(name));
    }

    public Optional<UUID> uuid(String name) {
        if (isBlank(name)) {
            return Optional.empty();
        }
        return read(name, "page.error.choice", uuidOf(value(name)));
    }

    public Optional<UUID> requiredUuid(String name) {
        return requiredUuid(name, "page.error.choiceMissing");
    }

    public Optional<UUID> requiredUuid(String name, String missingKey) {
        return required(name, missingKey, uuid(name));
    }

    /// The ids of the ticked rows of a list; what is not an id is left out.
    public List<UUID> uuids(String name) {
        return values(name).stream().map(Form::uuidOf).flatMap(Optional::stream).toList();
    }

    /// Whether a single checkbox is ticked.
    public boolean check(String name) {
        return !isBlank(name) && !value(name).equals("no");
    }

    private boolean isBlank(String name) {
        return value(name).isBlank();
    }

    private <T> Optional<T> read(String name, String messageKey, Optional<T> value) {
        if (value.isEmpty()) {
            error(name, messageKey);
        }
        return value;
    }

    private <T> Optional<T> required(String name, String missingKey, Optional<T> value) {
        if (value.isEmpty()) {
            error(name, missingKey);
        }
        return value;
    }

    private static <E extends Enum<E>> Optional<E> constant(String name, Class<E> type) {
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> constant.name().equals(name))
                .findFirst();
    }

    private static Optional<UUID> uuidOf(String text) {
        try {
            return text.strip().length() == 36
                    ? Optional.of(UUID.fromString(text.strip()))
                    : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
