package stemma.house;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The rooms by band, and who may read whom: lower bands, and what is drawn inside a band. */
final class Rooms {
    /** A row is a chain: each room may read those before it. */
    private static final List<List<List<String>>> BANDS = List.of(
            List.of(
                    List.of("quantity"),
                    List.of("identifiers", "gs1"),
                    List.of("sheets"),
                    List.of("trace")),
            List.of(List.of(
                    "database", "shell", "journal", "audit", "access", "signatures", "printing")),
            List.of(List.of("catalog")),
            List.of(List.of(
                    "ledger", "lots", "stock", "genealogy", "documents", "intake", "scanning")),
            List.of(
                    List.of("receiving"),
                    List.of("warehouse"),
                    List.of("labelling"),
                    List.of("production"),
                    List.of("shipping")),
            List.of(List.of("quality", "certificates", "upkeep", "nonconformance")),
            List.of(List.of("picturing", "inquiry"), List.of("trail")),
            List.of(List.of("exchange", "scenario", "demo")));

    private record Seat(int band, int chain, int place) {}

    private static final Map<String, Seat> SEATS = IntStream.range(0, BANDS.size())
            .boxed()
            .flatMap(band -> IntStream.range(0, BANDS.get(band).size()).boxed().flatMap(chain -> {
                List<String> rooms = BANDS.get(band).get(chain);
                return IntStream.range(0, rooms.size())
                        .boxed()
                        .map(place ->
                                Map.entry(rooms.get(place), new Seat(band + 1, chain, place)));
            }))
            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));

    private Rooms() {}

    static boolean isRoom(String name) {
        return SEATS.containsKey(name);
    }

    static int band(String room) {
        return SEATS.get(room).band();
    }

    static boolean mayRead(String reader, String read) {
        Seat from = SEATS.get(reader);
        Seat to = SEATS.get(read);
        if (reader.equals(read) || to.band() < from.band()) return true;
        return to.band() == from.band() && to.chain() == from.chain() && to.place() < from.place();
    }

    /** Returns the room of a package under the root, empty for the root itself. */
    static Optional<String> of(String root, String packageName) {
        if (!packageName.startsWith(root + ".")) return Optional.empty();
        return Optional.of(packageName.substring(root.length() + 1).split("\\.", 2)[0]);
    }
}
