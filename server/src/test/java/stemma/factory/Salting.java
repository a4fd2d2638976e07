package stemma.factory;

import stemma.identifiers.EventId;
import stemma.ledger.Event;
import stemma.ledger.EventJson;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;

/** Tells events again under other codes and ids, by the text of their bytes. */
final class Salting {
    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private Salting() {}

    static List<Event> salted(List<Event> events, Codes codes, long salt) {
        return events.stream().map(event -> salted(event, codes, salt)).toList();
    }

    private static Event salted(Event event, Codes codes, long salt) {
        String text = new String(EventJson.bytes(event), StandardCharsets.UTF_8);
        String ids = ID.matcher(text)
                .replaceAll(id -> salted(EventId.of(id.group()), codes, salt).toString());
        String told = ids.replace(String.valueOf(codes.salt()), String.valueOf(salt));
        return EventJson.read(told.getBytes(StandardCharsets.UTF_8));
    }

    static EventId salted(EventId id, Codes codes, long salt) {
        long least = id.uuid().getLeastSignificantBits();
        long change = (codes.salt() ^ salt) << 20;
        return new EventId(new UUID(id.uuid().getMostSignificantBits(), least ^ change));
    }
}
