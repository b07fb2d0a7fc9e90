package se.bofast.access.web;

import java.util.Locale;
import java.util.Optional;
import se.bofast.access.ManagingEmployees;
import se.bofast.access.OwnSettings;
import se.bofast.page.Form;

/// Reads log-in names and new passwords from forms.
final class Typed {

    private static final int LONGEST = 200;

    private Typed() {}

    static Optional<String> login(Form form) {
        var login = form.requiredText("login", 80).map(text -> text.toLowerCase(Locale.ROOT));
        if (login.isPresent() && !ManagingEmployees.isLogin(login.get())) {
            form.error("login", "access.employees.login.shape");
        }
        return login;
    }

    /// The new password, typed twice. Taken as it is: spaces count too.
    static Optional<String> newPassword(Form form) {
        var password = form.value("newPassword");
        if (password.codePointCount(0, password.length()) < OwnSettings.SHORTEST_PASSWORD) {
            form.error("newPassword", "access.password.tooShort", OwnSettings.SHORTEST_PASSWORD);
        } else if (password.length() > LONGEST) {
            form.error("newPassword", "page.error.tooLong", LONGEST);
        } else if (!password.equals(form.value("repeatedPassword"))) {
            form.error("repeatedPassword", "access.password.different");
        } else {
            return Optional.of(password);
        }
        return Optional.empty();
    }
}
