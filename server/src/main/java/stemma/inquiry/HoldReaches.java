package stemma.inquiry;

import stemma.identifiers.LocationCode;
import stemma.identifiers.LotNumber;
import stemma.identifiers.Portion;
import stemma.identifiers.ResourceCode;
import stemma.identifiers.RunId;
import stemma.identifiers.SiteCode;
import stemma.ledger.Occurrence;
import stemma.ledger.Reach;
import stemma.ledger.TimeSource;
import stemma.lots.Lot;
import stemma.shell.Problem;
import stemma.shell.Refused;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What is to be held, said as a hold can name it: a number with its whole family, so that a lot of
 * it that comes tomorrow is held too; what a run yields, what stands at a place, and what a
 * resource touched by these names; everything else lot by lot.
 */
public final class HoldReaches {
    /** How many holds one form sets at most. */
    public static final int MOST = 100;

    private final Map<Reach, SiteCode> sites = new LinkedHashMap<>();

    private HoldReaches() {}

    /** One thing that a hold names, and the site at which it is set. */
    public record Named(Reach reach, SiteCode site, String words) {}

    /**
     * Returns what holds on the subject name; refused with {@code holds_too_many} where they would
     * be more than {@link #MOST}.
     */
    public static List<Named> of(Subject subject, ZoneId zone) {
        HoldReaches all = new HoldReaches();
        if (subject.named().isEmpty()) all.add(subject);
        else subject.named().forEach(root -> all.add(subject, root, zone));
        if (all.sites.size() > MOST) throw tooMany(all.sites.size());
        List<Named> named = new ArrayList<>();
        all.sites.forEach(
                (reach, site) -> named.add(new Named(reach, site, words(subject, reach))));
        return named;
    }

    private static String words(Subject subject, Reach reach) {
        return reach instanceof Reach.Sublot(var units)
                ? "lot " + subject.number(units)
                : EventWords.reach(reach);
    }

    private static Refused tooMany(int count) {
        return new Refused(Problem.of(
                        "holds_too_many",
                        422,
                        "That would be " + count + " holds, and one form sets at most " + MOST
                                + ".")
                .notRecording("No hold was set.")
                .advising("Name what they have in common, such as their number, run or place."));
    }

    private void add(Subject subject) {
        Lot first = subject.lots().getFirst();
        boolean oneItem = subject.lots().stream().map(Lot::item).distinct().count() == 1;
        if (subject.query().startsWith("id="))
            sites.put(new Reach.Sublot(subject.roots().getFirst()), first.site());
        else
            sites.put(
                    new Reach.Family(oneItem ? first.item() : null, first.number()), first.site());
    }

    private void add(Subject subject, NamedRoot root, ZoneId zone) {
        SiteCode site = lotOf(subject, root.portions().getFirst()).site();
        RootText asked = root.asked();
        boolean always = asked.window().equals(RootWindow.ALWAYS);
        if (asked.kind() == RootKind.RUN) sites.put(new Reach.Yield(new RunId(asked.code())), site);
        else if (asked.kind() == RootKind.RESOURCE && !always)
            sites.put(
                    new Reach.Touched(new ResourceCode(asked.code()), window(asked.window(), zone)),
                    site);
        else if (asked.kind() == RootKind.LOCATION && always) standing(asked.code());
        else root.portions().forEach(units -> add(lotOf(subject, units), units, asked));
    }

    private void add(Lot lot, Portion units, RootText asked) {
        boolean byNumber = asked.kind() == RootKind.LOT
                || asked.kind() == null
                        && new LotNumber(asked.code())
                                .normal()
                                .equals(lot.number().normal());
        Reach reach =
                byNumber ? new Reach.Family(lot.item(), lot.number()) : new Reach.Sublot(units);
        sites.put(reach, lot.site());
    }

    private void standing(String code) {
        int slash = code.indexOf('/');
        SiteCode site = new SiteCode(code.substring(0, slash).strip());
        sites.put(
                new Reach.Standing(
                        site, new LocationCode(code.substring(slash + 1).strip())),
                site);
    }

    private static Occurrence window(RootWindow window, ZoneId zone) {
        return new Occurrence(window.from(), window.until(), TimeSource.STATED, zone);
    }

    private static Lot lotOf(Subject subject, Portion units) {
        return subject.lots().stream()
                .filter(lot -> lot.span().overlaps(units))
                .findFirst()
                .orElseThrow();
    }
}
