package stemma.picturing;

import stemma.quantity.Quantity;
import stemma.shell.Badge;

import java.util.List;

/**
 * What is to be drawn, in words: nodes in the order of the answer, and arrows between their places
 * in it, in the direction of the material.
 */
public record Diagram(List<Node> nodes, List<Arrow> arrows) {
    public Diagram {
        nodes = List.copyOf(nodes);
        arrows = List.copyOf(arrows);
    }

    /** What a node is; each has a shape of its own. */
    public enum Shape {
        LOT("lot", "lots"),
        RUN("run", "runs"),
        VESSEL("vessel", "vessels");

        private final String one;
        private final String many;

        Shape(String one, String many) {
            this.one = one;
            this.many = many;
        }

        /** Returns its word for so many. */
        public String word(int count) {
            return count == 1 ? one : many;
        }
    }

    /** Whether a node was asked about; such a one is never put with others. */
    public enum Rank {
        ASKED,
        REACHED
    }

    /**
     * A box: its key, the same for the same thing; its name, of which sort it is, and a note below;
     * how much of it is where, its standing, ends of our knowledge, and gaps of the record on it. A
     * box of several stands for as many as it counts, and names them. {@code address} is where a
     * page leads from it.
     */
    public record Node(
            String key,
            Shape shape,
            Rank rank,
            String name,
            String sort,
            String note,
            List<Amount> amounts,
            List<Badge> badges,
            List<End> ends,
            List<Flaw> gaps,
            int count,
            List<String> members,
            String address) {
        public Node {
            amounts = List.copyOf(amounts);
            badges = List.copyOf(badges);
            ends = List.copyOf(ends);
            gaps = List.copyOf(gaps);
            members = List.copyOf(members);
        }

        boolean isAsked() {
            return rank == Rank.ASKED;
        }

        /** Says whether the box stands for several. */
        public boolean isGroup() {
            return count > 1;
        }
    }

    /** How much, and in words where. */
    public record Amount(Quantity quantity, String where) {}

    /** A gap of the record, in a word and in a sentence. */
    public record Flaw(String word, String sentence) {}

    /** An end of what is known, and at whom. */
    public record End(Kind kind, List<String> at) {
        public End {
            at = List.copyOf(at);
        }

        /** Which end. */
        public enum Kind {
            BEFORE_RECORDS,
            FROM_SUPPLIER,
            LEFT_OUR_CONTROL,
            CLEAN_BREAK_BEFORE,
            CLEAN_BREAK_AFTER,
            NEVER_EMPTIED_BEFORE
        }
    }

    /**
     * One or more links from one node to another: how much went along them, in each unit; how many
     * of them nobody saw, and in words how these are known; and what went along, where it has no
     * amount.
     */
    public record Arrow(
            int from,
            int to,
            List<Quantity> amounts,
            int links,
            int inferred,
            String known,
            String what) {
        public Arrow {
            amounts = List.copyOf(amounts);
        }

        /** An arrow is broken only if nobody saw any of its links. */
        boolean isDashed() {
            return inferred == links;
        }
    }
}
