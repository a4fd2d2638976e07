package stemma.catalog.web;

import stemma.catalog.Master;
import stemma.catalog.MasterKind;
import stemma.catalog.MasterPage;
import stemma.catalog.MasterQuery;
import stemma.catalog.MasterQuery.Direction;
import stemma.catalog.Revised;
import stemma.catalog.SheetColumns;
import stemma.catalog.SheetWriting;
import stemma.catalog.Standing;

import java.util.List;
import java.util.Map;
import java.util.Set;

/** One page of a list: its columns, rows and the addresses that sort it, turn it and export it. */
public record MasterList(
        MasterKind kind,
        MasterQuery query,
        MasterPage<? extends Master> page,
        Map<String, String> sorts) {
    static final int ROWS = 50;

    /** A heading, the address that sorts by it (empty where it cannot) and its present order. */
    public record Heading(String label, String address, String order) {}

    /** A row: its cells and the address of its card. */
    public record Row(String address, List<String> cells, String standing) {}

    static MasterQuery query(
            String text, String standing, String sort, String direction, int offset) {
        Set<Standing> standings =
                standing.equals("all") ? Set.of(Standing.values()) : Set.of(standing(standing));
        return new MasterQuery(
                text,
                standings,
                sort.isEmpty() ? "normal" : sort,
                direction.equals("down") ? Direction.DOWN : Direction.UP,
                Math.max(0, offset),
                ROWS);
    }

    private static Standing standing(String word) {
        return word.equals("retired") ? Standing.RETIRED : Standing.ACTIVE;
    }

    public String title() {
        return MasterWords.many(kind);
    }

    public String one() {
        return MasterWords.one(kind);
    }

    public String path() {
        return MasterPaths.list(kind);
    }

    public String emptySentence() {
        return MasterWords.whenEmpty(kind);
    }

    /** Tells whether the list is empty because nothing was asked to be left out. */
    public boolean isUnfiltered() {
        return query.text().isEmpty();
    }

    public String standing() {
        if (query.standings().size() == 2) return "all";
        return query.standings().iterator().next().word();
    }

    /** Returns what a standing is called for masters of this kind. */
    public String called(String standing) {
        return MasterWords.standing(kind, standing);
    }

    /** Returns the headings; sorting by the present one turns it round. */
    public List<Heading> headings() {
        return columns(kind).stream().map(this::heading).toList();
    }

    private Heading heading(String column) {
        String label = MasterWords.column(column);
        String sort = sorts.getOrDefault(column, "");
        if (sort.isEmpty()) return new Heading(label, "", "");
        boolean isPresent = sort.equals(query.sort());
        boolean turns = isPresent && query.direction() == Direction.UP;
        String order = isPresent ? (turns ? "ascending" : "descending") : "";
        return new Heading(label, address(sort, turns ? "down" : "up", 0), order);
    }

    public List<Row> rows() {
        return page.rows().stream().map(this::row).toList();
    }

    private Row row(Revised<? extends Master> revised) {
        Master master = revised.master();
        List<String> all = SheetWriting.rows(master).getFirst();
        List<String> columns = SheetColumns.of(kind);
        List<String> cells = columns(kind).stream()
                .map(column -> all.get(columns.indexOf(column)))
                .toList();
        return new Row(MasterPaths.one(master.key()), cells, master.standing().word());
    }

    // Standing is shown as a badge, lines and steps on the card.
    static List<String> columns(MasterKind kind) {
        return SheetColumns.of(kind).stream()
                .filter(column -> !column.equals("standing")
                        && !column.equals("steps")
                        && !SheetColumns.lines(kind).contains(column))
                .toList();
    }

    public String previous() {
        return query.offset() == 0 ? "" : turned(Math.max(0, query.offset() - ROWS));
    }

    public String next() {
        return query.offset() + ROWS >= page.total() ? "" : turned(query.offset() + ROWS);
    }

    /** Returns which rows of how many are shown, in words. */
    public String extent() {
        if (page.total() == 0) return "none";
        int last = query.offset() + page.rows().size();
        return (query.offset() + 1) + " to " + last + " of " + page.total();
    }

    public String export() {
        return path() + "/file?text=" + MasterPaths.encoded(query.text()) + "&standing="
                + standing();
    }

    private String turned(int offset) {
        return address(query.sort(), query.direction() == Direction.UP ? "up" : "down", offset);
    }

    private String address(String sort, String direction, int offset) {
        return path() + "?text=" + MasterPaths.encoded(query.text()) + "&standing=" + standing()
                + "&sort=" + sort + "&direction=" + direction + "&offset=" + offset;
    }
}
