package stemma.nonconformance;

import java.util.Locale;

/** How far a case has come: the last of its steps. One that is opened again starts anew. */
public enum CaseState {
    OPENED,
    ASSESSED,
    INVESTIGATED,
    DECIDED,
    CLOSED;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
