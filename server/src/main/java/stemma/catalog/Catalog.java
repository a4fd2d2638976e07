package stemma.catalog;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

import stemma.audit.Audit;
import stemma.audit.AuditEntry;
import stemma.audit.TrailQuery;
import stemma.audit.TrailQuery.Refusals;
import stemma.catalog.store.ConversionTable;
import stemma.catalog.store.ItemTable;
import stemma.catalog.store.LocationTable;
import stemma.catalog.store.MasterTable;
import stemma.catalog.store.NumberSeries;
import stemma.catalog.store.Tables;
import stemma.database.AskedTogether;
import stemma.database.AtOnce;
import stemma.identifiers.Gtin;
import stemma.identifiers.ItemCode;
import stemma.identifiers.LocationCode;
import stemma.identifiers.LotNumber;
import stemma.identifiers.OrderCode;
import stemma.identifiers.PartnerCode;
import stemma.identifiers.ResourceCode;
import stemma.identifiers.SiteCode;
import stemma.identifiers.Sscc;
import stemma.journal.Author;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/**
 * The masters of one firm, read and defined set-wise. Every read finds a code in any spelling of
 * its normal form, retired masters included; a batch of a thousand events asks once per kind.
 */
public final class Catalog {
    /** The most changes of a master that one answer holds; the audit trail has all. */
    public static final int HISTORY = TrailQuery.MOST;

    private final JdbcClient jdbc;
    private final Tables tables;
    private final Audit audit;
    private final Amendments amendments;
    private final AskedTogether<ItemCode, Item> items;
    private final AskedTogether<SiteCode, Site> sites;

    public Catalog(
            JdbcClient jdbc, TransactionTemplate transaction, Audit audit, UsedMasters used) {
        this.jdbc = jdbc;
        this.tables = new Tables(jdbc);
        this.items = new AskedTogether<>(codes -> found(tables.items(), codes, Item::key));
        this.sites = new AskedTogether<>(codes -> found(tables.sites(), codes, Site::key));
        this.audit = audit;
        this.amendments = new Amendments(jdbc, transaction, tables, audit, used);
    }

    /** Defines or revises one master; refused without effect when a rule is broken. */
    public AmendmentAnswer define(Master master, Author author, String reason) {
        return amend(Amendment.of(List.of(master), reason), author);
    }

    /** Defines and revises masters, all or none; each change is audited with before and after. */
    public AmendmentAnswer amend(Amendment amendment, Author author) {
        return amendments.amend(amendment, author);
    }

    /** Returns what the amendment would do or why it would be refused; changes nothing. */
    public AmendmentAnswer rehearse(Amendment amendment) {
        return amendments.rehearse(amendment);
    }

    /** Takes a master out of use; it stays readable and can be brought back. */
    public AmendmentAnswer retire(MasterKey key, Author author, String reason) {
        return find(key)
                .map(revised -> define(revised.master().with(Standing.RETIRED), author, reason))
                .orElseGet(() -> new AmendmentAnswer.Refused(List.of(new MasterRefusal(
                        key,
                        "master_unknown",
                        "code",
                        "there is no " + key.kind().word() + " " + key.normal(),
                        "Look for it in the list; its code may be spelled otherwise."))));
    }

    /** Takes every row of a sheet or none. */
    public SheetAnswer take(MasterSheet sheet, Author author, String reason) {
        return answer(sheet, () -> amend(Amendment.of(sheet.masters(), reason), author));
    }

    /** Returns what taking the sheet would do, and changes nothing. */
    public SheetAnswer rehearse(MasterSheet sheet, String reason) {
        return answer(sheet, () -> rehearse(Amendment.of(sheet.masters(), reason)));
    }

