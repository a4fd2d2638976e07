package stemma.upkeep;

import stemma.catalog.Catalog;
import stemma.identifiers.ResourceCode;
import stemma.shell.Problem;
import stemma.shell.Refused;

import java.util.List;

/** What stands against a requirement. */
final class RequirementRules {
    private static final int MOST_HOURS = 8_760;

    private RequirementRules() {}

    static void check(Catalog catalog, Requirement one) {
        if (one.demands().isEmpty() && one.cleanHours() == null)
            throw EntryRules.wrong("requirement_empty", "demands", "It asks for nothing.");
        if (one.cleanHours() != null && (one.cleanHours() < 1 || one.cleanHours() > MOST_HOURS))
            throw EntryRules.wrong(
                    "field_invalid", "cleanHours", "It may stand 1 to 8,760 hours, a year.");
        if ((one.kind() == null) == (one.resource() == null))
            throw EntryRules.wrong(
                    "requirement_of_nothing",
                    "resource",
                    "It is asked of one resource, or of every resource of a kind.");
        if (one.reason().isBlank())
            throw EntryRules.wrong("text_missing", "reason", "Say why it is asked.");
        if (one.resource() != null && catalog.resources(List.of(one.resource())).isEmpty())
            throw unknown(one.resource());
        if (one.item() != null && catalog.items(List.of(one.item())).isEmpty())
            throw EntryRules.wrong("item_unknown", "item", "There is no item " + one.item() + ".");
        if (one.order() != null && catalog.workOrders(List.of(one.order())).isEmpty())
            throw new Refused(Problem.of(
                            "work_order_unknown",
                            404,
                            "There is no work order " + one.order() + ".")
                    .with("element", "order"));
    }

    static Refused unknown(ResourceCode code) {
        return new Refused(Problem.of("resource_unknown", 422, "There is no resource " + code + ".")
                .advising("Look for it in the list of upkeep.")
                .with("element", "resource"));
    }
}
