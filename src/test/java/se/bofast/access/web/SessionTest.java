package se.bofast.access.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import org.junit.jupiter.api.Test;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;
import se.bofast.HouseTest;

/// What a log-in remembers between pages, when two pages are answered at once.
@HouseTest
class SessionTest {

    private final FindByIndexNameSessionRepository<? extends Session> sessions;

    SessionTest(FindByIndexNameSessionRepository<? extends Session> sessions) {
        this.sessions = sessions;
    }

    /// Both answers leave a word for the next page. The second must not fail for it.
    @Test
    void a_button_pressed_twice_leaves_its_word_twice_without_harm() {
        press(sessions);
    }

    /// ASVS 7.2.3: at least 128 bits from a generator made for secrets.
    @Test
    void a_session_is_known_by_more_than_a_uuid() {
        var names = new HashSet<String>();
        for (var n = 0; n < 100; n++) {
            var name = sessions.createSession().getId();
            assertThat(name).matches("[A-Za-z0-9_-]{36}");
            names.add(name);
        }
        assertThat(names).hasSize(100).anyMatch(name -> !name.matches("[0-9a-f-]*"));
    }

    private static <S extends Session> void press(FindByIndexNameSessionRepository<S> sessions) {
        var opened = sessions.createSession();
        sessions.save(opened);
        var first = sessions.findById(opened.getId());
        var second = sessions.findById(opened.getId());
        first.setAttribute("word", "saved");
        second.setAttribute("word", "saved too");
        sessions.save(first);
        sessions.save(second);
        var after = sessions.findById(opened.getId());
        assertThat(after.<String>getAttribute("word")).isEqualTo("saved too");
    }
}