    private static SheetAnswer answer(MasterSheet sheet, Supplier<AmendmentAnswer> amending) {
        if (!sheet.errors().isEmpty()) return new SheetAnswer.Refused(sheet.errors());
        return switch (amending.get()) {
            case AmendmentAnswer.Amended amended -> new SheetAnswer.Taken(amended.changes());
            case AmendmentAnswer.Refused refused ->
                new SheetAnswer.Refused(refused.refusals().stream()
                        .map(refusal -> new SheetError(
                                sheet.lines().getOrDefault(refusal.key(), 1),
                                SheetColumns.headerOf(refusal.field()),
                                refusal.key().normal(),
                                refusal.code(),
                                refusal.sentence()))
                        .toList());
        };
    }

    /** Returns the changes of the master, the latest first, {@link #HISTORY} at most. */
    public List<MasterRevision> history(MasterKey key) {
        TrailQuery query =
                TrailQuery.all().of(key.toString()).refusals(Refusals.WITHOUT).limit(HISTORY);
        return audit.trail(query).entries().stream()
                .flatMap(entry -> MasterRevision.of(entry).stream())
                .toList();
    }

    /** Returns every change of each of the masters, the latest first. */
    public Map<MasterKey, List<MasterRevision>> histories(Collection<MasterKey> keys) {
        Map<String, List<AuditEntry>> changes =
                audit.changes(keys.stream().map(MasterKey::toString).toList()).stream()
                        .collect(Collectors.groupingBy(AuditEntry::subject));
        Map<MasterKey, List<MasterRevision>> histories = new HashMap<>();
        for (MasterKey key : keys) {
            List<AuditEntry> of = changes.getOrDefault(key.toString(), List.of());
            histories.put(
                    key,
                    of.stream()
                            .flatMap(entry -> MasterRevision.of(entry).stream())
                            .toList());
        }
        return histories;
    }

    /** Returns the master of this key with its revision, retired or not. */
    public Optional<Revised<? extends Master>> find(MasterKey key) {
        return Optional.ofNullable(tables.find(List.of(key)).get(key));
    }

    /** Returns those of the items that exist, by the codes as asked. */
    public Map<ItemCode, Item> items(Collection<ItemCode> codes) {
        return items.of(codes);
    }

    /** Returns those of the sites that exist, by the codes as asked. */
    public Map<SiteCode, Site> sites(Collection<SiteCode> codes) {
        return sites.of(codes);
    }

    /** Returns the site of a firm that has a single one. */
    public Optional<Site> onlySite() {
        List<? extends Revised<? extends Master>> sites =
                page(MasterKind.SITE, MasterQuery.ALL).rows();
        return sites.size() == 1 && sites.getFirst().master() instanceof Site site
                ? Optional.of(site)
                : Optional.empty();
    }

    /** Returns those of the partners that exist, by the codes as asked. */
    public Map<PartnerCode, Partner> partners(Collection<PartnerCode> codes) {
        return found(tables.partners(), codes, Partner::key);
    }

    /** Returns those of the resources that exist, by the codes as asked. */
    public Map<ResourceCode, Resource> resources(Collection<ResourceCode> codes) {
        return found(tables.resources(), codes, Resource::key);
    }

    /** Returns the items that bear one of the GTINs. */
    public List<Item> bearers(Collection<Gtin> gtins) {
        return ItemTable.bearers(jdbc, gtins);
    }

    /** Returns the locations of that code, one of each site that has it. */
    public List<Location> locations(LocationCode code) {
        return LocationTable.named(jdbc, code);
    }

    /** Returns those of the masters that exist, of any kinds: one query per kind asked for. */
    public Masters masters(Collection<MasterKey> keys) {
        Map<MasterKey, Master> found = new HashMap<>();
        tables.find(keys).forEach((key, revised) -> found.put(key, revised.master()));
        return new Masters(found);
    }

    /** Asks for the same together with other questions. */
    public Supplier<Map<MasterKey, Master>> ask(AtOnce message, Collection<MasterKey> keys) {
        return tables.ask(message, keys);
    }

