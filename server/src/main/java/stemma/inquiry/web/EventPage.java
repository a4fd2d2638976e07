package stemma.inquiry.web;

import stemma.identifiers.PartnerCode;
import stemma.inquiry.EventCard;
import stemma.inquiry.LotLine;
import stemma.journal.EntryProof;
import stemma.lots.Judgement;
import stemma.shell.Badge;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** An entry of the record on its page, with the form that corrects it. */
public record EventPage(EventCard card, String id, Optional<EntryProof> proof) {
    /** The reasons that may be chosen; the text says the rest. */
    public static final List<String> REASONS =
            List.of("mistyped", "wrong_lot", "counted_again", "recorded_twice", "entered_late");

    /** How many rows of a kind the page shows; it says how many there are. */
    public static final int SHOWN = 50;

    public List<LotLine> lots() {
        return card.lots().subList(0, Math.min(SHOWN, card.lots().size()));
    }

    /** Returns how many judgements of each status rest on the entry. */
    public Map<Badge, Long> judgements() {
        Map<Badge, Long> counts = new TreeMap<>();
        for (Judgement judgement : card.impact().judgements())
            counts.merge(Words.badge(judgement.status()), 1L, Long::sum);
        return counts;
    }

    public String partner(PartnerCode code) {
        return card.names().partner(code);
    }
}
