package se.bofast.prevention;

import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import se.bofast.TestHouse.TestBoard;
import se.bofast.access.Action;
import se.bofast.access.Actor;
import se.bofast.access.web.LoggedInAs;
import se.bofast.dwelling.LandlordId;
import se.bofast.intake.Channel;
import se.bofast.intake.NewSignal;
import se.bofast.intake.RegisteringSignals;
import se.bofast.intake.SignalKind;
import se.bofast.intake.SignalSource;
import se.bofast.intake.ThreatReason;
import se.bofast.kernel.HouseClock;
import se.bofast.kernel.PersonId;

/// What happens in a test: signals come, days pass, somebody opens a page.
public final class Story {

    /// The usual day of a story, a Monday.
    public static final LocalDate TODAY = LocalDate.of(2026, 11, 2);

    private static final Pattern MARKUP = Pattern.compile("<[^>]+>");

    private final TestBoard board;
    private final RegisteringSignals registering;
    private final CaseLists lists;
    private final MockMvc mvc;
    private int streets;

    public Story(TestBoard board, RegisteringSignals registering, CaseLists lists, MockMvc mvc) {
        this.board = board;
        this.registering = registering;
        this.lists = lists;
        this.mvc = mvc;
    }

    /// A signal that comes to the actor on the day.
    public record Signal(
            LocalDate day,
            SignalKind kind,
            SignalSource source,
            @Nullable LandlordId landlord,
            @Nullable PersonId person,
            String name) {

        public static Signal arrears(LocalDate day, String name) {
            return new Signal(
                    day, SignalKind.RENT_ARREARS, SignalSource.LANDLORD, null, null, name);
        }

        public Signal from(SignalSource other) {
            return new Signal(day, kind, other, landlord, person, name);
        }

        public Signal from(LandlordId sender) {
            return new Signal(day, kind, source, sender, person, name);
        }

        public Signal about(PersonId who) {
            return new Signal(day, kind, source, landlord, who, name);
        }

        public Signal of(SignalKind other) {
            return new Signal(day, other, source, landlord, person, name);
        }
    }

    /// The signal is registered, and this is its case.
    public CaseId comes(Actor actor, Signal signal) {
        var written =
                new NewSignal(
                        signal.kind(),
                        signal.source(),
                        Channel.MAIL,
                        signal.landlord(),
                        "Hyresbolaget",
                        null,
                        signal.person(),
                        new NewSignal.Written(signal.name(), null, null, null),
                        new NewSignal.Place(
                                "Provgatan " + ++streets, "1203", "11331", "Teststad", 2),
                        null,
                        ThreatReason.RENT_DEBT,
                        null,
                        signal.day(),
                        TestBoard.noon(signal.day()),
                        List.of(),
                        null);
        return board.as(
                actor,
                signal.day(),
                () -> {
                    var taken =
                            registering
                                    .register(actor, Action.REGISTER_SIGNAL, List.of(written))
                                    .getFirst();
                    return Objects.requireNonNull(
                            lists.ofSignals(List.of(taken.id())).get(taken.id()));
                });
    }

    /// What the browser gets, at noon of the day.
    public MockHttpServletResponse get(Actor actor, LocalDate day, String address) {
        return ask(actor, day, MockMvcRequestBuilders.get(address));
    }

    public MockHttpServletResponse post(
            Actor actor, LocalDate day, String address, Map<String, String> fields) {
        var request = MockMvcRequestBuilders.post(address).with(csrf());
        fields.forEach(request::param);
        return ask(actor, day, request);
    }

    private MockHttpServletResponse ask(
            Actor actor, LocalDate day, MockHttpServletRequestBuilder request) {
        return HouseClock.<MockHttpServletResponse, RuntimeException>at(
                TestBoard.noon(day),
                () -> {
                    try {
                        var answer =
                                mvc.perform(request.with(LoggedInAs.actor(actor)))
                                        .andReturn()
                                        .getResponse();
                        answer.setCharacterEncoding("UTF-8");
                        return answer;
                    } catch (Exception e) {
                        throw new IllegalStateException(e);
                    }
                });
    }

    /// What a page says, without markup and with plain spaces.
    public static String text(MockHttpServletResponse page) {
        return MARKUP.matcher(html(page))
                .replaceAll(" ")
                .replace("&#34;", "\"")
                .replace("&#39;", "'")
                .replace("&amp;", "&")
                .replaceAll("[\\s\\u00a0\\u202f]+", " ");
    }

    public static String html(MockHttpServletResponse page) {
        return new String(page.getContentAsByteArray(), StandardCharsets.UTF_8);
    }
}
