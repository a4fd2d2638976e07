package stemma.ledger;

import org.springframework.jdbc.core.simple.JdbcClient;

import stemma.identifiers.HoldCode;
import stemma.identifiers.Portion;
import stemma.ledger.store.DecisionTable;

import java.util.Collection;
import java.util.List;
import java.util.Map;

/** What the entries say that was ever decided of lots, and from when until when it stood. */
public final class Decisions {
    private final DecisionTable table;
    private final History history;

    public Decisions(JdbcClient database, History history) {
        this.table = new DecisionTable(database);
        this.history = history;
    }

    /**
     * Returns the births of these lots, their judgements, passports and the holds that name them,
     * with what corrected any of it, in the order of seq.
     */
    public List<Stood> of(Collection<Portion> lots) {
        return stood(table.decided(lots, List.of()));
    }

    /** Returns when these holds were set and lifted, and what corrected that. */
    public List<Stood> ofHolds(Collection<HoldCode> holds) {
        return stood(table.decided(List.of(), holds));
    }

    private List<Stood> stood(List<Long> seqs) {
        Map<Long, Recorded> corrections = history.corrections(seqs);
        return history.ofSeqs(seqs).stream()
                .map(one -> {
                    Recorded ended = corrections.get(one.seq());
                    return new Stood(one, ended == null ? Stood.STILL : ended.seq());
                })
                .toList();
    }
}
