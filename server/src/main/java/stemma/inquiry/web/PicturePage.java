package stemma.inquiry.web;

import gg.jte.Content;

import stemma.genealogy.Direction;
import stemma.genealogy.Reached;
import stemma.inquiry.JoinedTrace;
import stemma.inquiry.Subject;
import stemma.picturing.Detail;
import stemma.picturing.Diagram;
import stemma.picturing.Drawn;
import stemma.picturing.Wording;
import stemma.shell.Figure;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The picture of a trace on its page, with every box of it told in words below. */
public record PicturePage(
        Subject subject,
        String direction,
        KnownAtView knownAt,
        PictureQuery query,
        JoinedTrace joined,
        int all,
        Diagram whole,
        Drawn drawn,
        String svg) {

    /** A box in words: its number in the picture, what it is, what it comes of and goes into. */
    public record Box(
            int number,
            Diagram.Node node,
            String title,
            List<Link> comesOf,
            List<Link> goesInto,
            String why,
            String through,
            String open) {}

    /** A link in words, and the box at its other end. */
    public record Link(int box, String name, String words) {}

    /** Returns the picture as it is written into the page. */
    public Content picture() {
        return output -> output.writeContent(svg);
    }

    /** Says what is drawn and how many there are; nothing is ever left out in silence. */
    public String statement() {
        return TraceDiagram.statement(whole, drawn);
    }

    public boolean isIsolated() {
        return joined.nodes().size() < all;
    }

    /** Says of how many only those on the ways through one node are shown. */
    public String isolated() {
        return "Only what lies on a way through " + TraceDiagram.name(whole, query.through()) + ": "
                + Figure.grouped(joined.nodes().size()) + " of " + Figure.grouped(all) + ".";
    }

    public boolean hasOpened() {
        return drawn.detail() == Detail.GROUPS && !query.open().isEmpty();
    }

    /** Returns the boxes in words: all, or those that have every word looked for. */
    public List<Box> boxes() {
        Map<String, Direction> directions = new HashMap<>();
        for (JoinedTrace.Node node : joined.nodes())
            if (node.node() instanceof Reached) directions.put(node.key(), node.direction());
        Diagram diagram = drawn.diagram();
        List<List<Link>> comesOf = new ArrayList<>();
        List<List<Link>> goesInto = new ArrayList<>();
        for (int i = 0; i < diagram.nodes().size(); i++) {
            comesOf.add(new ArrayList<>());
            goesInto.add(new ArrayList<>());
        }
        for (Diagram.Arrow arrow : diagram.arrows()) {
            String words = Wording.link(arrow);
            comesOf.get(arrow.to()).add(link(arrow.from(), words));
            goesInto.get(arrow.from()).add(link(arrow.to(), words));
        }
        List<Box> boxes = new ArrayList<>();
        for (int i = 0; i < diagram.nodes().size(); i++) {
            Diagram.Node node = diagram.nodes().get(i);
            if (!matches(node)) continue;
            boolean isPart = node.isGroup() || drawn.detail() == Detail.FLOW;
            boxes.add(new Box(
                    i,
                    node,
                    Wording.title(node),
                    comesOf.get(i),
                    goesInto.get(i),
                    why(node, directions.get(node.key())),
                    isPart || node.key().equals(query.through())
                            ? ""
                            : address(query.through(node.key())),
                    node.isGroup() && drawn.detail() == Detail.GROUPS
                            ? address(query.opening(node.key()))
                            : ""));
        }
        return boxes;
    }

    private Link link(int box, String words) {
        Diagram.Node node = drawn.diagram().nodes().get(box);
        return new Link(box, node.shape().word(node.count()) + " " + node.name(), words);
    }

    private boolean matches(Diagram.Node node) {
        String text = (Wording.title(node) + " " + String.join(" ", node.members()))
                .toLowerCase(Locale.ROOT);
        return query.words().stream().allMatch(text::contains);
    }

    private String why(Diagram.Node node, @org.jspecify.annotations.Nullable Direction reachedBy) {
        if (reachedBy == null || node.rank() == Diagram.Rank.ASKED) return "";
        return "/trace/why?" + subject.query() + "&direction="
                + reachedBy.name().toLowerCase(Locale.ROOT) + "&of="
                + Subject.encoded(node.key()) + knownAt.query();
    }

    /** Returns the address of the same picture, asked for otherwise. */
    private String address(PictureQuery other) {
        return base() + other.address();
    }

    private String base() {
        return "/trace?" + subject.query() + "&direction=" + direction + "&view=picture"
                + knownAt.query();
    }

    /** Returns the address of the picture of everything, each group closed. */
    public String everything() {
        return base();
    }

    public String closed() {
        return address(new PictureQuery(query.through(), java.util.Set.of(), ""));
    }

    /** Returns the address of a file: a picture as it is shown, a table of everything. */
    public String file(String ending) {
        boolean isPicture = ending.equals("svg") || ending.equals("pdf");
        return "/trace." + ending + "?" + subject.query() + "&direction=" + direction
                + knownAt.query() + (isPicture ? query.address() : "");
    }
}
