package stemma.scenario;

import stemma.ledger.Claim;
import stemma.ledger.SplitKind;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/** Which sentences there are: what the first word says, and who reads the rest. */
final class Grammar {
    private static final Map<String, Function<Words, Act>> ACTS = new TreeMap<>(Map.ofEntries(
            Map.entry("open", Arrivals::open),
            Map.entry("receive", Arrivals::receive),
            Map.entry("return", Arrivals::giveBack),
            Map.entry("move", Moving::move),
            Map.entry("count", Moving::count),
            Map.entry("adjust", Moving::adjust),
            Map.entry("sample", Moving::sample),
            Map.entry("scrap", Moving::scrap),
            Map.entry("destroy", Moving::destroy),
            Map.entry("split", words -> Siblings.split(words, SplitKind.SPLIT)),
            Map.entry("repack", words -> Siblings.split(words, SplitKind.REPACK)),
            Map.entry("relabel", words -> Siblings.split(words, SplitKind.RELABEL)),
            Map.entry("regrade", words -> Siblings.split(words, SplitKind.REGRADE)),
            Map.entry("retain", words -> Siblings.split(words, SplitKind.RETAIN)),
            Map.entry("merge", Siblings::merge),
            Map.entry("run", Making::run),
            Map.entry("consume", Making::consume),
            Map.entry("produce", Making::produce),
            Map.entry("fill", Handling::fill),
            Map.entry("draw", Handling::draw),
            Map.entry("empty", Handling::empty),
            Map.entry("clean", Handling::clean),
            Map.entry("pack", Handling::pack),
            Map.entry("unpack", Handling::unpack),
            Map.entry("install", Handling::install),
            Map.entry("remove", Handling::remove),
            Map.entry("reclaim", Handling::reclaim),
            Map.entry("ship", Departures::ship),
            Map.entry("deliver", Departures::deliver),
            Map.entry("judge", Judging::judge),
            Map.entry("dispose", Disposing::dispose),
            Map.entry("hold", Judging::hold),
            Map.entry("lift", Judging::lift),
            Map.entry("identify", Judging::identify),
            Map.entry("change", Judging::change),
            Map.entry("correct", Correcting::correct),
            Map.entry("void", Correcting::annul)));

    private Grammar() {}

    /**
     * Returns what a step's sentence means; throws {@link Misunderstood} where it means nothing.
     */
    static Sentence sentence(Step step) {
        Words words = Words.of(step);
        Sentence sentence = sentence(words);
        if (!words.atEnd()) throw words.wrong("the sentence should end");
        return sentence;
    }

    private static Sentence sentence(Words words) {
        if (words.take("report")) return sending(words, Claim.REPORT, Sending.Purpose.RECORD);
        if (words.take("consider")) return sending(words, Claim.INTENT, Sending.Purpose.CONSIDER);
        if (words.take("send")) return sending(words, Claim.INTENT, Sending.Purpose.RECORD);
        Sentence setting = Declaring.read(words);
        if (setting != null) return setting;
        Sentence reserving = Reserving.read(words);
        if (reserving != null) return reserving;
        Sentence work = Working.read(words);
        if (work != null) return work;
        Sentence serving = Serving.read(words);
        if (serving != null) return serving;
        Sentence testing = Testing.read(words);
        if (testing != null) return testing;
        Sentence papers = Certifying.read(words);
        if (papers != null) return papers;
        Sentence attesting = Attesting.read(words);
        if (attesting != null) return attesting;
        Sentence equipping = Equipping.read(words);
        if (equipping != null) return equipping;
        Sentence filing = Filing.read(words);
        if (filing != null) return filing;
        Sentence question = Asking.read(words);
        return question != null ? question : sending(words, Claim.INTENT, Sending.Purpose.RECORD);
    }

    private static Sentence sending(Words words, Claim claim, Sending.Purpose purpose) {
        List<Sending.Part> parts = new ArrayList<>();
        do {
            if (words.take("again")) parts.add(new Sending.Again(label(words)));
            else if (words.take("under")) {
                String label = words.next("a name given with as");
                parts.add(new Sending.Told(act(words), Manner.read(words, claim), label));
            } else parts.add(new Sending.Told(act(words), Manner.read(words, claim), ""));
        } while (words.take(";"));
        return new Sending(parts, purpose);
    }

    private static String label(Words words) {
        return words.atEnd() || words.is(";") ? "" : words.next("a name given with as");
    }

    static Act act(Words words) {
        Misunderstood wrong = words.wrong("expected one of " + String.join(", ", ACTS.keySet())
                + ", " + Declaring.VERBS + ", " + Reserving.VERBS + ", "
                + Working.VERBS + ", " + Serving.VERBS + ", "
                + Testing.VERBS + ", " + Certifying.VERBS + ", " + Attesting.VERBS
                + ", " + Equipping.VERBS + ", " + Filing.VERBS + ", "
                + Asking.VERBS + ",");
        Function<Words, Act> read = ACTS.get(words.next("a verb"));
        if (read == null) throw wrong;
        return read.apply(words);
    }
}
