package stemma.certificates;

import stemma.quantity.Quantity;

import java.util.List;

/** A lot or heat of which more came in than the papers that stand certify, all together. */
public record Excess(
        Claim claim, List<KeptCertificate> papers, Quantity certified, Quantity received) {
    public Excess {
        papers = List.copyOf(papers);
    }

    /** Returns how much no paper covers. */
    public Quantity uncovered() {
        return received.minus(certified);
    }
}
