package stemma.genealogy;

import java.util.Collection;
import java.util.Set;

/** Who descends from whom, whole and as of now, in the caller's transaction. */
public interface Kin {
    /** Returns everything that may contain any of these, themselves included. */
    Set<Span> descendants(Collection<Span> of);

    /** Returns everything that any of these may contain, themselves included. */
    Set<Span> ancestors(Collection<Span> of);
}
