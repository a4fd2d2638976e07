package stemma.warehouse;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;

import stemma.catalog.Catalog;
import stemma.catalog.Item;
import stemma.catalog.Site;
import stemma.identifiers.ItemCode;
import stemma.identifiers.LotId;
import stemma.identifiers.SiteCode;
import stemma.journal.WorldClock;
import stemma.ledger.PassportDate;
import stemma.ledger.Place;
import stemma.ledger.Status;
import stemma.lots.Lot;
import stemma.lots.Lots;
import stemma.stock.HoldsOnLots;
import stemma.stock.LotNow;
import stemma.stock.Standing;
import stemma.stock.Stock;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads all stock of ours as it stands now; the queries are a fixed few. */
final class Shelves {
    /** How many days before its expiry stock asks for attention, where nothing else is said. */
    static final int ALERT_DAYS = 30;

    private final Catalog catalog;
    private final Lots lots;
    private final Stock stock;
    private final WorldClock clock;

    Shelves(Catalog catalog, Lots lots, Stock stock, WorldClock clock) {
        this.catalog = catalog;
        this.lots = lots;
        this.stock = stock;
        this.clock = clock;
    }

    List<StockLine> all() {
        return lines(stock.standing());
    }

    List<StockLine> lines(List<Standing> standing) {
        Set<Lot> found = new LinkedHashSet<>();
        Set<SiteCode> sites = new HashSet<>();
        Set<ItemCode> codes = new HashSet<>();
        for (Standing one : standing) {
            found.add(one.lot());
            codes.add(one.lot().item());
            sites.add(site(one));
        }
        Map<ItemCode, Item> items = catalog.items(codes);
        Map<LotId, Status> statuses = lots.statuses(found);
        HoldsOnLots holds = stock.holdsOn(found);
        Map<SiteCode, LocalDate> today = today(sites);
        List<StockLine> lines = new ArrayList<>();
        for (Standing one : standing) {
            Lot lot = one.lot();
            Item item = items.get(lot.item());
            LocalDate day = requireNonNull(today.get(site(one)));
            PassportDate expiry = lot.passport().expiry();
            lines.add(new StockLine(
                    new LotNow(
                            lot,
                            item == null ? lot.item().code() : item.name(),
                            requireNonNull(statuses.get(lot.id())),
                            holds.on(lot),
                            expiry != null && expiry.lastDay().isBefore(day)),
                    one.stands(),
                    one.container(),
                    one.quantity(),
                    one.catchWeight(),
                    day,
                    alertDays(item),
                    retestAlertDays(item)));
        }
        return lines;
    }

    /** As the item says; else a third of a short shelf life, or a month. */
    private static int alertDays(@Nullable Item item) {
        Integer said = item == null ? null : item.policy().expiryAlertDays();
        if (said != null) return said;
        Integer life = item == null ? null : item.policy().shelfLifeDays();
        return life == null ? ALERT_DAYS : Math.min(ALERT_DAYS, Math.max(1, life / 3));
    }

    /** As the item says, else as for its expiry. */
    private static int retestAlertDays(@Nullable Item item) {
        Integer said = item == null ? null : item.policy().retestAlertDays();
        return said == null ? alertDays(item) : said;
    }

    private static SiteCode site(Standing standing) {
        return standing.stands() instanceof Place.At(var site, var _)
                ? site
                : standing.lot().site();
    }

    private Map<SiteCode, LocalDate> today(Set<SiteCode> codes) {
        Instant now = clock.now();
        Map<SiteCode, Site> sites = catalog.sites(codes);
        Map<SiteCode, LocalDate> today = new HashMap<>();
        for (SiteCode code : codes) {
            Site site = sites.get(code);
            today.put(
                    code,
                    now.atZone(site == null ? ZoneOffset.UTC : site.zone()).toLocalDate());
        }
        return today;
    }
}
