package stemma.demo;

import stemma.ledger.RunBasis;

/**
 * One run that a line is to make: the day, its turn on the line, the item and how many cases, how
 * the line was before it, and for a run of the incident the letter of its lot in
 * {@link IncidentPlan} (else empty).
 */
record Making(
        int day, int line, int turn, Finished item, int cases, RunBasis basis, String incidentLot) {
    private static final int FIRST_START = 7 * 60 + 30;
    private static final int MINUTES = 100;

    boolean isOfIncident() {
        return !incidentLot.isEmpty();
    }

    /** Returns the minute of the day at which the line starts on it. */
    int start() {
        return FIRST_START + turn * MINUTES;
    }
}
