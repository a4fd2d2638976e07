package stemma.exchange;

import stemma.catalog.Item;
import stemma.identifiers.EventId;
import stemma.identifiers.ItemCode;
import stemma.identifiers.LotId;
import stemma.identifiers.LotNumber;
import stemma.identifiers.MalformedIdentifier;
import stemma.lots.Lot;
import stemma.lots.Lots;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The lots that the documents of one file bring about: where another of them takes such a lot, it
 * is named by the id it will have, and stands after the one that brings it about.
 */
final class FileLots {
    private final Lots known;

    FileLots(Lots known) {
        this.known = known;
    }

    /** A lot that a draft brings about: its id, where it will stand, and in which line it is. */
    private record Brought(LotId id, String place, int line, int draft) {}

    /** Returns the drafts, each after those that it takes from. */
    List<DocumentDrafts.Draft> told(List<DocumentDrafts.Draft> drafts) {
        Map<String, List<Brought>> brought = new HashMap<>();
        for (int i = 0; i < drafts.size(); i++) bring(drafts.get(i), i, brought);
        List<Set<Integer>> needs = new ArrayList<>();
        for (DocumentDrafts.Draft draft : drafts) needs.add(take(draft, brought));
        return inOrder(drafts, needs);
    }

    private static void bring(
            DocumentDrafts.Draft draft, int number, Map<String, List<Brought>> brought) {
        for (String list : List.of("lots", "outputs")) {
            JsonNode births = draft.event().path(list);
            for (int i = 0; i < births.size(); i++) {
                DocumentRow row = draft.rows().get(i);
                LotId id = new LotId(EventId.of(draft.id()), i);
                String place = births.get(i).path("to").asString("");
                brought.computeIfAbsent(name(row), _ -> new ArrayList<>())
                        .add(new Brought(id, place, row.line(), number));
            }
        }
    }

    private Set<Integer> take(DocumentDrafts.Draft draft, Map<String, List<Brought>> brought) {
        Set<Integer> needs = new HashSet<>();
        for (String list : List.of("inputs", "lines")) {
            JsonNode lines = draft.event().path(list);
            for (int i = 0; i < lines.size(); i++) {
                DocumentRow row = draft.rows().get(i);
                List<Brought> may = brought.getOrDefault(name(row), List.of());
                if (may.isEmpty() || !(lines.get(i) instanceof ObjectNode line)) continue;
                List<Brought> there = may.size() == 1
                        ? may
                        : may.stream()
                                .filter(b -> b.place().equals(line.path("from").asString("")))
                                .toList();
                if (there.size() != 1 || isElsewhere(row, may)) {
                    row.error("lot", "lot_ambiguous", ambiguous(may));
                    continue;
                }
                line.put("lot", there.getFirst().id().toString());
                row.takesFrom(there.getFirst().line());
                needs.add(there.getFirst().draft());
            }
        }
        return needs;
    }

    /** Whether the record has a lot of the name that is none of those of the file. */
    private boolean isElsewhere(DocumentRow row, List<Brought> may) {
        Set<LotId> ours = new HashSet<>();
        may.forEach(brought -> ours.add(brought.id()));
        try {
            return known
                    .family(new ItemCode(row.text("item")), new LotNumber(row.text("lot")))
                    .stream()
                    .map(Lot::id)
                    .anyMatch(id -> !ours.contains(id));
        } catch (MalformedIdentifier toldByTheDoor) {
            return false;
        }
    }

    private static String ambiguous(List<Brought> may) {
        return "lots of this number are brought in by line"
                + (may.size() == 1 ? " " : "s ")
                + String.join(
                        ", ", may.stream().map(b -> Integer.toString(b.line())).toList())
                + " or stand in the record already; which is meant is not told by the location";
    }

    private static String name(DocumentRow row) {
        try {
            return Item.key(new ItemCode(row.text("item"))).normal() + ":"
                    + LotNumber.normal(row.text("lot"));
        } catch (MalformedIdentifier toldByTheDoor) {
            return row.text("item") + ":" + row.text("lot");
        }
    }

    /**
     * As in the file, but none before those it needs. Where they need each other in a ring, they
     * stay as they are, and the first is refused for the lot that is not there.
     */
    private static List<DocumentDrafts.Draft> inOrder(
            List<DocumentDrafts.Draft> drafts, List<Set<Integer>> needs) {
        List<List<Integer>> neededBy = new ArrayList<>();
        int[] open = new int[drafts.size()];
        for (int i = 0; i < drafts.size(); i++) neededBy.add(new ArrayList<>());
        for (int i = 0; i < drafts.size(); i++) {
            open[i] = needs.get(i).size();
            for (int need : needs.get(i)) neededBy.get(need).add(i);
        }
        Deque<Integer> ready = new ArrayDeque<>();
        for (int i = 0; i < drafts.size(); i++) if (open[i] == 0) ready.add(i);
        List<DocumentDrafts.Draft> ordered = new ArrayList<>();
        Set<Integer> done = new HashSet<>();
        while (!ready.isEmpty()) {
            int next = ready.remove();
            ordered.add(drafts.get(next));
            done.add(next);
            for (int user : neededBy.get(next)) if (--open[user] == 0) ready.add(user);
        }
        for (int i = 0; i < drafts.size(); i++) if (!done.contains(i)) ordered.add(drafts.get(i));
        return ordered;
    }
}
