package stemma.quality.web;

import stemma.quality.Characteristic;
import stemma.quality.Specification;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** In what a revision differs from the one before, in words. */
final class Changes {
    private Changes() {}

    static List<String> between(Specification old, Specification now) {
        List<String> changes = new ArrayList<>();
        Map<String, Characteristic> before = new LinkedHashMap<>();
        old.characteristics().forEach(one -> before.put(one.name(), one));
        for (Characteristic one : now.characteristics()) {
            Characteristic was = before.remove(one.name());
            if (was == null) changes.add(one.name() + ": new, " + one.requirement());
            else if (!told(was).equals(told(one)))
                changes.add(one.name() + ": " + told(was) + " became " + told(one));
        }
        before.values().forEach(gone -> changes.add(gone.name() + ": no longer looked at"));
        compare(changes, "samples", old.sampling().words(), now.sampling().words());
        compare(changes, "judged within", due(old), due(now));
        compare(changes, "samples retained", kept(old), kept(now));
        compare(changes, "tested again", again(old), again(now));
        compare(changes, "occasions", words(old), words(now));
        compare(changes, "who judges", old.separation().word(), now.separation().word());
        return changes;
    }

    private static void compare(List<String> changes, String what, String old, String now) {
        if (!old.equals(now)) changes.add(what + ": " + old + " became " + now);
    }

    private static String told(Characteristic one) {
        String method = one.method().isEmpty() ? "" : " by " + one.method();
        return one.requirement() + method + ", " + one.weight().word() + ", of samples "
                + one.taking().word();
    }

    private static String due(Specification one) {
        return one.dueHours() == null ? "no time" : one.dueHours() + " hours";
    }

    private static String kept(Specification one) {
        return one.retainMonths() == null
                ? "for no time said"
                : one.retainMonths() + " months after expiry";
    }

    private static String again(Specification one) {
        return one.retestMonths() == null
                ? "at no time said"
                : "every " + one.retestMonths() + " months";
    }

    private static String words(Specification one) {
        List<String> words = new ArrayList<>();
        one.inOrder().forEach(occasion -> words.add(occasion.word()));
        return String.join(", ", words);
    }
}
