package stemma.demo;

import stemma.identifiers.ResourceCode;
import stemma.ledger.ResourceUse;

import java.util.ArrayList;
import java.util.List;

/**
 * The label rolls: each line uses one for some days. Roll {@link #WRONG} of line 2 was printed with
 * the allergen text of an older recipe, as the printer wrote two weeks later.
 */
final class Labels {
    static final ResourceCode WRONG = new ResourceCode("ROLL-2-0027");

    private static final int DAYS_PER_ROLL = 8;

    private Labels() {}

    static List<ResourceCode> rolls() {
        List<ResourceCode> all = new ArrayList<>();
        for (int line = 1; line <= 2; line++) {
            for (int day = 0; day <= Workdays.TODAY; day += DAYS_PER_ROLL) all.add(roll(line, day));
        }
        return all;
    }

    /**
     * Returns what the label of that line and day was printed from; the wrong text has revision 2.
     */
    static ResourceUse use(int line, int day) {
        ResourceCode roll = roll(line, day);
        return new ResourceUse(roll, "label", roll.equals(WRONG) ? "2" : Finished.REVISION);
    }

    private static ResourceCode roll(int line, int day) {
        return new ResourceCode(String.format(
                java.util.Locale.ROOT, "ROLL-%d-%04d", line, 1 + day / DAYS_PER_ROLL));
    }
}
