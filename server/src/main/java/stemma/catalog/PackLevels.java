package stemma.catalog;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

import stemma.identifiers.Gtin;
import stemma.quantity.MalformedQuantity;
import stemma.quantity.Quantity;
import stemma.quantity.Unit;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The GTINs of an item's cases and pallets, each with how much of the item it holds, in its base
 * unit; GS1 gives every level of packing its own GTIN (General Specifications, 4.2). Written as
 * {@code 10614141000415 x 12, 20614141000412 x 480}.
 */
public record PackLevels(List<Level> levels) {
    private static final Pattern LEVEL = Pattern.compile("(\\d{8,14})\\s*[x\u00d7*]\\s*([\\d.]+)");

    /** One level: its GTIN, and how many base units it holds. */
    public record Level(Gtin gtin, String units) {
        /** Returns what it holds, in the item's base unit. */
        public Quantity holds(Unit base) {
            return Quantity.of(units, base);
        }

        @Override
        public String toString() {
            return gtin + " x " + units;
        }
    }

    public PackLevels {
        levels = List.copyOf(levels);
        Set<Gtin> seen = new HashSet<>();
        for (Level level : levels) {
            if (!seen.add(level.gtin()))
                throw invalid(level.gtin() + " stands twice; every level has its own GTIN");
        }
        if (levels.isEmpty()) throw invalid("there is no level");
    }

    /** Reads the levels; refused with {@code pack_levels_invalid}, or for a GTIN's check digit. */
    @JsonCreator
    public static PackLevels of(String text) {
        List<Level> levels = new ArrayList<>();
        for (String part : text.strip().split("\\s*[,;|]\\s*", -1)) {
            Matcher level = LEVEL.matcher(part);
            if (!level.matches()) throw invalid("\"" + part + "\" is no level");
            levels.add(new Level(Gtin.of(level.group(1)), units(level.group(2))));
        }
        return new PackLevels(levels);
    }

    private static String units(String text) {
        try {
            Quantity holds = Quantity.of(text, Unit.EACH);
            if (holds.isPositive()) return holds.number();
        } catch (MalformedQuantity notANumber) {
            throw invalid("\"" + text + "\" is no number");
        }
        throw invalid("a level holds more than nothing");
    }

    /** Returns the level that bears the GTIN, if any does. */
    public Optional<Level> of(Gtin gtin) {
        return levels.stream().filter(level -> level.gtin().equals(gtin)).findFirst();
    }

    private static MalformedMaster invalid(String why) {
        return new MalformedMaster(
                "pack_levels_invalid",
                "packLevels",
                why + "; write them as 10614141000415 x 12, 20614141000412 x 480");
    }

    @JsonValue
    @Override
    public String toString() {
        return String.join(", ", levels.stream().map(Level::toString).toList());
    }
}
