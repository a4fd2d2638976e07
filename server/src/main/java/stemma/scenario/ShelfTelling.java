package stemma.scenario;

import org.jspecify.annotations.Nullable;

import stemma.identifiers.ContainerCode;
import stemma.ledger.ContentBasis;
import stemma.shell.Badge;
import stemma.warehouse.ContainerTree;
import stemma.warehouse.StockPage;
import stemma.warehouse.StockQuery;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Prints what stands on the shelves, as the page of the stock has it. */
final class ShelfTelling {
    private ShelfTelling() {}

    /**
     * {@code shelf [STATE] [by item|place|container]}: the stock that is so, the next to expire
     * first.
     */
    static @Nullable Sentence read(Words words) {
        if (words.take("container")) return container(words);
        if (!words.take("shelf")) return null;
        StockQuery.State state = StockQuery.State.ANY;
        for (StockQuery.State one : StockQuery.State.values())
            if (words.take(one.word())) state = one;
        StockQuery.By by = StockQuery.By.LOT;
        if (words.take("by")) {
            String word = words.next("lot, item, place or container");
            by = StockQuery.By.valueOf(word.toUpperCase(Locale.ROOT));
        }
        StockQuery all = StockQuery.ALL.whole();
        StockQuery query =
                new StockQuery(by, state, "", "", "", "", StockQuery.Sort.EXPIRY, 0, all.limit());
        return scene -> lines(scene.plant().warehouse().stock(query));
    }

    /** {@code container PAL-1}: where it stands, and what is in it at every depth. */
    private static Sentence container(Words words) {
        ContainerCode code = new ContainerCode(words.next("a container"));
        return scene -> scene.plant()
                .warehouse()
                .container(code)
                .map(ShelfTelling::outline)
                .orElse(List.of("refused container_unknown"));
    }

    private static List<String> outline(ContainerTree tree) {
        List<String> lines = new ArrayList<>();
        for (ContainerTree.Branch branch : tree.branches()) {
            String deeper = "  ".repeat(branch.depth());
            lines.add(deeper
                    + branch.container().code()
                    + (branch.depth() > 0 ? "" : ", " + tree.where())
                    + (branch.container().basis() == ContentBasis.INFERRED ? ", inferred" : ""));
            branch.content()
                    .forEach(line ->
                            lines.add(deeper + "  " + line.lot().number() + "  " + line.amount()));
        }
        return lines;
    }

    private static List<String> lines(StockPage page) {
        List<String> lines = new ArrayList<>();
        for (StockPage.Row row : page.rows()) {
            lines.add(page.query().by() == StockQuery.By.LOT ? lot(row) : sum(row));
        }
        return lines.isEmpty() ? List.of("nothing") : lines;
    }

    private static String lot(StockPage.Row row) {
        var line = row.first();
        String where = line.place().replace(" / ", "/")
                + (line.container() == null ? "" : ", container " + line.container());
        String standing =
                line.lot().badges().stream().map(Badge::word).collect(Collectors.joining(", "));
        String dates = (line.expiry().isEmpty() ? "" : ", expiry " + line.expiry())
                + (line.retest().isEmpty() ? "" : ", retest " + line.retest());
        return row.name() + "  " + row.amount() + " at " + where + ", " + standing + dates;
    }

    private static String sum(StockPage.Row row) {
        return row.name().replace(" / ", "/") + "  " + row.amount() + " in " + row.lots()
                + (row.lots() == 1 ? " lot" : " lots")
                + (row.expiry().isEmpty() ? "" : ", next expiry " + row.expiry());
    }
}
