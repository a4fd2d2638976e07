package stemma.genealogy;

/**
 * Where the cause of the question lies. In the material, siblings of the same material (split,
 * repack, relabel, return) share it and are reached; a local cause, such as a dropped pallet, stays
 * with the lots named.
 */
public enum Cause {
    MATERIAL,
    LOCAL
}
