package stemma.inquiry;

import stemma.identifiers.ItemCode;
import stemma.identifiers.LotNumber;

import java.util.Optional;

/** Which lots are wanted: bearing a number, of an item, or whose number begins with a text. */
public record LotQuery(
        Optional<ItemCode> item,
        Optional<LotNumber> number,
        String beginning,
        int offset,
        int limit) {
    public static final int PAGE = 200;
}
