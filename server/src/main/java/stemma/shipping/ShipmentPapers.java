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
    private static final Of NOTHING = new Of(List.of(), Optional.empty());

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
     * Returns the papers of each of these shipments of one number. A note is held against the
     * latest print for its consignee; what was printed before prints named theirs was for the only
     * one that there is. Of what is void nothing is printed any more.
     */
    public List<Of> of(List<Consignment> shipments) {
        long sent = shipments.stream().filter(ShipmentPapers::isSent).count();
        return shipments.stream()
                .map(one -> isSent(one) ? of(one, sent == 1) : NOTHING)
                .toList();
    }

    private static boolean isSent(Consignment one) {
        return one.kind() == Consignment.Kind.SHIPMENT && !one.isVoid();
    }

    private Of of(Consignment shipment, boolean isAlone) {
        List<LotPapers.LotPaper> going = papers.with(shipment);
        List<Signed> signed = going.stream()
                .map(paper -> new Signed(
                        paper, paper.isGood() ? since.changedSince(paper.number()) : List.of()))
                .toList();
        Optional<Note> note = print(shipment, isAlone).map(print -> {
            var now = printing.digest(notes.note(shipment, going, time));
            return new Note(
                    print.at(), print.digest().equals(now) ? Reads.THE_SAME : Reads.OTHERWISE);
        });
        return new Of(signed, note);
    }

    private Optional<Printed> print(Consignment shipment, boolean isAlone) {
        String code = shipment.code();
        Optional<Printed> named =
                printing.latest(DeliveryNote.TITLE, code, shipment.consignee().code());
        return named.isPresent() || !isAlone
                ? named
                : printing.latest(DeliveryNote.TITLE, code, "");
    }
}
