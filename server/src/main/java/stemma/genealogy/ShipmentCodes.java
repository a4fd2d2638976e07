package stemma.genealogy;

import org.jspecify.annotations.Nullable;

import stemma.identifiers.ShipmentCode;

import java.util.Arrays;
import java.util.function.LongFunction;

/** The codes of shipments by their keys in the index, which count from zero; each is made once. */
final class ShipmentCodes {
    private final LongFunction<ShipmentCode> making;
    private @Nullable ShipmentCode[] codes = new @Nullable ShipmentCode[64];

    ShipmentCodes(LongFunction<ShipmentCode> making) {
        this.making = making;
    }

    ShipmentCode of(long key) {
        int at = Math.toIntExact(key);
        if (at >= codes.length) codes = Arrays.copyOf(codes, Math.max(at + 1, 2 * codes.length));
        ShipmentCode known = codes[at];
        if (known != null) return known;
        ShipmentCode made = making.apply(key);
        codes[at] = made;
        return made;
    }
}
