package stemma;

import stemma.access.Seat;
import stemma.identifiers.ActorId;
import stemma.journal.Author;

import java.time.Instant;
import java.util.Map;

/** Seats as tests give them. */
final class Seats {
    private static final Instant EVER = Instant.parse("2000-01-01T00:00:00Z");
    private static final Instant NEVER = Instant.parse("2100-01-01T00:00:00Z");

    private Seats() {}

    /** Returns a seat of items, whenever something was recorded of them. */
    static Seat of(String items) {
        return new Seat(Seat.items(items), EVER, NEVER);
    }

    /** Gives a visiting auditor a seat. */
    static void give(ApiPlant plant, String name, Seat seat) {
        Author ada = new Author(ActorId.of("ada"), "session 0", "test");
        plant.world.access().seats().give(ada, ActorId.of(name), seat, "the audit of spring");
    }

    /** Returns an address for each page of a seat that holds the receipt. */
    static Map<String, String> addresses(String receipt) {
        return Map.of(
                "/me", "/me",
                "/seat", "/seat",
                "/seat/entries", "/seat/entries",
                "/seat/lots", "/seat/lots?item=flour",
                "/seat/entries/{id}", "/seat/entries/" + receipt,
                "/seat/lots/{birth}/{units}", "/seat/lots/" + receipt + "/0");
    }

    /** Returns a seat of items, recorded before anything was. */
    static Seat before(String items) {
        return new Seat(Seat.items(items), EVER, EVER.plusSeconds(1));
    }
}
