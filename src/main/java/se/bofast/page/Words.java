package se.bofast.page;

import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.text.MessageFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import se.bofast.kernel.HouseClock;
import se.bofast.kernel.Money;

/// The sentences of one language, and days, amounts and counts as that language writes them.
///
/// Everything returned is plain text. Amounts and numbers hold together with no-break spaces.
public final class Words {

    private static final Logger LOG = LoggerFactory.getLogger(Words.class);
    private static final String HOUSE = "se.bofast.";

    private final Locale locale;
    private final Map<String, String> sentences;
    private final boolean strict;
    private final Set<String> reported = ConcurrentHashMap.newKeySet();

    Words(Locale locale, Map<String, String> sentences, boolean strict) {
        this.locale = locale;
        this.sentences = Map.copyOf(sentences);
        this.strict = strict;
    }

    /// The words in Swedish, for tests: a missing key throws.
    public static Words swedish() {
        return Languages.read(true).words(Languages.SWEDISH);
    }

    /// The words in English, for tests: a missing key throws.
    public static Words english() {
        return Languages.read(true).words(Languages.ENGLISH);
    }

    public Locale locale() {
        return locale;
    }

    /// The language tag for `lang` and `Content-Language`: `sv` or `en`.
    public String language() {
        return locale.getLanguage();
    }

    public boolean has(String key) {
        return sentences.containsKey(key);
    }

    /// The sentence of the key. `{0}` is an argument, `{0,choice,0#ingen rad|1#en rad|1<{0} rader}`
    /// an amount in words; an apostrophe is an apostrophe.
    ///
    /// Arguments: text, numbers (grouped; give a year or a case number as text), money, days,
    /// moments and enums, each written as the methods here write them, days with their year.
    public String t(String key, Object... arguments) {
        var sentence = sentences.get(key);
        if (sentence == null) {
            if (strict) {
                throw new IllegalStateException("no sentence in " + language() + " for " + key);
            }
            if (reported.add(key)) {
                LOG.error("no sentence in {} for {}", language(), key);
            }
            return key;
        }
        if (arguments.length == 0) {
            return sentence;
        }
        var written = new Object[arguments.length];
        for (var n = 0; n < arguments.length; n++) {
            written[n] = written(arguments[n]);
        }
        return new MessageFormat(sentence.replace("'", "''"), locale).format(written);
    }

    private Object written(Object argument) {
        return switch (argument) {
            case LocalDate day -> weekday(day) + " " + dayMonth(day) + " " + day.getYear();
            case LocalTime time -> time(time);
            case Instant moment -> moment(moment);
            case Money money -> money(money);
            case Enum<?> constant -> label(constant);
            default -> argument;
        };
    }

    /// The name of an enum's constant: key `<room>.<EnumName>.<CONSTANT>`.
    public String label(Enum<?> constant) {
        return t(labelKey(constant));
    }

    static String labelKey(Enum<?> constant) {
        var type = constant.getDeclaringClass();
        var inside = type.getPackageName().substring(HOUSE.length());
        var room = inside.contains(".") ? inside.substring(0, inside.indexOf('.')) : inside;
        return room + "." + type.getSimpleName() + "." + constant.name();
    }

    /// `tis 24 nov`, with the year when it is not this one.
    public String day(LocalDate day, LocalDate today) {
        var near = weekday(day) + " " + dayMonth(day);
        return day.getYear() == today.getYear() ? near : near + " " + day.getYear();
    }

    /// `tisdag 24 november 2026`.
    public String longDay(LocalDate day) {
        return list("page.weekdays.long", day.getDayOfWeek().getValue())
                + " "
                + day.getDayOfMonth()
                + " "
                + list("page.months.long", day.getMonthValue())
                + " "
                + day.getYear();
    }

    /// `november 2026`.
    public String month(LocalDate day) {
        return list("page.months.long", day.getMonthValue()) + " " + day.getYear();
    }

    /// `3 dagar kvar`, `i morgon`, `i dag`, `2 dagar för sent`.
    public String daysLeft(LocalDate day, LocalDate today) {
        var days = ChronoUnit.DAYS.between(today, day);
        if (days == 0) {
            return t("page.days.today");
        }
        if (days == 1) {
            return t("page.days.tomorrow");
        }
        return days > 0 ? t("page.days.left", days) : t("page.days.late", -days);
    }

    /// `14 320 kr`; öre only where there are any.
    public String money(Money money) {
        return number(money.ore() % 100 == 0 ? "#,##0" : "#,##0.00")
                        .format(BigDecimal.valueOf(money.ore(), 2))
                + "\u00a0kr";
    }

    /// `12 345`.
    public String number(long number) {
        return number("#,##0").format(number);
    }

    /// `12,5` with as many decimals as asked for.
    public String number(double number, int decimals) {
        return number(decimals == 0 ? "#,##0" : "#,##0." + "0".repeat(decimals)).format(number);
    }

    /// `12 av 40 (30 %)`; of nothing, no percentage.
    public String share(long part, long whole) {
        return whole == 0
                ? t("page.share.none", part, whole)
                : t("page.share", part, whole, percent(part, whole));
    }

    /// `30 %`, rounded to whole percent; `whole` above 0.
    public String percent(long part, long whole) {
        return number(Math.round(100.0 * part / whole)) + "\u00a0%";
    }

    /// `tis 24 nov 2026 10.42` in Swedish time.
    public String moment(Instant moment) {
        var local = LocalDateTime.ofInstant(moment, HouseClock.ZONE);
        return written(local.toLocalDate()) + " " + time(local.toLocalTime());
    }

    /// `tis 24 nov 10.42` in Swedish time, with the year when it is not this one.
    public String moment(Instant moment, LocalDate today) {
        var local = LocalDateTime.ofInstant(moment, HouseClock.ZONE);
        return day(local.toLocalDate(), today) + " " + time(local.toLocalTime());
    }

    /// `10.42` in Swedish time.
    public String time(Instant moment) {
        return time(LocalDateTime.ofInstant(moment, HouseClock.ZONE).toLocalTime());
    }

    /// `10.42` (`10:42` in English).
    public String time(LocalTime time) {
        return "%02d%s%02d".formatted(time.getHour(), t("page.time.between"), time.getMinute());
    }

    private String weekday(LocalDate day) {
        return list("page.weekdays.short", day.getDayOfWeek().getValue());
    }

    private String dayMonth(LocalDate day) {
        return day.getDayOfMonth() + " " + list("page.months.short", day.getMonthValue());
    }

    private String list(String key, int place) {
        var names = t(key).split(" ");
        return place <= names.length ? names[place - 1] : String.valueOf(place);
    }

    private DecimalFormat number(String pattern) {
        return new DecimalFormat(pattern, DecimalFormatSymbols.getInstance(locale));
    }
}
