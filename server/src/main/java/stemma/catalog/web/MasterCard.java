package stemma.catalog.web;

import stemma.catalog.Conversion;
import stemma.catalog.Item;
import stemma.catalog.Location;
import stemma.catalog.Master;
import stemma.catalog.MasterKind;
import stemma.catalog.MasterRevision;
import stemma.catalog.Order;
import stemma.catalog.Partner;
import stemma.catalog.PurchaseOrder;
import stemma.catalog.Recipe;
import stemma.catalog.RecipeStep;
import stemma.catalog.Resource;
import stemma.catalog.Revised;
import stemma.catalog.SalesOrder;
import stemma.catalog.SheetColumns;
import stemma.catalog.SheetWriting;
import stemma.catalog.ShipTo;
import stemma.catalog.Site;
import stemma.catalog.Standing;
import stemma.catalog.WorkOrder;
import stemma.shell.Address;

import java.util.ArrayList;
import java.util.List;

/** Everything shown of one master: its facts, a recipe's lines, what belongs to it, its past. */
public record MasterCard(
        Revised<? extends Master> revised, List<Related> related, List<MasterRevision> history) {

    /** One fact: its label and what it says, never empty. */
    public record Fact(String label, String says) {}

    /** What belongs to a master: the words of a link to a list, and its address. */
    public record Related(String label, String address) {
        static Related of(MasterKind kind, String text) {
            return new Related(
                    MasterWords.many(kind) + " with " + text,
                    MasterPaths.list(kind) + "?text=" + MasterPaths.encoded(text));
        }
    }

    static List<Related> relatedTo(Master master) {
        return switch (master) {
            case Site it ->
                List.of(
                        Related.of(MasterKind.LOCATION, it.code().code()),
                        Related.of(MasterKind.RESOURCE, it.code().code()));
            case Item it ->
                List.of(
                        Related.of(MasterKind.CONVERSION, it.code().code()),
                        Related.of(MasterKind.RECIPE, it.code().code()));
            case Partner it -> List.of(Related.of(MasterKind.SHIP_TO, it.code().code()));
            case PurchaseOrder it -> progress("What came in for it", "/purchase-orders", it);
            case WorkOrder it -> progress("What was made for it", "/work-orders", it);
            case SalesOrder it -> progress("What went out for it", "/sales-orders", it);
            case Location _, Conversion _, ShipTo _, Resource _, Recipe _ -> List.of();
        };
    }

    private static List<Related> progress(String label, String pages, Order order) {
        return List.of(new Related(label, Address.of(pages, order.code().code())));
    }

    public Master master() {
        return revised.master();
    }

    public MasterKind kind() {
        return master().key().kind();
    }

    public String one() {
        return MasterWords.one(kind());
    }

    public String many() {
        return MasterWords.many(kind());
    }

    public String title() {
        return SheetWriting.rows(master()).getFirst().stream()
                .limit(
                        switch (kind()) {
                            case SITE,
                                    ITEM,
                                    PARTNER,
                                    RESOURCE,
                                    PURCHASE_ORDER,
                                    WORK_ORDER,
                                    SALES_ORDER -> 1;
                            case LOCATION, SHIP_TO, RECIPE -> 2;
                            case CONVERSION -> 3;
                        })
                .filter(text -> !text.isEmpty())
                .reduce((left, right) -> left + " · " + right)
                .orElse("");
    }

    public boolean isActive() {
        return master().standing() == Standing.ACTIVE;
    }

    public List<Fact> facts() {
        List<String> cells = SheetWriting.rows(master()).getFirst();
        List<String> columns = SheetColumns.of(kind());
        List<Fact> facts = new ArrayList<>();
        for (String column : MasterList.columns(kind())) {
            String says = cells.get(columns.indexOf(column));
            if (!says.isEmpty()) facts.add(new Fact(MasterWords.column(column), says));
        }
        return facts;
    }

    /** Returns the headings of the lines, none where such a master has no lines. */
    public List<String> lineHeadings() {
        return SheetColumns.lines(kind()).stream().map(MasterWords::column).toList();
    }

    /** Returns the cells of each line, in the order of the headings. */
    public List<List<String>> lines() {
        List<String> columns = SheetColumns.of(kind());
        List<Integer> places =
                SheetColumns.lines(kind()).stream().map(columns::indexOf).toList();
        if (places.isEmpty()) return List.of();
        return SheetWriting.rows(master()).stream()
                .map(row -> places.stream().map(row::get).toList())
                .toList();
    }

    /** Returns the steps of a recipe, none of any other master. */
    public List<RecipeStep> steps() {
        return master() instanceof Recipe recipe ? recipe.steps() : List.of();
    }

    /** Tells whether it is revised by a new master, as a recipe is, instead of being changed. */
    public boolean isFixed() {
        return kind() == MasterKind.RECIPE;
    }

    public boolean isOrder() {
        return kind().isOrder();
    }

    public String standingTitle() {
        if (isOrder()) return isActive() ? "Close the order" : "Open the order again";
        return isActive() ? "Take out of use" : "Bring back into use";
    }

    public String standingSentence() {
        if (isOrder())
            return isActive()
                    ? "Nothing more is expected for it. Nothing is deleted, and it can be opened"
                            + " again."
                    : "More is expected for it again.";
        return isActive()
                ? "Nothing is deleted: a retired master stays readable and can come back."
                : "It can be used in new records again.";
    }

    public String standingVerb() {
        if (isOrder()) return isActive() ? "Close" : "Open again";
        return isActive() ? "Retire" : "Bring back";
    }

    /** Returns what its standing is called. */
    public String standing() {
        return MasterWords.standing(kind(), master().standing().word());
    }

    /** Returns what a change did, in words. */
    public String did(MasterRevision revision) {
        return switch (revision.action()) {
            case "master_defined" -> "defined";
            case "master_revised" -> "changed";
            case "master_retired" -> MasterWords.standing(kind(), "retired");
            case "master_reinstated" -> isOrder() ? "opened again" : "brought back";
            default -> revision.action();
        };
    }

    public String path() {
        return MasterPaths.list(kind());
    }

    public String encodedKey() {
        return MasterPaths.encoded(master().key().normal());
    }

    public String key() {
        return master().key().normal();
    }
}
