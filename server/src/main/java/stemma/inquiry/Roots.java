package stemma.inquiry;

import org.springframework.jdbc.core.simple.JdbcClient;

import stemma.catalog.Catalog;
import stemma.catalog.Location;
import stemma.catalog.Masters;
import stemma.catalog.Resource;
import stemma.documents.DocumentKind;
import stemma.documents.DocumentRow;
import stemma.documents.Documents;
import stemma.genealogy.Uses;
import stemma.identifiers.ItemCode;
import stemma.identifiers.LocationCode;
import stemma.identifiers.LotId;
import stemma.identifiers.LotNumber;
import stemma.identifiers.MalformedIdentifier;
import stemma.identifiers.OrderCode;
import stemma.identifiers.PartnerCode;
import stemma.identifiers.Portion;
import stemma.identifiers.ResourceCode;
import stemma.identifiers.RunId;
import stemma.identifiers.SiteCode;
import stemma.ledger.Event;
import stemma.ledger.Ledger;
import stemma.ledger.Place;
import stemma.ledger.Recorded;
import stemma.lots.Lot;
import stemma.lots.Lots;
import stemma.lots.SerialUnit;
import stemma.shell.Problem;
import stemma.shell.Refused;
import stemma.stock.Presence;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * Says which lots and units a root of a question means, as the record stands now. What bears a
 * document is read from the events that stand under it, so that a corrected receipt means what came
 * in truth.
 */
public final class Roots {
    private static final EnumSet<DocumentKind> EVERY = EnumSet.allOf(DocumentKind.class);
    private final Catalog catalog;
    private final Lots lots;
    private final Ledger ledger;
    private final Documents documents;
    private final Presence presence;
    private final Uses uses;
    private final Function<String, List<Portion>> certificates;

    private Roots(
            Catalog catalog,
            Lots lots,
            Ledger ledger,
            Documents documents,
            Presence presence,
            Uses uses,
            Function<String, List<Portion>> certificates) {
        this.catalog = catalog;
        this.lots = lots;
        this.ledger = ledger;
        this.documents = documents;
        this.presence = presence;
        this.uses = uses;
        this.certificates = certificates;
    }

    /** Returns the roots over a database, the rooms of truth, and what rests on papers. */
    public static Roots over(
            JdbcClient database,
            Catalog catalog,
            Lots lots,
            Ledger ledger,
            Documents documents,
            Function<String, List<Portion>> certificates) {
        return new Roots(
                catalog,
                lots,
                ledger,
                documents,
                new Presence(database, lots, ledger),
                new Uses(database, lots),
                certificates);
    }

    /** Returns what each root means; refuses with {@code roots_empty} one that means nothing. */
    List<NamedRoot> named(List<RootText> asked) {
        List<NamedRoot> named = new ArrayList<>();
        for (RootText root : asked) {
            NamedRoot meant = meant(root);
            if (meant.portions().isEmpty()) throw empty(root.text());
            named.add(meant);
        }
        return named;
    }

    private NamedRoot meant(RootText root) {
        try {
            if (root.kind() == null) return byNumber(root);
            return new NamedRoot(root, words(root), portions(root.kind(), root));
        } catch (MalformedIdentifier notACode) {
            throw empty(root.text());
        }
    }

    private static String words(RootText root) {
        String time = root.window().text().isEmpty() ? "" : ", " + root.window().text();
        return Objects.requireNonNull(root.kind()).words() + " " + root.code() + time;
    }

    /** Returns the refusal of what means no lot. */
    public static Refused empty(String root) {
        return new Refused(Problem.of("roots_empty", 404, "No lot is meant by \"" + root + "\".")
                .notRecording("")
                .advising("Check the code and the time; the box above finds what looks like it.")
                .with("root", root));
    }

    /** A number is of a lot, of a supplier for a lot, of a unit; only else of a document. */
    private NamedRoot byNumber(RootText root) {
        TreeSet<Portion> found = new TreeSet<>();
        List<String> kinds = new ArrayList<>();
        List<RootKind> tried = LotId.looksLike(first(root.code()))
                ? List.of(RootKind.ID)
                : List.of(RootKind.LOT, RootKind.SUPPLIERS_LOT, RootKind.SERIAL);
        collect(tried, root, found, kinds);
        if (found.isEmpty())
            collect(
                    List.of(
                            RootKind.RECEIPT,
                            RootKind.RUN,
                            RootKind.ORDER,
                            RootKind.SHIPMENT,
                            RootKind.CERTIFICATE),
                    root,
                    found,
                    kinds);
        return new NamedRoot(
                root, String.join(", ", kinds) + " " + root.code(), List.copyOf(found));
    }

