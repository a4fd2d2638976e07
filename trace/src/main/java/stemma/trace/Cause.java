package stemma.trace;

/**
 * Where the cause of the question lies: in the material, which lots parted from it share, or with
 * the lots named alone.
 */
public enum Cause {
    MATERIAL,
    LOCAL
}
