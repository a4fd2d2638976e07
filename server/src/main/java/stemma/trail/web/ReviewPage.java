package stemma.trail.web;

import stemma.signatures.Verdict;
import stemma.trail.Review;
import stemma.trail.Statement;

import java.util.Optional;

/** What would be signed now, the last review of the same question, and whether that still holds. */
public record ReviewPage(
        TrailAsked asked, Statement now, Optional<Review> last, Optional<Verdict> verdict) {
    /** Returns how many lines came since the last review. */
    public long since() {
        return now.lines() - last.map(one -> one.statement().lines()).orElse(0L);
    }

    /** Returns in words whether what was signed is still what stands there. */
    public String standing() {
        return switch (verdict.orElse(Verdict.NOT_GIVEN_HERE)) {
            case INTACT -> "Intact: the slice is the very one that was signed.";
            case CHANGED_AFTER_SIGNING -> "Changed after signing: the slice is not the one signed.";
            case NOT_GIVEN_HERE -> "Nobody gave this signature here as it stands.";
        };
    }
}
