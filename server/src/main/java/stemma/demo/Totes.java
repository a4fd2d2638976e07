package stemma.demo;

import stemma.identifiers.ContainerCode;
import stemma.identifiers.ItemCode;
import stemma.identifiers.Portion;
import stemma.ledger.Circumstances;
import stemma.ledger.ContentBasis;
import stemma.ledger.Event;
import stemma.ledger.Line;
import stemma.ledger.Place;
import stemma.ledger.Run;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * The rework totes: soup left over waits in one for the next run of the same soup, some days long.
 */
final class Totes {
    private static final int KEPT_DAYS = 5;
    private static final int TOTES = 12;
    private static final int SCRAPPED_AT = 5 * 60 + 40;
    private static final Place RACK = Firm.at("TOTES");

    private final Story story;
    private final Map<ItemCode, Kept> kept = new TreeMap<>();
    private int used;

    Totes(Story story) {
        this.story = story;
    }

    /** Soup in a tote, of which finished item, since when. */
    record Kept(ItemCode soup, Pile pile, ContainerCode tote, int since) {}

    /** Pours soup that stands at the line into the next tote. */
    Kept pour(ItemCode soup, Pile pile, int day, int minute) {
        ContainerCode tote =
                new ContainerCode(String.format(Locale.ROOT, "TOTE-%02d", 1 + used++ % TOTES));
        Place inTote = new Place.InContainer(tote);
        story.tell(
                Crew.OTTO,
                new Event.Packed(
                        story.scan(story.at(day, minute)),
                        tote,
                        RACK,
                        ContentBasis.OBSERVED,
                        List.of(new Line(Portion.of(pile.lot()), pile.left(), null, pile.at())),
                        List.of()));
        pile.move(inTote);
        return new Kept(soup, pile, tote, day);
    }

    /** Keeps a tote for the next run of its soup. */
    void keep(Kept tote) {
        kept.put(tote.soup(), tote);
    }

    boolean has(ItemCode soup) {
        return kept.containsKey(soup);
    }

    /** Empties the tote of a soup into a run. */
    void feed(ItemCode soup, Run run, int day, int minute) {
        Kept tote = kept.remove(soup);
        if (tote != null) feed(tote, run, day, minute);
    }

    /** Empties a tote into a run: whoever scans it means all that is in it. */
    void feed(Kept tote, Run run, int day, int minute) {
        Circumstances scanned = story.scan(story.at(day, minute));
        story.tell(Crew.OTTO, new Event.Consumed(scanned, run, List.of(), List.of(tote.tote())));
        tote.pile().take(tote.pile().left());
    }

    /** Scraps what was kept too long. */
    void tidy(int day) {
        List<Line> old = new ArrayList<>();
        Iterator<Kept> all = kept.values().iterator();
        while (all.hasNext()) {
            Kept tote = all.next();
            if (day - tote.since() <= KEPT_DAYS) continue;
            old.add(tote.pile().take(tote.pile().left()).line());
            all.remove();
        }
        if (old.isEmpty()) return;
        Instant at = story.at(day, SCRAPPED_AT);
        story.tell(Crew.OTTO, new Event.Scrapped(story.scan(at), old));
    }
}
