package stemma.verifier;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What was checked of an archive, and what of it does not hold. */
public final class Report {
    private final List<Fault> faults = new ArrayList<>();
    private final List<String> checked = new ArrayList<>();

    void found(Fault fault) {
        faults.add(fault);
    }

    void checked(long count, String what) {
        checked.add(String.format(Locale.ROOT, "%,12d %s", count, what));
    }

    void told(String what) {
        checked.add(String.format(Locale.ROOT, "%12s %s", "", what));
    }

    /** Returns whether nothing was found. */
    public boolean holds() {
        return faults.isEmpty();
    }

    /** Returns all that was found, in the order of the finding. */
    public List<Fault> faults() {
        return List.copyOf(faults);
    }

    /** Returns the fault that names the first record of the log, where any names one. */
    public Optional<Fault> firstRecord() {
        return faults.stream()
                .filter(Fault::namesRecord)
                .min(java.util.Comparator.comparingLong(Fault::position));
    }

    /** Returns the lines to print: counts, what does not hold, and the judgement. */
    public List<String> lines() {
        List<String> lines = new ArrayList<>(checked);
        for (Fault fault : faults) lines.add(fault.toString());
        lines.add(
                holds()
                        ? "holds"
                        : firstRecord()
                                .map(first ->
                                        "does not hold: the first record that does not is number "
                                                + first.position() + ", counted from 0")
                                .orElse("does not hold"));
        return lines;
    }
}
