package stemma.receiving.web;

import org.jspecify.annotations.Nullable;

import stemma.intake.Slip;
import stemma.receiving.PurchaseOrderProgress;
import stemma.receiving.SupplierDocument;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A form of goods that come in, as it is shown: its rows, its order, what was attached to it. */
public record ArrivalPage(
        Kind kind,
        Slip slip,
        @Nullable PurchaseOrderProgress order,
        int rows,
        List<Integer> rowOfLot,
        List<SupplierDocument> documents,
        String problem) {
    private static final Pattern LOT = Pattern.compile("lots\\[(\\d+)\\](.*)");

    public ArrivalPage {
        rowOfLot = List.copyOf(rowOfLot);
        documents = List.copyOf(documents);
    }

    /** Why goods come in. */
    public enum Kind {
        /** A supplier brought them. */
        RECEIVE("Receive goods", "/receive", "received"),
        /** They were there before records. */
        OPENING("Opening stock", "/opening", "opened");

        private final String title;
        private final String path;
        private final String event;

        Kind(String title, String path, String event) {
            this.title = title;
            this.path = path;
            this.event = event;
        }

        public String title() {
            return title;
        }

        public String path() {
            return path;
        }

        public String event() {
            return event;
        }
    }

    /** Returns the words in a row of a field. */
    public String word(String field, int row) {
        return slip.word(field, row);
    }

    /** Returns what is wrong with a field of a row: with an element of its lots that ends so. */
    public String wrong(int row, String ending) {
        if (row < 0) return "";
        return slip.wrong(element -> {
            Matcher lot = LOT.matcher(element);
            if (!lot.matches()) return false;
            int number = Integer.parseInt(lot.group(1));
            return number < rowOfLot.size()
                    && rowOfLot.get(number) == row
                    && lot.group(2).endsWith(ending);
        });
    }

    /** Says whether the rarely used fields of a row are shown at once. */
    public boolean isOpen(int row) {
        if (row < 0) return false;
        return List.of(
                        "maker",
                        "maker_lot",
                        "produced",
                        "best_before",
                        "retest",
                        "origin",
                        "tlc",
                        "owner",
                        "weight",
                        "serials",
                        "to")
                .stream()
                .anyMatch(field -> !word(field, row).isEmpty());
    }
}
