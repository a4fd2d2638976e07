package stemma.catalog;

/** What an amendment did to one master, and the revision at which it now stands. */
public record MasterChange(Effect effect, Master master, int revision) {
    public MasterKey key() {
        return master.key();
    }

    /** The ways in which an amendment touches a master. */
    public enum Effect {
        ADDED,
        REVISED,
        UNCHANGED
    }
}
