package stemma.production;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;

import stemma.catalog.Catalog;
import stemma.catalog.Conversions;
import stemma.documents.DocumentKey;
import stemma.documents.DocumentKind;
import stemma.documents.DocumentPage;
import stemma.documents.DocumentQuery;
import stemma.documents.DocumentRow;
import stemma.documents.Documents;
import stemma.genealogy.Genealogy;
import stemma.identifiers.ItemCode;
import stemma.identifiers.LotNumber;
import stemma.identifiers.OrderCode;
import stemma.identifiers.RunId;
import stemma.identifiers.SiteCode;
import stemma.ledger.Entered;
import stemma.ledger.Event;
import stemma.ledger.Place;
import stemma.ledger.ResourceUse;
import stemma.ledger.Run;
import stemma.ledger.RunBasis;
import stemma.ledger.RunKind;
import stemma.shell.Problem;
import stemma.shell.Refused;
import stemma.stock.Handled;
import stemma.stock.Handlings;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/** The entry to production. However many runs are read, the queries are a fixed few. */
public final class Production {
    private static final Set<DocumentKind> RUNS = EnumSet.of(DocumentKind.RUN);

    private final Catalog catalog;
    private final Genealogy genealogy;
    private final Handlings handlings;
    private final Documents documents;

    public Production(
            Documents documents, Catalog catalog, Genealogy genealogy, Handlings handlings) {
        this.documents = documents;
        this.catalog = catalog;
        this.genealogy = genealogy;
        this.handlings = handlings;
    }

    /** Returns a page of the runs that stand, the newest first. */
    public DocumentPage<RunCard> runs(DocumentQuery query) {
        DocumentPage<DocumentKey> page = documents.page(RUNS, query);
        Map<DocumentKey, RunCard> told = told(documents.standing(page.rows()));
        return new DocumentPage<>(
                page.rows().stream().map(key -> requireNonNull(told.get(key))).toList(),
                page.total(),
                page.next());
    }

    /**
     * Returns the runs that bear the code, in any spelling; refused with {@code run_unknown} where
     * none does.
     */
    public List<RunCard> run(String code) {
        List<RunCard> found = told(documents.ofCode(RUNS, code)).values().stream()
                .map(run -> run.carrying(genealogy.carriedInto(run.id())))
                .toList();
        if (found.isEmpty()) throw unknown("run_unknown", "run", code);
        return found;
    }

    /** Returns the runs for an order, none where no event names it. */
    public List<RunCard> runsOfOrder(OrderCode code) {
        String normal = LotNumber.normal(code.code());
        return told(documents.ofOrder(RUNS, code)).values().stream()
                .filter(run -> run.orders().stream()
                        .anyMatch(o -> LotNumber.normal(o.code()).equals(normal)))
                .toList();
    }

    private Map<DocumentKey, RunCard> told(Collection<DocumentRow> rows) {
        Handlings.Read read = handlings.read(rows.stream().map(DocumentRow::seq).toList());
        Map<DocumentKey, List<Entered>> byKey = new LinkedHashMap<>();
        for (DocumentRow row : rows) {
            byKey.computeIfAbsent(row.key(), _ -> new ArrayList<>()).add(read.entry(row.seq()));
        }
        Set<ItemCode> items = new TreeSet<>();
        read.lines()
                .values()
                .forEach(lines ->
                        lines.forEach(line -> items.add(line.lot().lot().item())));
        Conversions conversions = catalog.conversions(items);
        Map<DocumentKey, RunCard> told = new LinkedHashMap<>();
        byKey.forEach((key, entries) -> {
            if (entries.stream().anyMatch(entry -> run(entry) != null))
                told.put(key, card(new RunId(key.apart()), entries, read, conversions));
        });
        return told;
    }

    private static RunCard card(
            RunId id, List<Entered> entries, Handlings.Read read, Conversions conversions) {
        List<Entered> telling = Entered.telling(
                entries.stream().filter(entry -> run(entry) != null).toList());
        List<Run> said = telling.stream().map(e -> requireNonNull(run(e))).toList();
        List<Handled> inputs = new ArrayList<>();
        List<Handled> returned = new ArrayList<>();
        List<Handled> outputs = new ArrayList<>();
        List<Handled> losses = new ArrayList<>();
        Place inRun = new Place.InRun(id);
        for (Handled line : read.lines(entries)) {
            if (line.movement().to().equals(inRun)) inputs.add(line);
            else if (!line.movement().from().equals(inRun)) continue;
            else if (line.recorded().effect() instanceof Event.Produced) outputs.add(line);
            else if (line.movement().to() instanceof Place.Beyond) losses.add(line);
            else returned.add(line);
        }
        Set<ResourceUse> resources = new LinkedHashSet<>();
        telling.forEach(e -> resources.addAll(e.effect().circumstances().resources()));
        return new RunCard(
                id,
                all(said, Run::order),
                all(said, Run::line).stream().findFirst().map(Object::toString).orElse(""),
                said.stream()
                        .map(Run::kind)
                        .filter(kind -> kind != RunKind.PRODUCTION)
                        .findFirst()
                        .orElse(RunKind.PRODUCTION),
                said.stream()
                        .map(Run::basis)
                        .filter(basis -> basis != RunBasis.NONE)
                        .findFirst()
                        .orElse(RunBasis.NONE),
                all(said, Run::after).stream().findFirst().orElse(null),
                new SiteCode(telling.getFirst().effect().circumstances().site().code()),
                Entered.began(telling),
                inputs,
                returned,
                outputs,
                losses,
                List.copyOf(resources),
                MassBalance.of(
                        new MassBalance.Moved(inputs, returned, outputs, losses), conversions),
                List.of(),
                entries);
    }

    private static <T extends Comparable<T>> List<T> all(
            List<Run> said, Function<Run, @Nullable T> fact) {
        Set<T> all = new TreeSet<>();
        for (Run run : said) {
            T stated = fact.apply(run);
            if (stated != null) all.add(stated);
        }
        return List.copyOf(all);
    }

    private static @Nullable Run run(Entered entry) {
        return entry.effect() instanceof Event.OfRun e ? e.run() : null;
    }

    private static Refused unknown(String problem, String what, String code) {
        return new Refused(Problem.of(problem, 404, "There is no " + what + " " + code + ".")
                .notRecording("")
                .advising("Type the number into the box above: it also finds what looks like it.")
                .with("code", code));
    }
}
