package stemma.production;

import org.springframework.jdbc.core.simple.JdbcClient;

import stemma.catalog.Catalog;
import stemma.catalog.MasterKind;
import stemma.catalog.MasterQuery;
import stemma.catalog.Resource;
import stemma.catalog.ResourceKind;
import stemma.identifiers.ResourceCode;
import stemma.ledger.Entered;
import stemma.ledger.Event;
import stemma.ledger.Place;
import stemma.ledger.Projection;
import stemma.production.store.ResourceEntries;
import stemma.quantity.Quantity;
import stemma.shell.Problem;
import stemma.shell.Refused;
import stemma.stock.Handled;
import stemma.stock.Handlings;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The entry to tanks and silos: what is in each, and how its level went. */
public final class Vessels {
    /** The most moments that one card tells, the latest. */
    public static final int MOMENTS = 500;

    private final Catalog catalog;
    private final Handlings handlings;
    private final ResourceEntries entries;

    public Vessels(JdbcClient database, Catalog catalog, Handlings handlings) {
        this.catalog = catalog;
        this.handlings = handlings;
        this.entries = new ResourceEntries(database);
    }

    /** Returns what keeps which events concern a vessel or another resource. */
    public static Projection projection(JdbcClient database) {
        return new ResourceEntries(database);
    }

    /** Returns every vessel of the catalog, retired ones too. */
    public List<VesselCard> all() {
        return catalog.page(MasterKind.RESOURCE, MasterQuery.ALL).rows().stream()
                .map(revised -> revised.master())
                .filter(Resource.class::isInstance)
                .map(Resource.class::cast)
                .filter(resource -> resource.kind() == ResourceKind.VESSEL)
                .map(this::card)
                .toList();
    }

    /** Returns the vessel of that code; refused with {@code vessel_unknown}. */
    public VesselCard vessel(ResourceCode code) {
        Resource resource = catalog.resources(List.of(code)).get(code);
        if (resource == null || resource.kind() != ResourceKind.VESSEL) {
            throw new Refused(Problem.of("vessel_unknown", 404, "There is no vessel " + code + ".")
                    .notRecording("")
                    .advising("Look for it in the list of vessels.")
                    .with("code", code.code()));
        }
        return card(resource);
    }

    private VesselCard card(Resource vessel) {
        List<Long> seqs = entries.at(vessel.code(), MOMENTS + 1);
        boolean whole = seqs.size() <= MOMENTS;
        Handlings.Read read = handlings.read(whole ? seqs : seqs.subList(1, seqs.size()));
        Place inside = new Place.InVessel(vessel.code());
        Map<String, Quantity> level = new LinkedHashMap<>();
        List<Handled> fills = new ArrayList<>();
        List<VesselCard.Moment> moments = new ArrayList<>();
        for (long seq : whole ? seqs : seqs.subList(1, seqs.size())) {
            Entered entry = read.entry(seq);
            VesselCard.What what = what(entry.effect());
            if (what == VesselCard.What.EMPTIED) {
                level.clear();
                fills.clear();
            }
            for (Handled line : read.lines(List.of(entry))) {
                if (isInside(line.movement().to(), inside)) {
                    add(level, line.quantity());
                    fills.add(line);
                } else if (isInside(line.movement().from(), inside)) {
                    add(level, line.quantity().negated());
                }
            }
            moments.add(new VesselCard.Moment(
                    entry.occurredAt(), entry, what, List.copyOf(level.values())));
        }
        return new VesselCard(
                vessel,
                List.copyOf(level.values()),
                fills,
                moments,
                whole ? VesselCard.Extent.WHOLE : VesselCard.Extent.LATEST);
    }

    private static boolean isInside(Place place, Place vessel) {
        return place.text().equalsIgnoreCase(vessel.text());
    }

    private static void add(Map<String, Quantity> level, Quantity quantity) {
        level.merge(quantity.unit().code(), quantity, Quantity::plus);
    }

    private static VesselCard.What what(Event event) {
        return switch (event) {
            case Event.Filled _ -> VesselCard.What.FILLED;
            case Event.Drawn _ -> VesselCard.What.DRAWN;
            case Event.Emptied _ -> VesselCard.What.EMPTIED;
            case Event.Cleaned _ -> VesselCard.What.CLEANED;
            case Event.Opened _,
                    Event.Received _,
                    Event.Moved _,
                    Event.Adjusted _,
                    Event.Split _,
                    Event.Merged _,
                    Event.Consumed _,
                    Event.Produced _,
                    Event.Packed _,
                    Event.Unpacked _,
                    Event.Installed _,
                    Event.Removed _,
                    Event.Sampled _,
                    Event.Shipped _,
                    Event.Delivered _,
                    Event.Returned _,
                    Event.ReturnedToSupplier _,
                    Event.Scrapped _,
                    Event.Destroyed _,
                    Event.Judged _,
                    Event.Held _,
                    Event.HoldLifted _,
                    Event.Identified _,
                    Event.PassportChanged _,
                    Event.Corrected _ -> VesselCard.What.LOST;
        };
    }
}
