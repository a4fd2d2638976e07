package stemma.inquiry;

import stemma.genealogy.Completeness;

/**
 * One of the two answers compared: which moment was asked for, what was known then, and what the
 * answer rests on.
 */
public record Side(Moment moment, Insight insight, Completeness completeness) {
    public boolean isNow() {
        return moment instanceof Moment.Now;
    }
}
