package se.bofast.intake;

import java.util.LinkedHashSet;
import java.util.Set;
import se.bofast.person.NameText;

/// A name as landlords and lists write it, in one field: `Berg, Anna`, `Anna Berg`, `BERG ANNA`.
record WrittenName(String given, String family) {

    /// Before a comma stands the family name; without a comma the last word is taken for it.
    static WrittenName split(String written) {
        var text = written.strip().replaceAll("\\s+", " ");
        var comma = text.indexOf(',');
        if (comma > 0) {
            return new WrittenName(
                    text.substring(comma + 1).strip(), text.substring(0, comma).strip());
        }
        var last = text.lastIndexOf(' ');
        return last < 0
                ? new WrittenName("", text)
                : new WrittenName(text.substring(0, last), text.substring(last + 1));
    }

    /// The parts of the name, folded, in whatever order they were written.
    static Set<String> parts(String written) {
        return new LinkedHashSet<>(NameText.parts(written));
    }

    /// How the parts sound.
    static Set<String> sounds(String written) {
        var sounds = new LinkedHashSet<String>();
        for (var part : NameText.parts(written)) {
            var sound = NameText.sound(part);
            if (!sound.isEmpty()) {
                sounds.add(sound);
            }
        }
        return sounds;
    }
}
