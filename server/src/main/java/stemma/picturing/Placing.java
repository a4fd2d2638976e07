package stemma.picturing;

import org.eclipse.elk.alg.layered.LayeredLayoutProvider;
import org.eclipse.elk.alg.layered.options.FixedAlignment;
import org.eclipse.elk.alg.layered.options.LayeredMetaDataProvider;
import org.eclipse.elk.alg.layered.options.LayeredOptions;
import org.eclipse.elk.alg.layered.options.OrderingStrategy;
import org.eclipse.elk.core.data.LayoutMetaDataService;
import org.eclipse.elk.core.options.Alignment;
import org.eclipse.elk.core.options.Direction;
import org.eclipse.elk.core.options.EdgeRouting;
import org.eclipse.elk.core.options.PortAlignment;
import org.eclipse.elk.core.options.PortConstraints;
import org.eclipse.elk.core.options.PortSide;
import org.eclipse.elk.core.util.IndividualSpacings;
import org.eclipse.elk.core.util.NullElkProgressMonitor;
import org.eclipse.elk.graph.ElkBendPoint;
import org.eclipse.elk.graph.ElkEdge;
import org.eclipse.elk.graph.ElkEdgeSection;
import org.eclipse.elk.graph.ElkNode;
import org.eclipse.elk.graph.ElkPort;
import org.eclipse.elk.graph.util.ElkGraphUtil;

import stemma.printing.Plate;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Finds the places of a diagram by ELK's layered layout: from left to right in lanes, with few
 * crossings, arrows at right angles. ELK draws by a fixed seed, so that the same diagram always has
 * the same places. The links of a lot leave it at one spot; those of a run each at its own.
 */
final class Placing {
    private static final double BETWEEN_BOXES = 12;
    private static final double BETWEEN_LANES = 28;
    private static final double BETWEEN_ARROWS = 7;
    /** Where there are more boxes, crossings are looked for once only: it is read by its groups. */
    private static final int MANY = 200;

    static {
        LayoutMetaDataService.getInstance()
                .registerLayoutMetaDataProviders(new LayeredMetaDataProvider());
    }

    private final Diagram diagram;
    private final List<List<Diagram.Arrow>> in = new ArrayList<>();
    private final List<List<Diagram.Arrow>> out = new ArrayList<>();
    private final List<Cell> cells = new ArrayList<>();
    private final List<ElkNode> nodes = new ArrayList<>();
    private final List<ElkEdge> edges = new ArrayList<>();
    private final Map<String, ElkPort> ports = new TreeMap<>();

    private Placing(Diagram diagram) {
        this.diagram = diagram;
    }

    static Placed of(Diagram diagram) {
        return new Placing(diagram).placed();
    }

    private Placed placed() {
        ElkNode graph = graph();
        for (int i = 0; i < diagram.nodes().size(); i++) {
            in.add(new ArrayList<>());
            out.add(new ArrayList<>());
        }
        for (Diagram.Arrow arrow : diagram.arrows()) {
            out.get(arrow.from()).add(arrow);
            in.get(arrow.to()).add(arrow);
        }
        for (int i = 0; i < diagram.nodes().size(); i++) nodes.add(node(graph, i));
        for (Diagram.Arrow arrow : diagram.arrows()) {
            ElkPort from = port(arrow.from(), arrow.to(), PortSide.EAST);
            ElkPort to = port(arrow.to(), arrow.from(), PortSide.WEST);
            edges.add(ElkGraphUtil.createSimpleEdge(from, to));
        }
        new LayeredLayoutProvider().layout(graph, new NullElkProgressMonitor());
        List<Placed.Spot> spots = new ArrayList<>();
        for (int i = 0; i < nodes.size(); i++) {
            ElkNode node = nodes.get(i);
            int lane = node.getProperty(LayeredOptions.LAYERING_LAYER_ID);
            spots.add(new Placed.Spot(node.getX(), node.getY(), lane, cells.get(i)));
        }
        List<List<Plate.Point>> ways = new ArrayList<>();
        for (int i = 0; i < edges.size(); i++)
            ways.add(way(edges.get(i), diagram.arrows().get(i)));
        return new Placed(
                spots,
                ways,
                Lanes.of(diagram, spots, BETWEEN_LANES / 2),
                graph.getWidth(),
                graph.getHeight());
    }

