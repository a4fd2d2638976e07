package stemma.quality.web;

import stemma.lots.Lots;
import stemma.quality.BlockedLine;
import stemma.quality.BlockedStock;
import stemma.quality.InspectionCard;
import stemma.quality.Verdict;
import stemma.warehouse.StockLine;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What a person sees before deciding: what stands where and why it is stopped, its inspections that
 * wait, what stands against using it, and the number that a part would get.
 */
public record DispositionForm(
        BlockedLine line, List<InspectionCard> waiting, List<InspectionCard> against, String part) {
    /** How a word of the form is told apart from the others, and what people call it. */
    public record Choice(String word, String words, String means) {}

    private static final List<Choice> WAYS = List.of(
            new Choice("use_as_is", "Use as is", "restricted: used here, not shipped"),
            new Choice("rework", "Rework", "restricted: used here, in a run of rework"),
            new Choice("regrade", "Regrade", "becomes another item or grade"),
            new Choice("give_back", "Return to supplier", "goes back now"),
            new Choice("destroy", "Destroy", "with method, witness and document"));

    static DispositionForm of(BlockedLine line, List<InspectionCard> cards, Lots lots) {
        return new DispositionForm(
                line,
                cards.stream().filter(InspectionCard::waits).toList(),
                cards.stream()
                        .filter(card ->
                                card.inspection().state() != stemma.quality.Inspection.State.VOID)
                        .filter(card -> card.verdict().conclusion() != Verdict.Conclusion.PASSES)
                        .toList(),
                part(line.stock(), lots));
    }

    /** Returns the first number that no lot has yet: its own, a hyphen and a letter. */
    private static String part(StockLine line, Lots lots) {
        String stem = line.lot().number() + "-";
        Set<String> taken = new HashSet<>();
        lots.beginningWith(stem, 1_000).forEach(lot -> taken.add(lot.number().normal()));
        for (char letter = 'A'; letter <= 'Z'; letter++)
            if (!taken.contains(stemma.identifiers.LotNumber.normal(stem + letter)))
                return stem + letter;
        return "";
    }

    /** Returns what may become of it: a retained sample is destroyed, or stays. */
    public List<Choice> ways() {
        return isRetained() ? List.of(WAYS.getLast()) : WAYS;
    }

    public boolean isRetained() {
        return line.stock().lot().lot().isRetained();
    }

    public boolean isSerial() {
        return line.stock().lot().lot().isSerial();
    }

    /** Returns the place from which it is taken, as the form sends it back. */
    public String place() {
        return BlockedStock.place(line.stock()).text();
    }

    public String lot() {
        return line.stock().lot().lot().span().toString();
    }
}
