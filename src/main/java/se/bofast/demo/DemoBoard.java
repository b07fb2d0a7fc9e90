package se.bofast.demo;

import java.net.URI;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import se.bofast.access.Accounts;
import se.bofast.access.FoundingBoard;
import se.bofast.access.FoundingBoard.Founded;
import se.bofast.access.FoundingBoard.UnitKind;
import se.bofast.access.Role;
import se.bofast.kernel.EmployeeId;
import se.bofast.letter.Sender;
import se.bofast.letter.SenderDetails;
import se.bofast.letter.Senders;

/// The invented board's units and employees, and how one logs in as each.
@Component
class DemoBoard {

    /// The same for all: these people and this board do not exist.
    static final String PASSWORD = "nyckel-till-hemmet";

    /// @param login what one types
    record LogIn(String login, String name, Role role) {}

    static final List<LogIn> LOG_INS =
            List.of(
                    new LogIn("samordnare", "Maja Ekberg", Role.COORDINATOR),
                    new LogIn("handlaggare", "Johan Nordin", Role.CASEWORKER),
                    new LogIn("familj", "Amal Lindh", Role.CASEWORKER),
                    new LogIn("aldre", "Kerstin Holmgren", Role.CASEWORKER),
                    new LogIn("chef", "Peter Wiklund", Role.UNIT_HEAD),
                    new LogIn("bolots", "Sanna Frisk", Role.GUIDE),
                    new LogIn("konsulent", "Mona Rask", Role.HOUSING_CONSULTANT),
                    new LogIn("radgivare", "Leo Sandin", Role.DEBT_ADVISER),
                    new LogIn("forsorjning", "Nora Blad", Role.INCOME_SUPPORT),
                    new LogIn("uppsokare", "Ali Strand", Role.OUTREACH),
                    new LogIn("styrgrupp", "Helena Grip", Role.STEERING_GROUP),
                    new LogIn("granskare", "Vera Falk", Role.LOG_REVIEWER),
                    new LogIn("dataskydd", "Olle Brandt", Role.DATA_PROTECTION_OFFICER),
                    new LogIn("arkivarie", "Siv Dahlin", Role.ARCHIVIST),
                    new LogIn("admin", "Rolf Sten", Role.ADMINISTRATOR));

    private static final Set<String> OLD_HANDS = Set.of("samordnare", "chef");

    /// The words of the invented municipality in its letters.
    private static final Sender SENDER =
            new Sender(
                    new SenderDetails(
                            "Björkstads kommun",
                            "Boendeenheten",
                            "Socialnämnden i Björkstad",
                            "Bosamordnaren",
                            "010-000 00 10",
                            LocalTime.of(8, 30),
                            LocalTime.of(16, 0),
                            "bosamordnaren@bjorkstad.example",
                            "Torggatan 3, Björkstad",
                            "Box 10, 100 10 Björkstad",
                            URI.create("https://tid.bjorkstad.example/tid")),
                    List.of("Box 99", "100 11 Björkstad"));

    private final FoundingBoard founding;
    private final Accounts accounts;
    private final Senders senders;
    private final TransactionTemplate transaction;

    DemoBoard(
            FoundingBoard founding,
            Accounts accounts,
            Senders senders,
            TransactionTemplate transaction) {
        this.founding = founding;
        this.accounts = accounts;
        this.senders = senders;
        this.transaction = transaction;
    }

    /// Makes the board as of the day its two years begin.
    Founded make(LocalDate since) {
        var board =
                founding.found("Socialnämnden i Björkstad", "Björkstad", "Uppsala län", "kommunen");
        var housing = founding.addUnit(board, UnitKind.HOUSING, "Boendeenheten");
        var family = founding.addUnit(board, UnitKind.FAMILY_RECEPTION, "Mottagning familj");
        var adult = founding.addUnit(board, UnitKind.ADULT_RECEPTION, "Mottagning vuxen");
        var elderly = founding.addUnit(board, UnitKind.ELDERLY_65, "Team 65 plus");
        var income = founding.addUnit(board, UnitKind.INCOME_SUPPORT, "Försörjningsstöd");
        var debt = founding.addUnit(board, UnitKind.DEBT_ADVICE, "Budget- och skuldrådgivningen");
        var outreach = founding.addUnit(board, UnitKind.OUTREACH, "Uppsökande teamet");
        var staff = founding.addUnit(board, UnitKind.STAFF, "Förvaltningens stab");
        founding.addUnit(board, UnitKind.ADDICTION, "Beroendeenheten");
        for (var logIn : LOG_INS) {
            var unit =
                    switch (logIn.login()) {
                        case "handlaggare" -> adult;
                        case "familj" -> family;
                        case "aldre" -> elderly;
                        case "radgivare" -> debt;
                        case "forsorjning" -> income;
                        case "uppsokare" -> outreach;
                        case "styrgrupp", "admin", "granskare", "dataskydd", "arkivarie" -> staff;
                        default -> housing;
                    };
            var id = account(logIn);
            // Who took part in what is old enough to go was here then.
            var from = OLD_HANDS.contains(logIn.login()) ? PlayingWalls.longAgo(since) : since;
            founding.appoint(board, id, logIn.role(), unit, from, null);
            if (logIn.role() == Role.UNIT_HEAD) {
                for (var more : List.of(adult, family, elderly)) {
                    founding.appoint(board, id, logIn.role(), more, since, null);
                }
            }
        }
        return board.reach()
                .within(() -> {
                    transaction.executeWithoutResult(status -> senders.keep(SENDER));
                    return board;
                });
    }

    private EmployeeId account(LogIn logIn) {
        return accounts.add(logIn.login(), logIn.name(), Locale.of("sv"), PASSWORD, false);
    }
}
