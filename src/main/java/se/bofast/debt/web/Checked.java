package se.bofast.debt.web;

import java.time.LocalDate;
import java.util.Optional;
import se.bofast.debt.Limits;
import se.bofast.kernel.Money;
import se.bofast.page.Form;

/// Days and amounts of the forms, with a sentence for what lies outside.
final class Checked {

    private Checked() {}

    /// A day that has been.
    static Optional<LocalDate> past(Form form, String field, LocalDate today) {
        var day = day(form, field, today);
        if (day.isPresent() && day.get().isAfter(today)) {
            form.error(field, "debt.error.ahead");
            return Optional.empty();
        }
        return day;
    }

    static Optional<LocalDate> day(Form form, String field, LocalDate today) {
        return form.requiredDate(field, today).filter(day -> allowed(form, field, day));
    }

    static boolean allowed(Form form, String field, LocalDate day) {
        if (!Limits.allow(day)) {
            form.error(field, "debt.error.dayOutside");
            return false;
        }
        return true;
    }

    /// An amount above zero.
    static Optional<Money> amount(Form form, String field) {
        var amount = amountOrZero(form, field);
        if (amount.isPresent() && !amount.get().isPositive()) {
            form.error(field, "debt.error.notPositive");
            return Optional.empty();
        }
        return amount;
    }

    static Optional<Money> amountOrZero(Form form, String field) {
        var amount = form.requiredMoney(field);
        if (amount.isPresent() && !Limits.allow(amount.get())) {
            form.error(field, "debt.error.amountOutside");
            return Optional.empty();
        }
        return amount;
    }
}
