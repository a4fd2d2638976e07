package stemma.nonconformance;

import org.jspecify.annotations.Nullable;

import stemma.identifiers.ItemCode;
import stemma.identifiers.Portion;

/**
 * One thing that a case is about, by its code as people know it. A lot without a part means its
 * whole family, also what is split off later; of a lot the item is told, of units the part.
 */
public record CaseSubject(
        SubjectKind kind,
        String code,
        @Nullable ItemCode item,
        @Nullable Portion part) {

    public static CaseSubject of(SubjectKind kind, String code) {
        return new CaseSubject(kind, code, null, null);
    }

    /** Returns it as a person reads it, such as {@code lot C-7741}. */
    public String words() {
        return kind.word() + " " + code;
    }
}
