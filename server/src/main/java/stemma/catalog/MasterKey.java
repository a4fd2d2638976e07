package stemma.catalog;

import stemma.identifiers.LotNumber;

import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * Names one master: its kind and the normal form of its codes. Several codes are joined by a slash,
 * a slash or backslash within one of them then being escaped, so that no two masters meet.
 */
public record MasterKey(MasterKind kind, String normal) implements Comparable<MasterKey> {
    /** Returns the key made of the codes, each brought to its normal form. */
    public static MasterKey of(MasterKind kind, String... codes) {
        if (codes.length == 1) return new MasterKey(kind, LotNumber.normal(codes[0]));
        return new MasterKey(
                kind,
                Arrays.stream(codes)
                        .map(code ->
                                LotNumber.normal(code).replace("\\", "\\\\").replace("/", "\\/"))
                        .collect(Collectors.joining("/")));
    }

    @Override
    public int compareTo(MasterKey other) {
        int byKind = kind.compareTo(other.kind);
        return byKind != 0 ? byKind : normal.compareTo(other.normal);
    }

    /** Returns the subject under which the audit trail knows this master. */
    @Override
    public String toString() {
        return kind.word() + ":" + normal;
    }
}
