package se.bofast.letter;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.bofast.kernel.Money;

/// The board's written word to the landlord that it answers for the rent (åtagande om
/// betalningsansvar, JB 12 kap. 44 § fjärde stycket 1). It saves the lease only if it reaches the
/// landlord in time, and cannot be printed without a delegate (req H).
///
/// @param amount all that the board answers for
/// @param months the months whose rent it covers, in order
/// @param recoveryEndsOn last day for the undertaking, or null if it cannot be computed
/// @param paidBy last day the board will pay, or null
/// @param landlordsReference the landlord's own reference or payment number, or null
public record PaymentUndertaking(
        String tenant,
        String dwelling,
        Money amount,
        List<YearMonth> months,
        Delegate decidedBy,
        LocalDate decidedOn,
        @Nullable LocalDate recoveryEndsOn,
        @Nullable LocalDate paidBy,
        @Nullable String landlordsReference)
        implements LetterContent {

    /// Who decided, by which point of the delegation order.
    public record Delegate(String name, String title, String point) {

        public Delegate {
            Letter.requireText(name, "name");
            Letter.requireText(title, "title");
            Letter.requireText(point, "point");
        }
    }

    public PaymentUndertaking {
        Letter.requireText(tenant, "tenant");
        Letter.requireText(dwelling, "dwelling");
        months = months.stream().sorted().distinct().toList();
        if (!amount.isPositive() || months.isEmpty()) {
            throw new IllegalArgumentException("an undertaking is for an amount and a month");
        }
    }

    @Override
    public TemplateCode template() {
        return TemplateCode.PAYMENT_UNDERTAKING;
    }
}
