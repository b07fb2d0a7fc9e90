package se.bofast.intake.web;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import se.bofast.access.Access;
import se.bofast.access.Action;
import se.bofast.access.Actor;
import se.bofast.access.Subject;
import se.bofast.deadline.Fact;
import se.bofast.deadline.FactKind;
import se.bofast.dwelling.LandlordId;
import se.bofast.dwelling.Landlords;
import se.bofast.intake.Channel;
import se.bofast.intake.NewSignal;
import se.bofast.intake.RegisteringSignals;
import se.bofast.intake.SignalId;
import se.bofast.intake.SignalKind;
import se.bofast.intake.SignalSource;
import se.bofast.intake.Taken;
import se.bofast.intake.ThreatReason;
import se.bofast.kernel.HouseClock;
import se.bofast.kernel.IdentityNumber;
import se.bofast.page.Choice;
import se.bofast.page.Commands;
import se.bofast.page.Form;
import se.bofast.page.Notice;
import se.bofast.page.Pages;

/// One signal by form: the kind first, then only what such a notice says.
@Controller
class SignalFormPage {

    static final String PATH = "/signaler/ny";

    private final RegisteringSignals registering;
    private final Landlords landlords;
    private final Access access;
    private final Commands commands;
    private final Clock clock;

    SignalFormPage(
            RegisteringSignals registering,
            Landlords landlords,
            Access access,
            Commands commands,
            Clock clock) {
        this.registering = registering;
        this.landlords = landlords;
        this.access = access;
        this.commands = commands;
        this.clock = clock;
    }

    @GetMapping(PATH)
    ModelAndView empty(Actor actor, @RequestParam MultiValueMap<String, String> query) {
        access.require(actor, Action.REGISTER_SIGNAL);
        var form = Form.empty();
        var kind = Form.of(query).choice("kind", SignalKind.class);
        kind.ifPresent(k ->
                form.with("kind", k)
                        .with("source", usualSource(k))
                        .with("channel", Channel.MAIL)
                        .with("receivedOn", HouseClock.today(clock)));
        return page(actor, form, kind);
    }

    private ModelAndView page(Actor actor, Form form, Optional<SignalKind> kind) {
        var model = new HashMap<String, Object>();
        model.put("form", form);
        model.put("maySeeInbox", access.allows(actor, Action.SEE_SIGNALS));
        kind.ifPresent(k -> model.put("kind", k));
        model.put(
                "landlords",
                kind.isEmpty()
                        ? List.of()
                        : landlords.all().stream()
                                .map(l -> Choice.of(l.id().value().toString(), l.name()))
                                .toList());
        return Pages.render("intake/web/signal-form", model);
    }

    private static SignalSource usualSource(SignalKind kind) {
        return switch (kind) {
            case RENT_ARREARS, DISTURBANCE, TERMINATION, SETTLED, WITHDRAWN ->
                    SignalSource.LANDLORD;
            case PAYMENT_ORDER, EVICTION_DATE -> SignalSource.ENFORCEMENT_AUTHORITY;
            case OWN_OBSERVATION -> SignalSource.OWN_UNIT;
            case OWN_CALL -> SignalSource.THE_PERSON;
            case NEIGHBOUR -> SignalSource.NEIGHBOUR;
        };
    }

    @PostMapping(PATH)
    ModelAndView register(Actor actor, @RequestParam MultiValueMap<String, String> fields) {
        access.require(actor, Action.REGISTER_SIGNAL);
        var form = Form.of(fields);
        var kind = form.requiredChoice("kind", SignalKind.class, "intake.form.kind.missing");
        var signal = kind.flatMap(k -> read(form, k));
        if (form.hasErrors() || signal.isEmpty()) {
            return page(actor, form, kind);
        }
        var result =
                commands.once(
                        Action.REGISTER_SIGNAL,
                        form.commandKey(),
                        () -> {
                            var taken =
                                    registering
                                            .register(
                                                    actor,
                                                    Action.REGISTER_SIGNAL,
                                                    List.of(signal.get()))
                                            .getFirst();
                            return switch (taken) {
                                case Taken.New fresh ->
                                        (fresh.linkedTo() == null ? "new:" : "linked:")
                                                + fresh.id().value();
                                case Taken.SameReceipt same -> "same:" + same.id().value();
                            };
                        });
        var parts = result.split(":", 2);
        var notice =
                switch (parts[0]) {
                    case "same" -> Notice.info("intake.form.sameReceipt");
                    case "linked" -> Notice.warning("intake.form.linked");
                    default -> Notice.success("intake.form.registered");
                };
        var id = new SignalId(UUID.fromString(parts[1]));
        // A guide hands in what they have seen, and others take over.
        var there = access.allows(actor, Action.SEE_SIGNAL, new Subject("signal", id.value()));
        return there
                ? Pages.onward("/signaler/" + id, notice)
                : Pages.onward("/", Notice.success("intake.form.handedIn"));
    }

