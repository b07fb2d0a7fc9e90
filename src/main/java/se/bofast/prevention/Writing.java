package se.bofast.prevention;

import java.util.List;
import se.bofast.letter.KeptLetter.LetterId;
import se.bofast.letter.TemplateUse;

/// What came of wanting to see or write letters. A refusal is an answer, and nothing has changed
/// then.
public sealed interface Writing {

    /// One letter to look at, as a piece of a page.
    record Sheet(TemplateUse use, String html) {}

    record Shown(List<Sheet> sheets) implements Writing {
        public Shown {
            sheets = List.copyOf(sheets);
        }
    }

    record Made(List<LetterId> letters) implements Writing {
        public Made {
            letters = List.copyOf(letters);
        }
    }

    record Refused(LetterRefusal why) implements Writing {}
}
