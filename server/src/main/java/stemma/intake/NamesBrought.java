package stemma.intake;

import stemma.identifiers.LotNumber;
import stemma.ledger.Event;
import stemma.ledger.Facts;
import stemma.ledger.Passport;
import stemma.ledger.Submission;
import stemma.ledger.Submitted;

import java.util.HashSet;
import java.util.Set;

/** The names under which lots will be found once some submissions are decided. */
final class NamesBrought {
    private final Set<String> names = new HashSet<>();
    private boolean any;

    void add(Submission submission) {
        for (Submitted submitted : submission.events()) add(submitted.event());
    }

    private void add(Event event) {
        Facts.births(event).forEach(birth -> add(birth.passport()));
        any |= event instanceof Event.Corrected
                || event instanceof Event.PassportChanged
                || event instanceof Event.Identified;
    }

    private void add(Passport passport) {
        names.add(passport.number().normal());
        passport.externalLots().forEach(e -> names.add(LotNumber.normal(e.text())));
        any |= passport.serials() != null;
    }

    /** Says whether the name, with or without its item before a colon, may be one of them. */
    boolean mayMean(String name) {
        int colon = name.indexOf(':');
        return any
                || names.contains(LotNumber.normal(name))
                || colon >= 0 && names.contains(LotNumber.normal(name.substring(colon + 1)));
    }

    void clear() {
        names.clear();
        any = false;
    }
}
