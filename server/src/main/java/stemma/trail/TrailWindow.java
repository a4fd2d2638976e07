package stemma.trail;

import stemma.journal.Entry;
import stemma.journal.Journal;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** The stretch of the journal in which the lines of a question can be, read in its order. */
final class TrailWindow {
    // Numbers and moments are drawn together; those drawn at once may be out of order by this.
    private static final Duration SLACK = Duration.ofMinutes(1);
    private final Journal journal;
    private final boolean isForward;
    private final long first;
    private final long end;

    TrailWindow(Journal journal, TrailQuestion question) {
        this.journal = journal;
        isForward = question.order() == TrailQuestion.Order.OLDEST;
        first = question.from().map(from -> seqAt(from.minus(SLACK))).orElse(0L);
        end = question.to().map(to -> seqAt(to.plus(SLACK))).orElse(Long.MAX_VALUE);
    }

    private long seqAt(Instant moment) {
        return journal.seqFrom(moment).orElse(Long.MAX_VALUE);
    }

    /** Returns the seq after which reading begins. */
    long start() {
        return isForward ? first - 1 : end;
    }

    /** Returns the next entries after the seq, in the order of reading; none at the end. */
    List<Entry> after(long seq, int limit) {
        return isForward ? journal.between(seq, end, limit) : journal.back(seq, first, limit);
    }
}