    private void collect(
            List<RootKind> kinds, RootText root, Collection<Portion> found, List<String> words) {
        for (RootKind kind : kinds) {
            List<Portion> some = portions(kind, root);
            if (!some.isEmpty()) words.add(kind.words());
            found.addAll(some);
        }
    }

    private static String first(String code) {
        int dots = code.indexOf("..");
        return dots < 0 ? code : code.substring(0, dots);
    }

    private List<Portion> portions(RootKind kind, RootText root) {
        String code = root.code();
        return switch (kind) {
            case LOT -> family(code);
            case ID -> one(Portion.of(code));
            case SUPPLIERS_LOT -> spans(lots.byExternal(code));
            case SERIAL -> serial(root);
            case RECEIPT -> born(standing(EnumSet.of(DocumentKind.RECEIPT), code));
            case RUN -> born(standing(EnumSet.of(DocumentKind.RUN), code));
            case SHIPMENT -> sent(standing(EnumSet.of(DocumentKind.SHIPMENT), code));
            case ORDER -> ofOrder(new OrderCode(code));
            case CERTIFICATE -> certificates.apply(code);
            case SUPPLIER -> fromSupplier(new PartnerCode(code), root.window());
            case CUSTOMER -> toCustomer(new PartnerCode(code), root.window());
            case LOCATION -> at(code, root.window());
            case RESOURCE -> touched(new ResourceCode(code), root.window());
        };
    }

    private List<Portion> family(String code) {
        int of = code.lastIndexOf(" of ");
        List<Lot> whole = lots.family(null, new LotNumber(code));
        return spans(
                whole.isEmpty() && of > 0
                        ? lots.family(
                                new ItemCode(
                                        code.substring(of + " of ".length()).strip()),
                                new LotNumber(code.substring(0, of).strip()))
                        : whole);
    }

    private static List<Portion> spans(List<Lot> found) {
        return found.stream().map(Lot::span).toList();
    }

    private List<Portion> one(Portion asked) {
        return lots.lot(asked.first())
                .map(lot -> lot.isSerial() ? lot.span().common(asked) : lot.span())
                .map(List::of)
                .orElse(List.of());
    }

    private List<Portion> serial(RootText root) {
        List<Portion> units = units(root.code());
        int dots = root.code().indexOf("..");
        if (!units.isEmpty() || dots < 1) return units;
        List<SerialUnit> from = lots.bySerial(root.code().substring(0, dots).strip());
        List<SerialUnit> to = lots.bySerial(root.code().substring(dots + 2).strip());
        List<Portion> ranges = new ArrayList<>();
        for (SerialUnit first : from) {
            for (SerialUnit last : to) {
                int count = last.unit().ordinal() - first.unit().ordinal() + 1;
                if (first.block().id().equals(last.block().id()) && count > 0)
                    ranges.add(new Portion(first.unit(), count));
            }
        }
        if (ranges.isEmpty() && !from.isEmpty() && !to.isEmpty()) throw notOneBlock(root);
        return ranges;
    }

    /** What lies between two serials is known within one block only: numbers may be random. */
    private static Refused notOneBlock(RootText root) {
        return new Refused(Problem.of(
                        "root_invalid",
                        422,
                        "The serials of \"" + root.text()
                                + "\" are not of one block, in this order.")
                .notRecording("")
                .advising("Name a range within one block, or each serial on a line of its own.")
                .with("root", root.text()));
    }

    private List<Portion> units(String serial) {
        return lots.bySerial(serial).stream()
                .map(unit -> Portion.of(unit.unit()))
                .toList();
    }

    private List<Event> standing(EnumSet<DocumentKind> kinds, String code) {
        return effects(documents.ofCode(kinds, code));
    }

    private List<Event> effects(List<DocumentRow> rows) {
        return events(rows.stream()
                .filter(row -> !row.isEnded())
                .map(DocumentRow::seq)
                .distinct()
                .toList());
    }

