package showcase;

import gg.jte.TemplateEngine;
import gg.jte.html.HtmlContent;
import gg.jte.html.OwaspHtmlTemplateOutput;
import gg.jte.output.StringOutput;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.web.servlet.ModelAndView;
import se.bofast.kernel.Money;
import se.bofast.page.Choice;
import se.bofast.page.Column;
import se.bofast.page.Crumb;
import se.bofast.page.Fact;
import se.bofast.page.Form;
import se.bofast.page.Frame;
import se.bofast.page.Notice;
import se.bofast.page.PageKey;
import se.bofast.page.Pages;
import se.bofast.page.Slice;
import se.bofast.page.SortChoice;
import se.bofast.page.Tab;

/// Every part of a page on one page, put together from the templates by name.
final class Showcase {

    private final TemplateEngine engine;
    private final Frame frame;

    Showcase(TemplateEngine engine, Frame frame) {
        this.engine = engine;
        this.frame = frame;
    }

    HtmlContent part(String name, Object... namesAndValues) {
        var values = new HashMap<String, Object>();
        values.put("frame", frame);
        for (var n = 0; n < namesAndValues.length; n += 2) {
            values.put((String) namesAndValues[n], namesAndValues[n + 1]);
        }
        var output = new StringOutput();
        engine.render("page/" + name + ".jte", values, new OwaspHtmlTemplateOutput(output));
        return html(output.toString());
    }

    static HtmlContent html(String text) {
        return output -> output.writeContent(text);
    }

    static HtmlContent all(HtmlContent... parts) {
        return output -> {
            for (var part : parts) {
                part.writeTo(output);
            }
        };
    }

