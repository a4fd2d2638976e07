package stemma.catalog;

import java.util.List;
import java.util.Map;

/**
 * Masters as they shall be from now on, taken all or none, with the reason. Where a master is based
 * on a revision (0: on its not existing yet), the amendment is refused if that is not the present.
 */
public record Amendment(
        List<? extends Master> masters, Map<MasterKey, Integer> basedOn, String reason) {
    public Amendment {
        masters = List.copyOf(masters);
        basedOn = Map.copyOf(basedOn);
        reason = reason.strip();
    }

    /** Returns an amendment that takes the masters as they are, new or not. */
    public static Amendment of(List<? extends Master> masters, String reason) {
        return new Amendment(masters, Map.of(), reason);
    }
}
