package stemma.shipping;

import stemma.printing.DeliveryNote;
import stemma.printing.Printed;
import stemma.printing.Printing;
import stemma.shell.SiteTime;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Tells which papers are of a shipment, and what changed in the record since each was signed or
 * printed.
 */
public final class ShipmentPapers {
    private final DeliveryNotes notes;
    private final LotPapers papers;
    private final SignedSince since;
    private final Printing printing;
    private final SiteTime time;

    public ShipmentPapers(
            DeliveryNotes notes,
            LotPapers papers,
            SignedSince since,
            Printing printing,
            SiteTime time) {
        this.notes = notes;
        this.papers = papers;
        this.since = since;
        this.printing = printing;
        this.time = time;
    }

    /** What is signed and printed of one shipment; no note where none was ever printed. */
    public record Of(List<Signed> signed, Optional<Note> note) {
        public Of {
            signed = List.copyOf(signed);
        }
    }

    /** A certificate that may go with it, and in what the record says otherwise by now. */
    public record Signed(LotPapers.LotPaper paper, List<String> changed) {
        public Signed {
            changed = List.copyOf(changed);
        }
    }

    /** The delivery note as it was printed last, and whether it would read the same now. */
    public record Note(Instant printedAt, Reads reads) {}

    /** Whether what would be printed now is what was printed. */
    public enum Reads {
        THE_SAME,
        OTHERWISE
    }

    /**
     * Returns the papers of each of these shipments of one number. Prints are kept by the number:
     * where it names several shipments, a note is changed if no print says what it says now.
     */
    public List<Of> of(List<Consignment> shipments) {
        long sent = shipments.stream()
                .filter(one -> one.kind() == Consignment.Kind.SHIPMENT)
                .count();
        return shipments.stream()
                .map(one -> one.kind() == Consignment.Kind.RETURN
                        ? new Of(List.of(), Optional.empty())
                        : new Of(signed(one), note(one, sent == 1)))
                .toList();
    }

    private List<Signed> signed(Consignment shipment) {
        return papers.with(shipment).stream()
                .map(paper -> new Signed(
                        paper, paper.isGood() ? since.changedSince(paper.number()) : List.of()))
                .toList();
    }

    private Optional<Note> note(Consignment shipment, boolean isAlone) {
        DeliveryNote now = notes.note(shipment, time);
        List<Printed> prints = printing.of(now);
        if (prints.isEmpty()) return Optional.empty();
        var digest = printing.digest(now);
        boolean isSame = isAlone
                ? prints.getFirst().digest().equals(digest)
                : prints.stream().anyMatch(print -> print.digest().equals(digest));
        return Optional.of(
                new Note(prints.getFirst().at(), isSame ? Reads.THE_SAME : Reads.OTHERWISE));
    }
}
