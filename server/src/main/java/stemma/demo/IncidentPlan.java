package stemma.demo;

import stemma.identifiers.ItemCode;
import stemma.identifiers.PartnerCode;
import stemma.identifiers.ShipToCode;
import stemma.ledger.RunBasis;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What was really done with the carrots of lot C-7741, by lot and by truck: three pallets received,
 * diced, cooked into the lots A to N, sold. Glass was in the second pallet. Days are counted back
 * from the last day of the story. The tables say what people did; what is affected, the trace says.
 */
final class IncidentPlan {
    static final String CARROTS = "C-7741";
    static final int RECEIVED = Workdays.TODAY - 16;
    static final int PALLETS = 3;
    static final int PALLET_KG = 400;

    /** Every lot gives so many cases to the laboratory. */
    static final int SAMPLE_CASES = 4;

    /**
     * Lot, item, line, day, cases, the pallet its carrots came from (0: none), how the line was.
     */
    private static final String MADE = """
            A | S-102 | 2 | -13 | 1080 | 1 | CLEANING
            B | S-101 | 2 | -13 |  652 | 1 | CLEARANCE
            C | M-201 | 1 | -13 |  960 | 1 | CLEANING
            D | S-103 | 2 | -12 | 1120 | 1 | CLEANING
            E | S-101 | 2 | -12 |  798 | 2 | CLEARANCE
            F | M-202 | 1 | -12 |  820 | 2 | CLEANING
            G | S-102 | 2 | -11 |  692 | 2 | CLEANING
            H | M-201 | 1 | -11 |  640 | 2 | CLEANING
            I | S-102 | 2 | -10 |  510 | 0 | CLEANING
            J | S-104 | 2 | -10 |  420 | 0 | NONE
            K | S-103 | 2 | -10 | 1004 | 3 | CLEANING
            L | M-202 | 1 | -10 |  900 | 3 | CLEANING
            M | S-102 | 2 |  -9 | 1064 | 3 | CLEANING
            N | M-201 | 1 |  -9 |  980 | 3 | CLEANING
            """;

    /** What else the lines made on those days, two runs of each line a day: the cases of each. */
    private static final String OTHERS = """
            -13 | 2700 | 2400 | 2600 | 2460
            -12 | 2700 | 2400 | 2600 | 2460
            -11 | 2700 | 2400 | 2600 | 2460
            -10 | 2700 | 2400 | 2600 | 2460
             -9 | 2700 | 2400 | 2600 | 2420
            """;

    /** Day, customer, ship-to, and the cases of each lot on that truck. */
    private static final String TRUCKS = """
            -12 | BAYLINE   | DC    | A 260
            -12 | NORTHFOLD | DC-2  | A 260
            -11 | BAYLINE   | B-08  | A 260
            -11 | CORNER    | P-1   | A 296
            -11 | NORTHFOLD | DC-1  | B 200
            -10 | BAYLINE   | B-02  | B 200, H 200
            -10 | NORTHFOLD | S-07  | B 248, H 200
            -10 | CORNER    | P-4   | C 220, H 236
             -9 | ISLE      | NORTH | C 220, J 160
             -9 | NORTHFOLD | S-04  | C 220, J 160
             -9 | BAYLINE   | B-03  | C 296, K 240
             -8 | HARVEST   | H-3   | D 260, K 240
             -8 | SUMMIT    | K-03  | D 260, K 280
             -8 | NORTHFOLD | DC-1  | D 260, L 260
             -8 | HARVEST   | H-1   | D 332, L 276
             -7 | NORTHFOLD | S-15  | E 260, N 180
             -7 | BAYLINE   | B-06  | E 260, N 140
             -7 | NORTHFOLD | DC-2  | E 274
             -6 | SUMMIT    | K-05  | F 240
             -6 | NORTHFOLD | S-07  | F 240
             -6 | NORTHFOLD | S-11  | F 248
             -5 | HARVEST   | H-1   | G 220
             -5 | NORTHFOLD | S-18  | G 220
             -5 | BAYLINE   | DC    | G 248
             -4 | CORNER    | P-1   | I 240
             -4 | ISLE      | PIER  | I 266
             -3 | SUMMIT    | K-06  | M 200
             -3 | SUMMIT    | K-01  | N 160
             -2 | CORNER    | P-5   | M 160
             -1 | SUMMIT    | K-01  | M 160
              0 | NORTHFOLD | DC-1  | M 240, N 160, L 160, K 80
            """;

