package stemma.inquiry;

import org.jspecify.annotations.Nullable;

import stemma.genealogy.Consigned;
import stemma.genealogy.Span;
import stemma.identifiers.ShipmentCode;
import stemma.inquiry.SerialsConcerned.Told;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.BiFunction;

/**
 * Gathers units until they are worth a question to the tables, and tells their serials. While some
 * are told, the next are read.
 */
final class SerialWalk implements Consigned {
    private static final int UNITS_AT_ONCE = 50_000;
    private static final int LOTS_AT_ONCE = 5_000;

    private final BiFunction<List<SerialPiece>, Map<ShipmentCode, SerialsRead.Sent>, SerialsRead>
            reading;
    private final SerialRows rows;
    private final Set<Long> lots = new HashSet<>();
    private List<SerialPiece> pieces = new ArrayList<>();
    private int units;
    private CompletableFuture<SerialsRead> ahead =
            CompletableFuture.completedFuture(SerialsRead.NOTHING);

    /** Reads pieces, with the shipments that are known already. */
    SerialWalk(
            BiFunction<List<SerialPiece>, Map<ShipmentCode, SerialsRead.Sent>, SerialsRead> reading,
            Told told) {
        this.reading = reading;
        this.rows = new SerialRows(told);
    }

    @Override
    public void shipped(Span span, ShipmentCode shipment) {
        add(span, shipment);
    }

    @Override
    public void kept(Span span) {
        add(span, null);
    }

    private void add(Span span, @Nullable ShipmentCode shipment) {
        int last;
        for (int first = span.first(); first <= span.last(); first = last + 1) {
            last = Math.min(span.last(), first + UNITS_AT_ONCE - 1);
            pieces.add(new SerialPiece(span.lot(), first, last, shipment));
            lots.add(span.lot());
            units += last - first + 1;
            if (units >= UNITS_AT_ONCE || lots.size() >= LOTS_AT_ONCE) readOn();
        }
    }

    /** Tells what is not told yet. */
    void end() {
        readOn();
        read().tell(rows);
    }

    /** What fails while reading ahead fails as if it had been read here. */
    private SerialsRead read() {
        try {
            return ahead.join();
        } catch (CompletionException failed) {
            throw failed.getCause() instanceof RuntimeException cause ? cause : failed;
        }
    }

    private void readOn() {
        SerialsRead read = read();
        List<SerialPiece> next = pieces;
        ahead = CompletableFuture.supplyAsync(
                () -> reading.apply(next, read.shipments()),
                task -> Thread.ofVirtual().name("serials").start(task));
        pieces = new ArrayList<>();
        lots.clear();
        units = 0;
        read.tell(rows);
    }
}
