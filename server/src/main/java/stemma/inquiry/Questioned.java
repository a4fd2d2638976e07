package stemma.inquiry;

import stemma.genealogy.AsOf;
import stemma.genealogy.Gap;
import stemma.genealogy.LeftFree;

import java.util.List;

/** Which lots later facts call in question, until quality has looked at them. */
public final class Questioned {
    private final Tracing tracing;

    public Questioned(Tracing tracing) {
        this.tracing = tracing;
    }

    /** Returns a page of them, the youngest first. */
    public List<Gap> page(int offset) {
        return tracing.reviews().open(offset, Inquiry.PAST);
    }

    /** Returns what calls these lots in question. */
    public List<Gap> of(Subject subject) {
        return tracing.reviews().on(subject.lots(), AsOf.now());
    }

    /** Returns what was split off these lots before they were judged, and is free. */
    public LeftFree.Parts leftFree(Subject subject) {
        return tracing.leftFree().of(subject.lots());
    }
}