    private List<Event> events(List<Long> seqs) {
        List<Event> effects = new ArrayList<>();
        for (Recorded recorded : ledger.events(seqs)) {
            if (recorded.effect() != null) effects.add(recorded.effect());
        }
        return effects;
    }

    private List<Portion> born(List<Event> events) {
        return living(
                events.stream().flatMap(e -> DocumentLots.born(e).stream()).toList());
    }

    private List<Portion> sent(List<Event> events) {
        return living(
                events.stream().flatMap(e -> DocumentLots.sent(e).stream()).toList());
    }

    /** A correction of a birth leaves the lot its first name. */
    private List<Portion> living(Collection<Portion> some) {
        Map<LotId, Lot> known = lots.lots(some.stream().map(Portion::first).toList());
        return some.stream()
                .filter(p -> known.containsKey(p.first()))
                .distinct()
                .toList();
    }

    /** A run is for an order as a whole where any entry that stands says so. */
    private List<Portion> ofOrder(OrderCode order) {
        List<Event> events = effects(documents.ofOrder(EVERY, order));
        Set<RunId> runs = new HashSet<>();
        for (Event event : events)
            if (event instanceof Event.OfRun e && DocumentLots.isFor(event, order))
                runs.add(e.run().id());
        List<Event> under = events.stream()
                .filter(event -> DocumentLots.isFor(event, order)
                        || event instanceof Event.OfRun e
                                && runs.contains(e.run().id()))
                .toList();
        TreeSet<Portion> all = new TreeSet<>(born(under));
        all.addAll(sent(under));
        return List.copyOf(all);
    }

    private static List<Event> within(List<Event> events, RootWindow window) {
        return events.stream()
                .filter(e -> !e.circumstances().occurredAt().to().isBefore(window.from())
                        && !e.circumstances().occurredAt().from().isAfter(window.until()))
                .toList();
    }

    private List<Portion> fromSupplier(PartnerCode supplier, RootWindow window) {
        List<Event> came = within(
                events(documents.withPartner(DocumentKind.RECEIPT, supplier, window.until())),
                window);
        TreeSet<Portion> all = new TreeSet<>(born(came));
        within(events(documents.openings()), window)
                .forEach(opened -> all.addAll(living(DocumentLots.soldBy(opened, supplier))));
        return List.copyOf(all);
    }

    /** What left for a customer in the time, or came to it then, though it left before. */
    private List<Portion> toCustomer(PartnerCode customer, RootWindow window) {
        List<Event> went = within(
                events(documents.withPartner(DocumentKind.SHIPMENT, customer, window.until())),
                window);
        TreeSet<Portion> all = new TreeSet<>(sent(went));
        List<String> arrived = new ArrayList<>();
        for (Event event : went)
            if (event instanceof Event.Delivered e)
                arrived.add(LotNumber.normal(e.shipment().code()));
        List<Event> sent = effects(documents.ofCodes(EnumSet.of(DocumentKind.SHIPMENT), arrived));
        all.addAll(sent(sent.stream()
                .filter(e -> e instanceof Event.Shipped s
                        && DocumentLots.isSame(s.consignee(), customer))
                .toList()));
        within(events(documents.openings()), window)
                .forEach(opened -> all.addAll(living(DocumentLots.bornAt(opened, customer))));
        return List.copyOf(all);
    }

    /** Returns what stood at {@code SITE/LOCATION}. */
    private List<Portion> at(String code, RootWindow window) {
        int slash = code.indexOf('/');
        if (slash < 1) {
            throw new Refused(
                    Problem.of("root_invalid", 422, "\"" + code + "\" does not say at which site.")
                            .notRecording("")
                            .advising("Write a location as SITE/LOCATION.")
                            .with("root", code));
        }
        SiteCode site = new SiteCode(code.substring(0, slash).strip());
        LocationCode location = new LocationCode(code.substring(slash + 1).strip());
        Masters masters = catalog.masters(List.of(Location.key(site, location)));
        return masters.location(site, location)
                .map(known -> presence.at(
                        new Place.At(known.site(), known.code()), window.from(), window.until()))
                .orElse(List.of());
    }

    private List<Portion> touched(ResourceCode code, RootWindow window) {
        ResourceCode spelled = catalog.masters(List.of(Resource.key(code)))
                .resource(code)
                .map(Resource::code)
                .orElse(code);
        return uses.touched(spelled, window.from(), window.until());
    }
}
