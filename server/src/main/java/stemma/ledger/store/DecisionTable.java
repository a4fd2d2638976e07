package stemma.ledger.store;

import org.springframework.jdbc.core.simple.JdbcClient;

import stemma.identifiers.HoldCode;
import stemma.identifiers.LotNumber;
import stemma.identifiers.Portion;

import java.util.Collection;
import java.util.List;

/** Finds the numbers of the entries that decide of lots, and of those that correct them. */
public final class DecisionTable {
    private final JdbcClient database;

    public DecisionTable(JdbcClient database) {
        this.database = database;
    }

    /** What corrects a decision is found by what it names, whatever it touches itself. */
    public List<Long> decided(Collection<Portion> lots, Collection<HoldCode> holds) {
        String[] births =
                lots.stream().map(lot -> lot.first().birth().toString()).toArray(String[]::new);
        return database.sql("""
                with recursive told (seq) as ((
                    select t.seq
                    from unnest(?::uuid[], ?::int[], ?::int[]) as a (birth, first, last)
                    join ledger.touch t on t.birth = a.birth
                        and t.first_ordinal <= a.last and t.last_ordinal >= a.first
                    join ledger.event e on e.seq = t.seq
                    where e.kind in ('judged', 'held', 'passport_changed', 'corrected')
                    union
                    select e.seq from ledger.event e where e.id = any(?::uuid[])
                    union
                    select d.seq from unnest(?::text[]) as a (code)
                    join ledger.document d on d.code = a.code
                    join ledger.event e on e.seq = d.seq
                    where e.kind in ('held', 'hold_lifted', 'corrected'))
                  union
                    select c.by_seq from told join ledger.correction c
                        on c.corrected_seq = told.seq)
                select seq from told order by seq
                """)
                .param(births)
                .param(lots.stream().map(lot -> lot.first().ordinal()).toArray(Integer[]::new))
                .param(lots.stream().map(Portion::last).toArray(Integer[]::new))
                .param(births)
                .param(holds.stream()
                        .map(hold -> LotNumber.normal(hold.code()))
                        .toArray(String[]::new))
                .query((row, _) -> row.getLong(1))
                .list();
    }
}
