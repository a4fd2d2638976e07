package stemma.shipping;

import org.springframework.jdbc.core.simple.JdbcClient;

import stemma.catalog.Catalog;
import stemma.intake.Desk;
import stemma.journal.WorldClock;
import stemma.ledger.Ledger;
import stemma.lots.Lots;
import stemma.stock.Reservations;
import stemma.stock.Stock;

import java.util.List;

/** All by which sales orders are served, from the work list to the proof of delivery. */
public record Serving(
        Sales sales,
        Allocation allocation,
        Picking picking,
        WorkListing listing,
        Loading loading,
        Presuming presuming,
        ArrivalDraft arrivals,
        ReturnDraft returns) {

    /** What serving rests on. */
    public record Rooms(
            JdbcClient database,
            Catalog catalog,
            Lots lots,
            Stock stock,
            Reservations reservations,
            Ledger ledger,
            Desk desk,
            WorldClock clock) {}

    public static Serving of(Shipping shipping, Rooms rooms) {
        Sales sales =
                new Sales(rooms.database(), rooms.catalog(), rooms.reservations(), rooms.clock());
        return new Serving(
                sales,
                new Allocation(sales, rooms.reservations()),
                new Picking(sales, rooms.reservations(), rooms.lots(), rooms.stock()),
                new WorkListing(sales, shipping),
                new Loading(rooms.stock(), rooms.reservations(), rooms.desk()),
                new Presuming(
                        rooms.catalog(), rooms.stock(), shipping, rooms.ledger(), rooms.clock()),
                new ArrivalDraft(rooms.lots(), rooms.stock()),
                new ReturnDraft(rooms.lots()));
    }

    /** Returns its parts, each to be asked for by its own type. */
    public List<Object> parts() {
        return List.of(sales, allocation, picking, listing, loading, presuming, arrivals, returns);
    }
}
