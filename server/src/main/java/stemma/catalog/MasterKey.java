package stemma.catalog;

import stemma.identifiers.LotNumber;

/**
 * Names one master: its kind and the normal form of its codes. Several codes are joined by a slash,
 * a slash or backslash within one of them then being escaped, so that no two masters meet.
 */
public record MasterKey(MasterKind kind, String normal) implements Comparable<MasterKey> {
    /** Returns the key made of the codes, each brought to its normal form. */
    public static MasterKey of(MasterKind kind, String... codes) {
        if (codes.length == 1) return new MasterKey(kind, LotNumber.normal(codes[0]));
        StringBuilder joined = new StringBuilder();
        for (int i = 0; i < codes.length; i++) {
            if (i > 0) joined.append('/');
            joined.append(LotNumber.normal(codes[i]).replace("\\", "\\\\").replace("/", "\\/"));
        }
        return new MasterKey(kind, joined.toString());
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
