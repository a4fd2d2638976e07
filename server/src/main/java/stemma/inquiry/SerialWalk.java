package stemma.inquiry;

import org.jspecify.annotations.Nullable;

import stemma.genealogy.Consigned;
import stemma.genealogy.Span;
import stemma.identifiers.ShipmentCode;
import stemma.inquiry.SerialsConcerned.Told;

import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.BiFunction;

/**
 * Gathers units until they are worth a question to the tables, and tells their serials. While some
 * are told, the next are read.
 */
final class SerialWalk implements Consigned {
    /** The first question is small, so that reading begins early. */
    private static final int FIRST = 4_000;

    private static final int UNITS_AT_ONCE = 50_000;

    private final BiFunction<SerialsAsked, Map<ShipmentCode, SerialsRead.Sent>, SerialsRead>
            reading;
    private final Told told;
    private int atOnce = FIRST;
    private SerialsAsked asked = new SerialsAsked(FIRST);
    private CompletableFuture<SerialsRead> ahead =
            CompletableFuture.completedFuture(SerialsRead.NOTHING);

    /** Reads what is asked, with the shipments that are known already. */
    SerialWalk(
            BiFunction<SerialsAsked, Map<ShipmentCode, SerialsRead.Sent>, SerialsRead> reading,
            Told told) {
        this.reading = reading;
        this.told = told;
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
        for (long first = span.first(); first <= span.last(); first = last + 1L) {
            last = asked.add(span, (int) first, shipment);
            if (asked.isFull()) readOn();
        }
    }

    /** Tells what is not told yet. */
    void end() {
        readOn();
        read().tell(told);
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
        SerialsAsked next = asked;
        ahead = CompletableFuture.supplyAsync(
                () -> reading.apply(next, read.shipments()),
                task -> Thread.ofVirtual().name("serials").start(task));
        atOnce = Math.min(2 * atOnce, UNITS_AT_ONCE);
        asked = new SerialsAsked(atOnce);
        read.tell(told);
    }
}