    private Optional<NewSignal> read(Form form, SignalKind kind) {
        var today = HouseClock.today(clock);
        var source = form.requiredChoice("source", SignalSource.class);
        var channel = form.requiredChoice("channel", Channel.class);
        var receivedOn = form.requiredDate("receivedOn", today);
        receivedOn
                .filter(day -> day.isAfter(today))
                .ifPresent(day -> form.error("receivedOn", "intake.form.receivedOn.future"));
        var issuedOn = form.date("issuedOn", today);
        var name = form.text("name", 200);
        var street = form.text("street", 200);
        var number = number(form, today);
        var birthOn = form.date("birthOn", today);
        if (name.isEmpty() && number == null && street.isEmpty()) {
            form.error("name", "intake.form.who.missing");
        }
        if (number != null && name.isEmpty()) {
            form.error("name", "intake.form.name.missing");
        }
        var facts = facts(form, kind, today);
        var landlord = form.uuid("landlord").map(LandlordId::new);
        var signal =
                new NewSignal(
                        kind,
                        source.orElse(SignalSource.OTHER),
                        channel.orElse(Channel.OTHER),
                        landlord.orElse(null),
                        form.text("senderName", 200).orElse(null),
                        form.text("senderReference", 100).orElse(null),
                        null,
                        new NewSignal.Written(
                                name.orElse(null),
                                number,
                                birthOn.orElse(null),
                                form.text("phone", 40).orElse(null)),
                        new NewSignal.Place(
                                street.orElse(null),
                                form.text("apartment", 20).orElse(null),
                                form.text("postalCode", 10).orElse(null),
                                form.text("city", 80).orElse(null),
                                form.wholeNumber("rooms", 1, 30).orElse(null)),
                        form.wholeNumber("children", 0, 20).orElse(null),
                        form.choice("reason", ThreatReason.class).orElse(null),
                        form.text("note", 2000).orElse(null),
                        issuedOn.orElse(null),
                        received(receivedOn.orElse(today), today),
                        facts,
                        null);
        return form.hasErrors() ? Optional.empty() : Optional.of(signal);
    }

    /// Received today is received now; an earlier day is taken as noon of it.
    private Instant received(LocalDate day, LocalDate today) {
        return day.equals(today)
                ? clock.instant()
                : day.atTime(12, 0).atZone(HouseClock.ZONE).toInstant();
    }

    private static @Nullable IdentityNumber number(Form form, LocalDate today) {
        var written = form.text("number", 20);
        if (written.isEmpty()) {
            return null;
        }
        var number = IdentityNumber.read(written.get(), today);
        if (number.isEmpty()) {
            form.error("number", "intake.form.number.wrong");
        }
        return number.orElse(null);
    }

    private static List<Fact> facts(Form form, SignalKind kind, LocalDate today) {
        var facts = new ArrayList<Fact>();
        for (var asked : kind.asks()) {
            var field = field(asked);
            switch (asked.type()) {
                case DATE ->
                        form.date(field, today)
                                .ifPresent(day -> {
                                    if (day.isBefore(Fact.EARLIEST) || day.isAfter(Fact.LATEST)) {
                                        form.error(field, "intake.form.dayOutside");
                                    } else {
                                        facts.add(Fact.on(asked, day));
                                    }
                                });
                case MONEY ->
                        form.money(field)
                                .ifPresent(amount -> {
                                    if (!amount.isPositive()) {
                                        form.error(field, "intake.form.amountPositive");
                                    } else {
                                        facts.add(Fact.amount(asked, amount));
                                    }
                                });
                case YES_NO ->
                        form.yesNo(field).ifPresent(yes -> facts.add(Fact.yesNo(asked, yes)));
                case NUMBER ->
                        form.wholeNumber(field, 0, 10_000)
                                .ifPresent(n -> facts.add(Fact.number(asked, n)));
                case CODE -> {}
            }
        }
        return facts;
    }

    static String field(FactKind kind) {
        return "fact-" + kind.name();
    }
}
