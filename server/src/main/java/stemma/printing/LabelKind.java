package stemma.printing;

import java.util.Locale;

/** What a label is stuck on. */
public enum LabelKind {
    LOT(LabelSize.SMALL),
    UNIT(LabelSize.SMALL),
    CONTAINER(LabelSize.TALL),
    LOCATION(LabelSize.SMALL),
    COMMAND(LabelSize.CARD),
    SCANNER(LabelSize.SMALL);

    private final LabelSize size;

    LabelKind(LabelSize size) {
        this.size = size;
    }

    LabelSize size() {
        return size;
    }

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
