package stemma.scanning;

import stemma.catalog.Catalog;
import stemma.intake.Sight;
import stemma.journal.WorldClock;
import stemma.ledger.History;
import stemma.lots.Lots;
import stemma.stock.Handlings;
import stemma.stock.Stock;

/** Says what a scanned text means in this record, by a fixed number of queries. */
public final class Scanning {
    private final Catalog catalog;
    private final Lots lots;
    private final Stock stock;
    private final Handlings handlings;
    private final History history;
    private final WorldClock clock;

    public Scanning(
            Catalog catalog,
            Lots lots,
            Stock stock,
            Handlings handlings,
            History history,
            WorldClock clock) {
        this.catalog = catalog;
        this.lots = lots;
        this.stock = stock;
        this.handlings = handlings;
        this.history = history;
        this.clock = clock;
    }

    /** Returns what the text means; never throws for what a scanner may send. */
    public ScanAnswer read(ScanQuestion question) {
        return read(question, Sight.WHOLE);
    }

    /** Returns what the text means to who sees so much: what is of other sites is not here. */
    public ScanAnswer read(ScanQuestion question, Sight sight) {
        Goods goods = new Goods(catalog, lots, stock, handlings, sight);
        Spots spots = new Spots(catalog, sight);
        return new Reading(
                        goods,
                        new MarkReading(goods, spots, clock),
                        new PlainReading(goods, spots, history, catalog, sight),
                        new OwnReading(goods, spots),
                        new HibcMeaning(goods))
                .read(question);
    }
}
