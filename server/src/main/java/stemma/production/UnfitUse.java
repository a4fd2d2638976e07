package stemma.production;

import org.jspecify.annotations.Nullable;

import stemma.identifiers.EventId;
import stemma.identifiers.ResourceCode;
import stemma.identifiers.RunId;
import stemma.identifiers.SiteCode;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

/**
 * A use of equipment that was not as it should be: which of it, where, in which run (or by which
 * entry, outside of runs), from when to when, and everything that was wrong.
 */
public record UnfitUse(
        ResourceCode resource,
        String address,
        SiteCode site,
        @Nullable RunId run,
        @Nullable EventId entry,
        Instant from,
        Instant to,
        List<Wrong> wrong) {
    public UnfitUse {
        wrong = List.copyOf(wrong);
    }

    /** Returns what of it is told to whoever sees these sites. */
    UnfitUse shown(Predicate<SiteCode> sees) {
        List<Wrong> told = wrong.stream().map(one -> one.shown(sees)).distinct().toList();
        return new UnfitUse(resource, address, site, run, entry, from, to, told);
    }

    /** Returns what it was used in, in words. */
    public String of() {
        return run == null ? "outside of runs" : "run " + run;
    }

    /** What can be wrong with equipment at its use. */
    public enum Kind {
        /** It was never calibrated and should have been, the calibration had failed or ended. */
        OUT_OF_CALIBRATION,
        /** A calibration after the use found it bad, and none in between had left it good. */
        FOUND_BAD_LATER,
        /** Its calibration rests on a paper that was revoked or refuted. */
        CALIBRATION_DOUBTFUL,
        NOT_CLEAN,
        CLEAN_HOLD_EXCEEDED,
        ENVIRONMENT_OUT_OF_LIMITS;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * One thing that was wrong, in a sentence, and where more stands of it, if it may be known; of
     * a paper, at which site it is kept.
     */
    public record Wrong(
            Kind kind,
            String sentence,
            String address,
            @Nullable SiteCode keptAt) {
        public Wrong(Kind kind, String sentence, String address) {
            this(kind, sentence, address, null);
        }

        private Wrong shown(Predicate<SiteCode> sees) {
            return keptAt == null || sees.test(keptAt)
                    ? this
                    : new Wrong(kind, "The paper of its calibration is doubtful.", "");
        }
    }
}
