package stemma.catalog.web;

import stemma.catalog.Conversion;
import stemma.catalog.Item;
import stemma.catalog.Location;
import stemma.catalog.Master;
import stemma.catalog.MasterKind;
import stemma.catalog.MasterRevision;
import stemma.catalog.Partner;
import stemma.catalog.Recipe;
import stemma.catalog.RecipeLine;
import stemma.catalog.Resource;
import stemma.catalog.Revised;
import stemma.catalog.SheetColumns;
import stemma.catalog.SheetWriting;
import stemma.catalog.ShipTo;
import stemma.catalog.Site;
import stemma.catalog.Standing;

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
            case Location _, Conversion _, ShipTo _, Resource _, Recipe _ -> List.of();
        };
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
                            case SITE, ITEM, PARTNER, RESOURCE -> 1;
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

    public List<RecipeLine> lines() {
        return master() instanceof Recipe recipe ? recipe.lines() : List.of();
    }

    /** Returns what a change did, in words. */
    public String did(MasterRevision revision) {
        return switch (revision.action()) {
            case "master_defined" -> "defined";
            case "master_revised" -> "changed";
            case "master_retired" -> "retired";
            case "master_reinstated" -> "brought back";
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
