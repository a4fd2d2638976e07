package stemma.shipping;

import java.util.List;

/** Tells which papers of our own go with a shipment; the room that issues them does. */
public interface LotPapers {
    /** A paper by its number, kind and lot, where it is found, and whether it is still good. */
    record LotPaper(String number, String kind, String lot, String address, boolean isGood) {
        /** Returns it in one line, as a delivery note names it. */
        public String words() {
            return number + ", " + kind + ", of lot " + lot;
        }
    }

    /** Returns the papers that may go to its consignee with what is in it. */
    List<LotPaper> with(Consignment shipment);
}
