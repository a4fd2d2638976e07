package stemma.picturing;

import stemma.quantity.Quantity;
import stemma.quantity.Unit;
import stemma.shell.Badge;
import stemma.shell.Figure;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What a picture says in words: on its boxes and arrows, and to those who do not see it. */
public final class Wording {
    /** How many names of customers stand on a box; the sentence has them all. */
    /** Who received something is named, until the box would be all names. */
    private static final int NAMED = 4;

    private static final int HEARD = 3;

    private Wording() {}

    static String quantity(Quantity quantity) {
        return Figure.grouped(quantity.number()) + " " + quantity.unit();
    }

    static String quantities(List<Quantity> amounts) {
        return amounts.stream().map(Wording::quantity).collect(Collectors.joining(" + "));
    }

    /** Returns how much is where; a unit that all amounts have is said once. */
    static String amounts(Diagram.Node node) {
        List<String> parts = new ArrayList<>();
        Unit said = null;
        for (Diagram.Amount amount : node.amounts()) {
            Unit unit = amount.quantity().unit();
            String number = Figure.grouped(amount.quantity().number());
            parts.add(number + (unit.equals(said) ? "" : " " + unit) + " " + amount.where());
            said = unit;
        }
        return String.join(" · ", parts);
    }

    /** Returns an end in words, with the first names only or with all. */
    private static String end(Diagram.End end, int most) {
        String at = end.at().size() <= most
                ? String.join(", ", end.at())
                : String.join(", ", end.at().subList(0, most)) + " +"
                        + (end.at().size() - most);
        return switch (end.kind()) {
            case BEFORE_RECORDS -> "history unknown before: it existed before records";
            case FROM_SUPPLIER -> "from " + at + ": history unknown before";
            case LEFT_OUR_CONTROL -> "left our control: " + at;
            case CLEAN_BREAK_BEFORE -> "clean break before: emptied";
            case CLEAN_BREAK_AFTER -> "clean break after: emptied";
            case NEVER_EMPTIED_BEFORE -> "no emptying recorded before: history unknown";
        };
    }

    static String onBox(Diagram.End end) {
        return end(end, NAMED);
    }

    /** Returns what stands above an arrow. */
    static String above(Diagram.Arrow arrow) {
        if (arrow.amounts().isEmpty()) return arrow.what();
        String all = quantities(arrow.amounts());
        return arrow.links() == 1 ? all : all + " in " + Figure.grouped(arrow.links()) + " links";
    }

    /** Returns what stands below an arrow: how it is known, where nobody saw it. */
    static String below(Diagram.Arrow arrow) {
        if (arrow.inferred() == 0) return "";
        if (arrow.isDashed()) return arrow.known();
        return Figure.grouped(arrow.inferred()) + " of " + Figure.grouped(arrow.links())
                + " not seen";
    }

    /**
     * Returns the full name of a box, as one hears it: what it is, how it stands, what is known.
     */
    public static String sentence(Drawn drawn, int box) {
        Diagram diagram = drawn.diagram();
        Diagram.Node node = diagram.nodes().get(box);
        List<String> parts = new ArrayList<>();
        parts.add(title(node));
        node.badges().stream().map(Badge::word).forEach(parts::add);
        String facts = facts(node, HEARD);
        if (!facts.isEmpty()) parts.add(facts);
        long in = diagram.arrows().stream().filter(arrow -> arrow.to() == box).count();
        long out =
                diagram.arrows().stream().filter(arrow -> arrow.from() == box).count();
        parts.add("comes of " + boxes(in) + ", goes into " + boxes(out));
        return String.join("; ", parts);
    }

    /** Returns what else is known of a box: whether asked about, how much is where, ends, gaps. */
    public static String facts(Diagram.Node node) {
        return facts(node, Integer.MAX_VALUE);
    }

    /** More gaps than are heard in one breath are counted. */
    private static String facts(Diagram.Node node, int most) {
        List<String> parts = new ArrayList<>();
        if (node.isAsked()) parts.add("asked about");
        String amounts = amounts(node);
        if (!amounts.isEmpty()) parts.add(amounts);
        node.ends().forEach(end -> parts.add(end(end, Integer.MAX_VALUE)));
        if (node.gaps().size() > most) parts.add(Figure.grouped(node.gaps().size()) + " gaps");
        else node.gaps().forEach(gap -> parts.add("gap: " + gap.sentence()));
        return String.join("; ", parts);
    }

    /** Returns what a box is called, such as {@code lot WD-1203, Diced carrots}. */
    public static String title(Diagram.Node node) {
        String sort = node.sort().isEmpty() ? "" : ", " + node.sort();
        String note = node.note().isEmpty() ? "" : ", " + node.note();
        return node.shape().word(node.count()) + " " + node.name() + sort + note;
    }

    private static String boxes(long count) {
        return count == 0 ? "nothing here" : count + (count == 1 ? " box" : " boxes");
    }

    /**
     * Returns how an arrow is told in the list of words, such as {@code 263.4 kg into run WO-1}.
     */
    public static String link(Diagram.Arrow arrow) {
        String below = below(arrow);
        String above = above(arrow);
        return above + (below.isEmpty() ? "" : (above.isEmpty() ? "" : ", ") + below);
    }
}
