package stemma.catalog;

import stemma.signatures.Offered;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Masters as they shall be from now on, taken all or none, with the reason. Where a master is based
 * on a revision (0: on its not existing yet), the amendment is refused if that is not the present.
 * Less control over an item takes a signature.
 */
public record Amendment(
        List<? extends Master> masters,
        Map<MasterKey, Integer> basedOn,
        String reason,
        Optional<Offered> signed) {
    public Amendment {
        masters = List.copyOf(masters);
        basedOn = Map.copyOf(basedOn);
        reason = reason.strip();
    }

    /** An amendment that nobody signs. */
    public Amendment(
            List<? extends Master> masters, Map<MasterKey, Integer> basedOn, String reason) {
        this(masters, basedOn, reason, Optional.empty());
    }

    /** Returns the same, signed by quality where it lessens control. */
    public Amendment signedBy(Optional<Offered> offered) {
        return new Amendment(masters, basedOn, reason, offered);
    }

    /** Returns an amendment that takes the masters as they are, new or not. */
    public static Amendment of(List<? extends Master> masters, String reason) {
        return new Amendment(masters, Map.of(), reason);
    }
}
