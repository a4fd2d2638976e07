package stemma.shell;

/** A state in the words of the trade, shown as icon and word so that colour is never needed. */
public enum Badge {
    RELEASED("released", "check", "good"),
    QUARANTINED("quarantined", "clock", "wait"),
    RESTRICTED("restricted", "funnel", "plum"),
    REJECTED("rejected", "cross", "stop"),
    PASSES("passes", "check", "good"),
    FAILS("fails", "cross", "stop"),
    INCOMPLETE("incomplete", "clock", "wait"),
    HELD("held", "hand", "stop"),
    RETAINED("retained sample", "seal", "note"),
    EXPIRED("expired", "calendar", "stop"),
    RECALLED("recalled", "return", "stop"),
    UNDER_REVIEW("under review", "eye", "wait"),
    IN_PROCESS("in process", "gear", "note"),
    IN_TRANSIT("in transit", "truck", "note"),
    DELIVERED("delivered", "box", "mute"),
    CONSUMED("used up", "merge", "mute"),
    SCRAPPED("scrapped", "bin", "mute"),
    SEALED("sealed", "seal", "good"),
    UNSEALED("not yet sealed", "clock", "wait"),
    SIGNED("signed", "pen", "good"),
    CORRECTED("corrected", "pen", "plum"),
    REPORTED("reported fact", "flag", "wait"),
    GAP("gap", "warning", "wait"),
    COMPLETE("complete", "check", "good"),
    ACTIVE("active", "check", "good"),
    OPEN("open", "check", "good"),
    CLOSED("closed", "cross", "mute"),
    INVITED("invited", "clock", "wait"),
    DISABLED("disabled", "cross", "mute"),
    REVOKED("revoked", "cross", "mute"),
    WITHDRAWN("withdrawn", "cross", "stop"),
    NOT_CHECKED("not checked", "clock", "wait"),
    CONFIRMED("confirmed", "check", "good"),
    REFUTED("refuted", "cross", "stop");

    private final String word;
    private final String icon;
    private final String tone;

    Badge(String word, String icon, String tone) {
        this.word = word;
        this.icon = icon;
        this.tone = tone;
    }

    public String word() {
        return word;
    }

    /** Returns the name of the symbol in {@code /shell/icons.svg}. */
    public String icon() {
        return icon;
    }

    /** Returns the tone: good, wait, stop, note, plum or mute. */
    public String tone() {
        return tone;
    }
}
