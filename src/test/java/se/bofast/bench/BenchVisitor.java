package se.bofast.bench;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import org.jsoup.Connection;
import org.jsoup.Jsoup;
import org.jsoup.nodes.FormElement;

/// Someone at work in a browser without eyes: pages, forms, cookies.
final class BenchVisitor {

    private static final int PATIENCE = 120_000;

    private final String address;
    private final Connection session;

    private BenchVisitor(String address) {
        this.address = address;
        this.session = Jsoup.newSession().timeout(PATIENCE).maxBodySize(0).ignoreContentType(true);
    }

    static BenchVisitor at(String address) {
        return new BenchVisitor(address);
    }

    static BenchVisitor loggedIn(String address, String login, String password) throws IOException {
        var visitor = at(address);
        var form = visitor.form("/logga-in", "/logga-in");
        field(form, "login", login);
        field(form, "password", password);
        var answer = form.submit().execute();
        if (answer.url().getPath().equals("/logga-in")) {
            throw new IllegalStateException("cannot log in as " + login);
        }
        return visitor;
    }

    /// A page as it comes, not read further.
    Connection.Response open(String path) throws IOException {
        var answer = session.newRequest(address + path).execute();
        answer.bodyAsBytes();
        return answer;
    }

    /// Sends a list in and gives the address of its page.
    String send(String kind, String sender, String name, byte[] content) throws IOException {
        var form = form("/inlasning?kind=" + kind, "/inlasning");
        field(form, "sender", sender);
        var request = form.submit();
        request.data("file", name, new ByteArrayInputStream(content), "text/csv");
        return request.execute().url().getPath();
    }

    /// Presses the button of the form with the action, on the page.
    void press(String page, String action) throws IOException {
        form(page, action).submit().execute();
    }

    /// True while the page tells of work going on.
    boolean isWorking(String page) throws IOException {
        return session.newRequest(address + page).get().selectFirst("[hx-get$=/lage]") != null;
    }

    String text(String page) throws IOException {
        return session.newRequest(address + page).get().text();
    }

    private FormElement form(String page, String action) throws IOException {
        return session.newRequest(address + page).get().expectForm("form[action=" + action + "]");
    }

    private static void field(FormElement form, String name, String value) {
        var element = form.selectFirst("[name=" + name + "]");
        if (element == null) {
            throw new IllegalStateException("no field " + name);
        }
        if (element.normalName().equals("select")) {
            element.select("option").removeAttr("selected");
            element.select("option[value=" + value + "]").attr("selected", "selected");
        } else {
            element.val(value);
        }
    }
}
