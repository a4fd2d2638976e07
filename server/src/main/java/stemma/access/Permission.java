package stemma.access;

import stemma.shell.Right;

/** Something that may be done in the product, at the sites for which a role was given. */
public enum Permission implements Right {
    SEE_RECORD("see lots, traces and boards", Kind.READS),
    SEE_AUDIT("see the audit trail", Kind.READS),
    EXPORT_RECORD("export the record", Kind.READS),
    SEE_SEAT("see what a visiting auditor's seat holds", Kind.READS),
    RECEIVE("receive goods", Kind.MAKES),
    MOVE("move, count and repack goods", Kind.MAKES),
    PRODUCE("record production", Kind.MAKES),
    SHIP("ship goods and take returns", Kind.MAKES),
    PRINT("print labels and papers", Kind.MAKES),
    SERVICE("record service on units", Kind.MAKES),
    REPORT_FACT("declare what has already happened", Kind.MAKES),
    HOLD("hold material", Kind.MAKES),
    LIFT_HOLD("lift a hold", Kind.MAKES),
    INSPECT("record what inspections find", Kind.MAKES),
    JUDGE("judge lots: release, restrict, reject", Kind.MAKES),
    CORRECT("correct the record", Kind.MAKES),
    RECALL("run a recall", Kind.MAKES),
    SIGN("sign", Kind.MAKES),
    APPEND_EVENTS("append events by program or file", Kind.MAKES),
    MANAGE_MASTERS("change items, partners, sites and recipes", Kind.ARRANGES),
    ADMINISTER_PEOPLE("add people and give roles", Kind.ARRANGES);

    private enum Kind {
        READS,
        MAKES,
        ARRANGES
    }

    private final String sentence;
    private final Kind kind;

    Permission(String sentence, Kind kind) {
        this.sentence = sentence;
        this.kind = kind;
    }

    /** Returns what one may do, as words after "may". */
    public String sentence() {
        return sentence;
    }

    /** Tells whether it makes or signs production records, which no administrator may. */
    public boolean makesRecords() {
        return kind == Kind.MAKES;
    }

    /** Tells whether a token may carry it: no program signs and none gives rights. */
    public boolean isForTokens() {
        return this != SIGN && this != ADMINISTER_PEOPLE;
    }
}
