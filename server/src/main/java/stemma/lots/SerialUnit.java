package stemma.lots;

import stemma.identifiers.LotId;
import stemma.identifiers.SerialNumber;

/**
 * One unit found by its serial number, in which of its lives (the first is 1), and whether that
 * life still goes on: it ends when the unit is taken apart, reworked or destroyed.
 */
public record SerialUnit(SerialNumber serial, LotId unit, Lot block, int life, Life state) {
    /** Whether the unit still exists as itself. */
    public enum Life {
        GOES_ON,
        ENDED
    }

    public SerialUnit ended() {
        return new SerialUnit(serial, unit, block, life, Life.ENDED);
    }
}
