package se.bofast.letter;

import java.net.URI;
import java.time.LocalTime;

/// The municipality's own words in a letter.
///
/// @param municipality "Exempelstads kommun"
/// @param unit the unit that writes, "Boende och bosamordning"
/// @param board the board as the subject of a sentence, "Socialnämnden i Exempelstad"
/// @param contactFunction who signs when no one is named, "Bosamordnaren"
/// @param phoneFrom the phone is answered on weekdays from this time
/// @param phoneTo until this time
/// @param returnAddress where undelivered letters go; shows in the window, so it is a box number
///   without the board's name
/// @param answerPage the neutral page where the code is used; https, without query and fragment
public record SenderDetails(
        String municipality,
        String unit,
        String board,
        String contactFunction,
        String phone,
        LocalTime phoneFrom,
        LocalTime phoneTo,
        String email,
        String visitingAddress,
        String returnAddress,
        URI answerPage) {

    public SenderDetails {
        Letter.requireText(municipality, "municipality");
        Letter.requireText(unit, "unit");
        Letter.requireText(board, "board");
        Letter.requireText(contactFunction, "contactFunction");
        Letter.requireText(phone, "phone");
        Letter.requireText(email, "email");
        Letter.requireText(visitingAddress, "visitingAddress");
        Letter.requireText(returnAddress, "returnAddress");
        if (returnAddress.contains(board) || returnAddress.contains(unit)) {
            throw new IllegalArgumentException("the return address shows and must be neutral");
        }
        if (!"https".equals(answerPage.getScheme())
                || answerPage.getHost() == null
                || answerPage.getRawQuery() != null
                || answerPage.getRawFragment() != null) {
            throw new IllegalArgumentException("the answer page is a plain https address");
        }
    }

    /// The address as one types it: `tid.example.se`.
    public String answerPageAsTyped() {
        var path = answerPage.getRawPath();
        return answerPage.getRawAuthority() + ("/".equals(path) ? "" : path);
    }

    /// The address in the QR code. The code stands in the fragment, which a browser never sends: it
    /// reaches no access log, proxy or referrer (docs/decisions/0043).
    public URI answerLink(LetterCode code) {
        // A page with a path of its own is not the same page with a slash after it.
        var page = answerPage.toString();
        return URI.create(
                (answerPage.getRawPath().isEmpty() ? page + "/" : page) + "#" + code.written());
    }
}
