package stemma.intake;

import stemma.catalog.ConversionAnswer;
import stemma.identifiers.ItemCode;
import stemma.identifiers.LotId;
import stemma.identifiers.MalformedIdentifier;
import stemma.identifiers.Portion;
import stemma.ledger.MalformedEvent;
import stemma.lots.CountedIn;
import stemma.quantity.MalformedQuantity;
import stemma.quantity.Quantity;
import stemma.quantity.Unit;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import java.util.List;
import java.util.Optional;

/**
 * Brings every quantity of a draft to the base unit of its lot, and writes beside it what was read,
 * by which factor and by which version of it. What has no exact value there is refused, never
 * rounded; what no conversion reaches is left to the ledger, whose rule it breaks.
 */
final class Measuring {
    private static final String MEASURED = "measured";
    private final BaseUnits units;

    Measuring(BaseUnits units) {
        this.units = units;
    }

    /** Changes the draft in place; a replacement is an event with measures of its own. */
    void convert(ObjectNode draft) {
        ArrayNode measured = JsonNodeFactory.instance.arrayNode();
        walk(draft, "", measured);
        if (!measured.isEmpty()) draft.set(MEASURED, measured);
    }

    private void walk(ObjectNode node, String path, ArrayNode measured) {
        counted(node).ifPresent(counted -> {
            convert(node, at(path, "quantity"), counted, counted.unit(), measured);
            if (node.path("catchWeight").isString()) {
                units.weighedIn(counted.item())
                        .ifPresent(unit ->
                                convert(node, at(path, "catchWeight"), counted, unit, measured));
            }
        });
        for (String name : List.copyOf(node.propertyNames())) {
            String at = at(path, name);
            switch (node.get(name)) {
                case ObjectNode inner when name.equals("replacement") -> convert(inner);
                case ObjectNode inner -> walk(inner, at, measured);
                case ArrayNode list -> {
                    for (int i = 0; i < list.size(); i++) {
                        if (list.get(i) instanceof ObjectNode inner)
                            walk(inner, at + "[" + i + "]", measured);
                    }
                }
                default -> {}
            }
        }
    }

    /** What cannot be read here is told by the reading that follows, with its own code. */
    private Optional<CountedIn> counted(ObjectNode node) {
        try {
            JsonNode lot = node.path("lot");
            if (lot.isString() && LotId.looksLike(first(lot.stringValue())))
                return units.of(Portion.of(LotId.of(first(lot.stringValue()))));
            JsonNode item = node.path("passport").path("item");
            if (item.isString()) return units.of(new ItemCode(item.stringValue()));
        } catch (MalformedIdentifier toldLater) {
            return Optional.empty();
        }
        return Optional.empty();
    }

    private static String first(String portion) {
        int range = portion.indexOf("..");
        return range < 0 ? portion : portion.substring(0, range);
    }

    private static String at(String path, String name) {
        return path.isEmpty() ? name : path + "." + name;
    }

    private void convert(
            ObjectNode node, String element, CountedIn counted, Unit unit, ArrayNode measured) {
        String name = element.substring(element.lastIndexOf('.') + 1);
        Quantity read;
        try {
            read = Quantity.of(node.path(name).asString(""));
        } catch (MalformedQuantity toldLater) {
            return;
        }
        if (read.unit().equals(unit)) return;
        switch (units.conversions(counted.item()).convert(counted.item(), read, unit)) {
            case ConversionAnswer.Converted done -> {
                node.put(name, done.quantity().toString());
                measured.addObject()
                        .put("element", element)
                        .put("quantity", read.toString())
                        .put("factor", done.factor().toString())
                        .put("version", done.version());
            }
            case ConversionAnswer.Unconverted(var _, var code, var sentence) -> {
                if (!code.equals("no_conversion"))
                    throw new MalformedEvent(code, element, sentence);
            }
        }
    }
}
