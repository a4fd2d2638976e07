package stemma.factory;

import stemma.ledger.Event;
import stemma.ledger.EventJson;
import stemma.ledger.Recorded;
import stemma.ledger.Rule;
import stemma.ledger.Violation;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/** Counts what made-up factories have brought about, so that none of it stays untried unnoticed. */
final class Seen {
    /** Rules that ask nothing until somebody requires it of equipment, which no plant here does. */
    private static final Set<Rule> BY_REQUIREMENT = Set.of(
            Rule.RESOURCE_OUT_OF_CALIBRATION,
            Rule.RESOURCE_NOT_CLEAN,
            Rule.CLEAN_HOLD_EXCEEDED,
            Rule.FITNESS_UNKNOWN);

    private final Map<String, Integer> counted = new ConcurrentHashMap<>();

    void recorded(List<Recorded> recorded) {
        for (Recorded one : recorded) {
            Event event = one.event();
            boolean added = event.circumstances().follows() != null;
            String claim = added ? "added" : event.circumstances().isReport() ? "told" : "asked";
            count(EventJson.kind(event) + " " + claim);
            event.circumstances().violations().stream()
                    .map(Violation::code)
                    .distinct()
                    .forEach(code -> count("violates " + code));
            if (event instanceof Event.Corrected c) {
                count(c.replacement() == null ? "voided" : "replaced");
                if (one.undone() == null) count("a void is voided");
                else if (!one.undone().effect().id().equals(c.corrects())) {
                    count("a correction is corrected");
                }
            }
        }
    }

    void refused(int submissions) {
        for (int i = 0; i < submissions; i++) count("refused");
    }

    /** Counts the shapes of a web: what becomes its own ancestor, what is reached by two ways. */
    void shapes(Replay replay) {
        Map<Object, Set<Object>> onward = replay.onward();
        for (Object unit : replay.born()) {
            Set<Object> below = reached(onward, unit);
            if (below.contains(unit)) count("its own ancestor");
            if (below.stream().anyMatch(foot -> ways(onward, below, foot) > 1)) count("diamond");
        }
    }

    /** What mixes in a pool reaches itself, which is no shape of what was made. */
    private static boolean isPool(Object node) {
        return node instanceof String name && name.startsWith("pool ");
    }

    private static long ways(Map<Object, Set<Object>> onward, Set<Object> from, Object foot) {
        return from.stream()
                .filter(node -> onward.getOrDefault(node, Set.of()).contains(foot))
                .count();
    }

    private static Set<Object> reached(Map<Object, Set<Object>> onward, Object root) {
        Set<Object> reached = new HashSet<>();
        List<Object> frontier = new ArrayList<>(List.of(root));
        while (!frontier.isEmpty()) {
            for (Object to : onward.getOrDefault(frontier.removeLast(), Set.of())) {
                if (!isPool(to) && reached.add(to)) frontier.add(to);
            }
        }
        return reached;
    }

    /** Returns what must have been seen before it is said that everything was tried. */
    static Set<String> everything() {
        Set<String> all = new TreeSet<>(List.of(
                "refused",
                "replaced",
                "voided",
                "a correction is corrected",
                "a void is voided",
                "its own ancestor",
                "diamond",
                "adjusted added",
                "held added"));
        for (String kind : EventJson.kinds()) all.addAll(List.of(kind + " asked", kind + " told"));
        for (Rule rule : Rule.values()) {
            boolean isAsked =
                    rule.nature() == Rule.Nature.QUALITY && !BY_REQUIREMENT.contains(rule);
            if (isAsked) all.add("violates " + rule.code());
        }
        return all;
    }

    private void count(String what) {
        counted.merge(what, 1, Integer::sum);
    }

    Set<String> all() {
        return new TreeSet<>(counted.keySet());
    }

    @Override
    public String toString() {
        return new TreeMap<>(counted).toString();
    }
}
