package stemma.verifier;

import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** How finely each item is told apart, from the masters of the archive. */
final class Items {
    private final Map<String, Tracking> tracking = new HashMap<>();

    static Items read(InputStream table) throws IOException {
        Items items = new Items();
        Table rows = new Table(table);
        while (rows.next()) {
            String word = rows.text("tracking");
            try {
                items.tracking.put(
                        rows.text("code"), Tracking.valueOf(word.toUpperCase(Locale.ROOT)));
            } catch (IllegalArgumentException unknown) {
                throw new Malformed("no item is tracked by \"" + word + "\"");
            }
        }
        return items;
    }

    Tracking tracking(String item) {
        Tracking known = tracking.get(item);
        if (known == null) throw new Malformed("the item " + item + " is not among the masters");
        return known;
    }
}