    ModelAndView page(Map<String, String[]> parameters) {
        var words = frame.words();
        var form = Form.empty().with("name", "Alva Exempel").with("amount", new Money(1_432_050));
        if (parameters.containsKey("fel")) {
            form =
                    Form.empty()
                            .with("name", "A".repeat(60))
                            .with("served", "32 nov")
                            .with("amount", "12,345")
                            .with("note", "Ringde två gånger, inget svar.");
            var unused = form.requiredText("name", 40);
            var unusedDay = form.requiredDate("served", frame.today());
            var unusedMoney = form.requiredMoney("amount");
            form.error("reason", "page.error.choiceMissing");
            form.formError("page.conflict.again");
        }
        var reasons =
                List.of(
                        Choice.of("RENT", "Hyresskuld").withHint("Även avgift för bostadsrätt"),
                        Choice.of("DISTURBANCE", "Störning"),
                        Choice.of("OTHER", "Annat"));
        var fields =
                all(
                        part(
                                "fieldset",
                                "legend",
                                "Vem det gäller",
                                "hint",
                                "Skriv som det står i meddelandet.",
                                "content",
                                all(
                                        part(
                                                "textField",
                                                "form",
                                                form,
                                                "name",
                                                "name",
                                                "label",
                                                "Namn"),
                                        part(
                                                "textField",
                                                "form",
                                                form,
                                                "name",
                                                "number",
                                                "label",
                                                "Personnummer",
                                                "hint",
                                                "Tio eller tolv siffror",
                                                "optional",
                                                true,
                                                "width",
                                                "short"))),
                        part(
                                "dateField",
                                "form",
                                form,
                                "name",
                                "served",
                                "label",
                                "Dag då hyresgästen delgavs"),
                        part("moneyField", "form", form, "name", "amount", "label", "Skuld"),
                        part(
                                "select",
                                "form",
                                form,
                                "name",
                                "landlord",
                                "label",
                                "Hyresvärd",
                                "choices",
                                List.of(Choice.of("1", "Exempelhem"), Choice.of("2", "Provbo"))),
                        part(
                                "radios",
                                "form",
                                form,
                                "name",
                                "reason",
                                "label",
                                "Varför riskerar personen att förlora bostaden?",
                                "choices",
                                reasons),
                        part(
                                "radios",
                                "form",
                                form,
                                "name",
                                "children",
                                "label",
                                "Bor det barn i hemmet?",
                                "choices",
                                Choice.yesNo(words),
                                "inline",
                                true),
                        part(
                                "checkboxes",
                                "form",
                                form,
                                "name",
                                "kinds",
                                "label",
                                "Vad har du talat med personen om?",
                                "choices",
                                reasons),
                        part(
                                "checkbox",
                                "form",
                                form,
                                "name",
                                "safe",
                                "label",
                                "Det är tryggt att göra hembesök ensam"),
                        part(
                                "textArea",
                                "form",
                                form,
                                "name",
                                "note",
                                "label",
                                "Anteckning",
                                "max",
                                200),
                        part(
                                "fileField",
                                "form",
                                form,
                                "name",
                                "file",
                                "label",
                                "Handling",
                                "optional",
                                true),
                        part(
                                "buttons",
                                "content",
                                all(
                                        part("button", "label", "Spara signalen"),
                                        part(
                                                "button",
                                                "label",
                                                "Spara och skapa en till",
                                                "kind",
                                                "secondary"),
                                        part("button", "label", "Ta bort", "kind", "danger"),
                                        part("button", "label", "Avbryt", "kind", "quiet"))));
        var rows = IntStream.range(0, 8).mapToObj(this::row).collect(Collectors.joining());
        var table =
                part(
                        "table",
                        "caption",
                        "Ärenden med lagfrist",
                        "columns",
                        List.of(
                                Column.text("Person").sortable("name"),
                                Column.text("Sista dag").sortable("lastDay"),
                                Column.text("Kvar"),
                                Column.number("Skuld").sortable("debt"),
                                Column.text("Läge"),
                                Column.hidden("Gör")),
                        "sort",
                        SortChoice.ascending("lastDay"),
                        "slice",
                        new Slice<>(
                                List.of(1),
                                PageKey.before(List.of("1")),
                                PageKey.after(List.of("2"))),
                        "content",
                        html(rows));
        var clock =
                part(
                        "facts",
                        "facts",
                        List.of(
                                Fact.of("Delgiven", words.day(frame.today(), frame.today())),
                                Fact.of("Skuld", words.money(Money.kronor(14_320))),
                                Fact.of("Ansvarig", "Kim Exempel")));
        var timeline =
                part(
                        "timeline",
                        "content",
                        all(
                                part(
                                        "timelineItem",
                                        "time",
                                        "lör 21 nov 10.42",
                                        "title",
                                        "Samtal med hyresgästen",
                                        "tone",
                                        "success",
                                        "content",
                                        html("<p>Kommer på torsdag.</p>")),
                                part(
                                        "timelineItem",
                                        "time",
                                        "tis 3 nov",
                                        "title",
                                        "Meddelande från hyresvärden")));
        var content =
                all(
                        part(
                                "notice",
                                "tone",
                                Notice.Tone.WARNING,
                                "title",
                                "Delgivningsdag saknas",
                                "content",
                                html("<p>Tiden kan inte räknas förrän dagen är ifylld.</p>")),
                        part(
                                "notice",
                                "content",
                                html("<p>Meddelandet kom som rekommenderat brev.</p>")),
                        part(
                                "notice",
                                "tone",
                                Notice.Tone.DANGER,
                                "content",
                                html("<p>Hot mot personal har förekommit.</p>")),
                        part(
                                "tabs",
                                "label",
                                "Delar av ärendet",
                                "tabs",
                                List.of(
                                        new Tab("Nästa steg", "/visning", true),
                                        new Tab("Händelser", "/visning?del=1", false),
                                        new Tab("Skuld", "/visning?del=2", false),
                                        new Tab("Brev", "/visning?del=3", false))),
                        part(
                                "filterBar",
                                "active",
                                true,
                                "content",
                                all(
                                        part(
                                                "select", "form", form, "name", "stage", "label",
                                                "Läge", "none", "Alla", "choices", reasons),
                                        part(
                                                "dateField",
                                                "form",
                                                form,
                                                "name",
                                                "from",
                                                "label",
                                                "Från och med"))),
                        table,
                        html("<div class=\"columns\">"),
                        part("card", "title", "Klockan", "content", clock),
                        part("card", "title", "Händelser", "content", timeline),
                        html("</div>"),
                        part("progress", "label", "Skriver brev", "done", 120L, "total", 312L),
                        part(
                                "emptyState",
                                "title",
                                "Inga signaler väntar",
                                "text",
                                "Här hamnar meddelanden som ingen äger än.",
                                "content",
                                part("linkButton", "label", "Ny signal", "href", "/visning")),
                        part("form", "form", form, "action", "/visning", "content", fields));
        var model = new HashMap<String, Object>();
        model.put("title", "Ärenden");
        model.put("content", content);
        model.put("crumbs", List.of(new Crumb("Min dag", "/"), new Crumb("Enheten", "/enhet")));
        model.put("form", form);
        model.put(
                "actions",
                part("linkButton", "label", "Ny signal", "href", "/ny", "kind", "primary"));
        if (parameters.containsKey("fara")) {
            model.put("danger", "Besök aldrig ensam. Ring 08-000 00 00 före besöket.");
        }
        return Pages.render("page/layout", model);
    }

    private String row(int n) {
        var words = frame.words();
        var day = frame.today().plusDays(n * 2L - 2);
        var tone = n < 1 ? "danger" : n < 3 ? "warning" : "neutral";
        return "<tr><th scope=\"row\"><a href=\"/visning\">Exempel, Person %d</a></th><td>%s</td><td>%s</td><td class=\"number\">%s</td><td>%s</td><td class=\"rows__do\">%s</td></tr>"
                .formatted(
                        n,
                        words.day(day, frame.today()),
                        text(
                                part(
                                        "badge",
                                        "text",
                                        words.daysLeft(day, frame.today()),
                                        "tone",
                                        tone)),
                        words.money(Money.kronor(14_320L * (n + 1))),
                        text(part("badge", "text", "Öppet")),
                        text(
                                part(
                                        "linkButton",
                                        "label",
                                        "Öppna",
                                        "href",
                                        "/visning",
                                        "kind",
                                        "small",
                                        "more",
                                        "ärende " + n)));
    }

    static String text(HtmlContent content) {
        var output = new StringOutput();
        content.writeTo(new OwaspHtmlTemplateOutput(output));
        return output.toString();
    }
}
