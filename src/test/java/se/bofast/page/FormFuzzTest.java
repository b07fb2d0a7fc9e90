package se.bofast.page;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.function.Function;
import org.junit.jupiter.api.Timeout;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import se.bofast.Quickly;

/// Any fields of a form read in every way there is: never a fault, an error only at the field that
/// was read, and what was typed stays.
@Timeout(60)
class FormFuzzTest {

    @FuzzTest(maxDuration = "10m")
    void reads_fields(byte[] input) throws Exception {
        var today = LocalDate.of(2026, 11, 29);
        MultiValueMap<String, String> fields = new LinkedMultiValueMap<>();
        for (var line : new String(input, UTF_8).split("\n", 20)) {
            var sign = line.indexOf((char) 61);
            fields.add(sign < 0 ? "x" : line.substring(0, sign), line.substring(sign + 1));
        }
        for (var name : fields.keySet()) {
            // Names are the house's own: a field without one is never read.
            if (name.isEmpty()) {
                continue;
            }
            var readers = new LinkedHashMap<String, Function<Form, Object>>();
            readers.put("date", form -> form.date(name, today));
            readers.put("time", form -> form.time(name));
            readers.put("money", form -> form.money(name));
            readers.put("number", form -> form.wholeNumber(name, -5, 500));
            readers.put("choice", form -> form.choice(name, DayOfWeek.class));
            readers.put("choices", form -> form.choices(name, DayOfWeek.class));
            readers.put("yesNo", form -> form.yesNo(name));
            readers.put("uuid", form -> form.uuid(name));
            readers.put("uuids", form -> form.uuids(name));
            readers.put("text", form -> form.text(name, 40));
            readers.put("check", form -> form.check(name));
            readers.forEach((kind, reader) -> {
                var form = Form.of(fields);
                var value = Quickly.run(() -> reader.apply(form));
                if (form.hasErrors()) {
                    assertThat(form.error(name)).as(kind).isPresent();
                }
                // What was typed stays, whatever became of it.
                assertThat(form.values(name)).as(kind).isEqualTo(Form.of(fields).values(name));
                assertThat(value).isNotNull();
            });
            Form.of(fields)
                    .text(name, 40)
                    .ifPresent(text -> assertThat(text.length()).isBetween(1, 40));
        }
        Form.of(fields).commandKey();
    }
}