    /** The run whose carrots were not scanned and were written down from paper two days later. */
    static final String UNSCANNED_INPUT = "D";

    /** The lot whose pallet went to the dispatch dock, and on, past the scanner. */
    static final String UNSCANNED_MOVE = "K";

    /** The lot of which a fork-lift spoilt one layer. */
    static final String SPOILT = "D";

    static final int SPOILT_CASES = 4;

    /** The run that left soup in a tote, and the run that took it up and left some again. */
    static final String LEFT_SOUP = "G";

    static final String TOOK_SOUP = "I";

    private static final List<Made> LOTS =
            Sheet.rows(MADE).stream().map(Made::read).toList();
    private static final List<Truck> SENT =
            Sheet.rows(TRUCKS).stream().map(Truck::read).toList();

    private IncidentPlan() {}

    /** A lot that was made, and the pallet its carrots came from (0: from no pallet of these). */
    record Made(String lot, String item, int line, int day, int cases, int pallet, RunBasis basis) {
        private static Made read(List<String> cells) {
            return new Made(
                    cells.get(0),
                    cells.get(1),
                    Integer.parseInt(cells.get(2)),
                    Workdays.TODAY + Integer.parseInt(cells.get(3)),
                    Integer.parseInt(cells.get(4)),
                    Integer.parseInt(cells.get(5)),
                    RunBasis.valueOf(cells.get(6)));
        }
    }

    /** A truck that took cases of these lots, among other goods, to an address. */
    record Truck(int day, Firm.Address to, Map<String, Integer> cases) {
        private static Truck read(List<String> cells) {
            Map<String, Integer> cases = new TreeMap<>();
            for (List<String> pair : Sheet.pairs(cells.get(3))) {
                cases.put(pair.get(0), Integer.valueOf(pair.get(1)));
            }
            Firm.Address to =
                    new Firm.Address(new PartnerCode(cells.get(1)), new ShipToCode(cells.get(2)));
            return new Truck(Workdays.TODAY + Integer.parseInt(cells.get(0)), to, cases);
        }
    }

    static List<Made> lots() {
        return LOTS;
    }

    static List<Truck> trucks(int day) {
        return SENT.stream().filter(truck -> truck.day() == day).toList();
    }

    /** Returns the runs of the incident on a line, in their order. */
    static List<Making> makings(int day, int line) {
        List<Making> all = new ArrayList<>();
        for (Made made : LOTS) {
            if (made.day() != day || made.line() != line) continue;
            all.add(new Making(
                    day,
                    line,
                    all.size(),
                    Finished.of(made.item()),
                    made.cases(),
                    made.basis(),
                    made.lot()));
        }
        return all;
    }

    /**
     * Returns the sizes of the other runs of a line on a day of the incident; empty on other days.
     */
    static List<Integer> otherSizes(int day, int line) {
        return Sheet.rows(OTHERS).stream()
                .filter(row -> Workdays.TODAY + Integer.parseInt(row.get(0)) == day)
                .flatMap(row -> row.subList(line * 2 - 1, line * 2 + 1).stream())
                .map(Integer::valueOf)
                .toList();
    }

    /** Says whether the incident, not the ordinary kitchen, feeds this input to the run. */
    static boolean feeds(Making making, ItemCode input) {
        return input.equals(Prepared.DICE.item())
                && LOTS.stream()
                        .anyMatch(m -> m.lot().equals(making.incidentLot()) && m.pallet() > 0);
    }

    /** Returns the lots made on a day from a pallet, in their order. */
    static List<Made> dicedFor(int day, int pallet) {
        return LOTS.stream()
                .filter(made -> made.day() == day && made.pallet() == pallet)
                .sorted(Comparator.comparing(Made::lot))
                .toList();
    }
}