    /** Returns all revisions of the recipe of an item, retired or not. */
    public List<Recipe> recipes(ItemCode item) {
        MasterQuery next = new MasterQuery(
                item.code(),
                Set.of(Standing.values()),
                "normal",
                MasterQuery.Direction.UP,
                0,
                MasterQuery.MAX_LIMIT);
        List<Recipe> all = new ArrayList<>();
        List<? extends Revised<? extends Master>> rows;
        do {
            rows = page(MasterKind.RECIPE, next).rows();
            for (Revised<? extends Master> row : rows)
                if (row.master() instanceof Recipe one
                        && Item.key(one.item()).equals(Item.key(item))) all.add(one);
            next = next.from(next.offset() + rows.size());
        } while (rows.size() == MasterQuery.MAX_LIMIT);
        return all;
    }

    /** Returns the conversions in use that hold for these items. */
    public Conversions conversions(Collection<ItemCode> items) {
        return new Conversions(ConversionTable.inUse(
                jdbc, items.stream().map(item -> Item.key(item).normal()).toList()));
    }

    /** Returns one page of the masters of a kind. */
    public MasterPage<? extends Master> page(MasterKind kind, MasterQuery query) {
        return tables.of(kind).page(query);
    }

    /** Returns the name by which a list is sorted by the column, empty where it cannot be. */
    public String sortOf(MasterKind kind, String column) {
        String sort = column.equals("revision") ? "recipe_revision" : column;
        return tables.of(kind).sorts().contains(sort) ? sort : "";
    }

    /**
     * Takes the next lot numbers of an item by its rule, for goods of that day; none where it has
     * no rule. A number is given once, and may stay unused.
     */
    public List<LotNumber> takeNumbers(Item item, LocalDate day, int count) {
        NumberRule rule = item.policy().numbering();
        if (rule == null || count < 1) return List.of();
        long first = NumberSeries.take(jdbc, rule.series(item.code(), day), count);
        return LongStream.range(first, first + count)
                .mapToObj(number -> rule.at(item.code(), day, number))
                .toList();
    }

    /**
     * Takes the next SSCCs by the prefix of a site, fewer where all are taken. A number is given
     * once, and may stay unused.
     */
    public List<Sscc> takeSsccs(SsccPrefix prefix, int count) {
        if (count < 1) return List.of();
        long first = NumberSeries.take(jdbc, prefix.series(), count);
        return LongStream.range(first, first + count)
                .filter(prefix::reaches)
                .mapToObj(prefix::at)
                .toList();
    }

    /**
     * Takes the next number of a series that counts documents of our own, such as the certificates
     * of a site. What is refused in the same transaction gives its number back.
     */
    public long takeNumber(String series) {
        return NumberSeries.take(jdbc, LotNumber.normal(series), 1);
    }

    /** Returns those of the purchase orders that exist, by the codes as asked. */
    public Map<OrderCode, PurchaseOrder> purchaseOrders(Collection<OrderCode> codes) {
        return found(tables.purchaseOrders(), codes, PurchaseOrder::key);
    }

    /** Returns those of the work orders that exist, by the codes as asked. */
    public Map<OrderCode, WorkOrder> workOrders(Collection<OrderCode> codes) {
        return found(tables.workOrders(), codes, WorkOrder::key);
    }

    /** Returns those of the sales orders that exist, by the codes as asked. */
    public Map<OrderCode, SalesOrder> salesOrders(Collection<OrderCode> codes) {
        return found(tables.salesOrders(), codes, SalesOrder::key);
    }

    private static <C, M extends Master> Map<C, M> found(
            MasterTable<M> table, Collection<C> codes, Function<C, MasterKey> key) {
        Map<MasterKey, M> byKey = new HashMap<>();
        table.find(codes.stream().map(code -> key.apply(code).normal()).toList())
                .forEach(revised -> byKey.put(revised.master().key(), revised.master()));
        Map<C, M> found = new HashMap<>();
        for (C code : codes) {
            M master = byKey.get(key.apply(code));
            if (master != null) found.put(code, master);
        }
        return found;
    }
}
