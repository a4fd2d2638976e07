package stemma.upkeep;

import org.jspecify.annotations.Nullable;

import stemma.catalog.Resource;
import stemma.identifiers.LotNumber;
import stemma.identifiers.OrderCode;
import stemma.identifiers.ResourceCode;
import stemma.ledger.Rule;
import stemma.ledger.Violation;

import java.util.EnumSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;

/** The requirements that stand, and what they come to for one use. */
record Requirements(List<Requirement> standing) {
    Requirements {
        standing = List.copyOf(standing);
    }

    /** What is asked of one use, all requirements taken together. */
    record Asked(Set<Demand> demands, OptionalInt cleanHours) {
        static final Asked NOTHING = new Asked(Set.of(), OptionalInt.empty());

        boolean isNothing() {
            return demands.isEmpty() && cleanHours.isEmpty();
        }

        boolean asks(Demand demand) {
            return demands.contains(demand);
        }

        Asked with(Demand demand) {
            Set<Demand> more = EnumSet.of(demand);
            more.addAll(demands);
            return new Asked(more, cleanHours);
        }

        /** Returns of what is asked whether it must be calibrated, and nothing else. */
        Asked onlyCalibrated() {
            return asks(Demand.CALIBRATED) ? NOTHING.with(Demand.CALIBRATED) : NOTHING;
        }
    }

    /** Says whether anything is asked of the resource, whatever it is used for. */
    boolean concern(Resource resource) {
        return standing.stream().anyMatch(one -> isOf(one, resource));
    }

    /** Returns what is asked of the resource when it is used for these products or that order. */
    Asked of(Resource resource, Set<String> products, @Nullable OrderCode order) {
        Set<Demand> demands = EnumSet.noneOf(Demand.class);
        int hours = Integer.MAX_VALUE;
        for (Requirement one : standing) {
            if (!isOf(one, resource) || !isFor(one, products, order)) continue;
            demands.addAll(one.demands());
            if (one.cleanHours() != null) hours = Math.min(hours, one.cleanHours());
        }
        return new Asked(
                demands, hours == Integer.MAX_VALUE ? OptionalInt.empty() : OptionalInt.of(hours));
    }

    /**
     * Returns what stands against equipment that nobody has defined; nothing where none is asked.
     */
    List<Violation> againstUnknown(String element, ResourceCode code) {
        return standing.isEmpty()
                ? List.of()
                : List.of(Rule.FITNESS_UNKNOWN.broken(
                        element,
                        null,
                        "There is no resource " + code + ", and equipment must be shown to be fit;"
                                + " read its code again, or define it."));
    }

    private static boolean isOf(Requirement one, Resource resource) {
        if (one.resource() != null)
            return same(one.resource().code(), resource.code().code());
        return one.kind() == resource.kind();
    }

    private static boolean isFor(Requirement one, Set<String> products, @Nullable OrderCode order) {
        if (one.item() != null && !products.contains(LotNumber.normal(one.item().code())))
            return false;
        return one.order() == null || order != null && same(one.order().code(), order.code());
    }

    private static boolean same(String one, String other) {
        return LotNumber.normal(one).equals(LotNumber.normal(other));
    }
}