    private ElkNode graph() {
        ElkNode graph = ElkGraphUtil.createGraph();
        if (diagram.nodes().size() > MANY) graph.setProperty(LayeredOptions.THOROUGHNESS, 1);
        graph.setProperty(LayeredOptions.DIRECTION, Direction.RIGHT);
        graph.setProperty(LayeredOptions.EDGE_ROUTING, EdgeRouting.ORTHOGONAL);
        // Parts that hang together by nothing share the lanes all the same.
        graph.setProperty(LayeredOptions.SEPARATE_CONNECTED_COMPONENTS, false);
        graph.setProperty(LayeredOptions.GENERATE_POSITION_AND_LAYER_IDS, true);
        // What the answer names first stands higher, as far as arrows do not cross for it.
        graph.setProperty(
                LayeredOptions.CONSIDER_MODEL_ORDER_STRATEGY, OrderingStrategy.PREFER_NODES);
        graph.setProperty(
                LayeredOptions.NODE_PLACEMENT_BK_FIXED_ALIGNMENT, FixedAlignment.BALANCED);
        graph.setProperty(LayeredOptions.SPACING_NODE_NODE, BETWEEN_BOXES);
        graph.setProperty(LayeredOptions.SPACING_NODE_NODE_BETWEEN_LAYERS, BETWEEN_LANES);
        graph.setProperty(LayeredOptions.SPACING_EDGE_EDGE_BETWEEN_LAYERS, BETWEEN_ARROWS);
        graph.setProperty(LayeredOptions.SPACING_EDGE_NODE_BETWEEN_LAYERS, BETWEEN_ARROWS);
        return graph;
    }

    private ElkNode node(ElkNode graph, int number) {
        Cell cell = Cell.of(diagram.nodes().get(number), in.get(number), out.get(number));
        cells.add(cell);
        ElkNode node = ElkGraphUtil.createNode(graph);
        node.setDimensions(cell.width(), cell.height());
        node.setProperty(LayeredOptions.PORT_CONSTRAINTS, PortConstraints.FIXED_SIDE);
        node.setProperty(LayeredOptions.PORT_ALIGNMENT_DEFAULT, PortAlignment.CENTER);
        double pitch = Math.max(Cell.pitch(in.get(number)), Cell.pitch(out.get(number)));
        IndividualSpacings own = new IndividualSpacings();
        own.setProperty(LayeredOptions.SPACING_PORT_PORT, pitch);
        node.setProperty(LayeredOptions.SPACING_INDIVIDUAL, own);
        node.setProperty(LayeredOptions.ALIGNMENT, Alignment.LEFT);
        return node;
    }

    private ElkPort port(int at, int other, PortSide side) {
        boolean isShared = diagram.nodes().get(at).shape() == Diagram.Shape.LOT;
        return ports.computeIfAbsent(at + " " + side + (isShared ? "" : " " + other), _ -> {
            ElkPort port = ElkGraphUtil.createPort(nodes.get(at));
            port.setProperty(LayeredOptions.PORT_SIDE, side);
            return port;
        });
    }

    /** Beside a run the way goes on to the box itself, through the room for the amounts. */
    private List<Plate.Point> way(ElkEdge edge, Diagram.Arrow arrow) {
        ElkEdgeSection section = edge.getSections().getFirst();
        List<Plate.Point> way = new ArrayList<>();
        double after = cells.get(arrow.from()).after();
        if (after > 0) way.add(new Plate.Point(section.getStartX() - after, section.getStartY()));
        way.add(new Plate.Point(section.getStartX(), section.getStartY()));
        for (ElkBendPoint bend : section.getBendPoints())
            way.add(new Plate.Point(bend.getX(), bend.getY()));
        way.add(new Plate.Point(section.getEndX(), section.getEndY()));
        double before = cells.get(arrow.to()).before();
        if (before > 0) way.add(new Plate.Point(section.getEndX() + before, section.getEndY()));
        return way;
    }
}
