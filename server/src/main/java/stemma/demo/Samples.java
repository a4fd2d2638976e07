package stemma.demo;

import stemma.identifiers.LotNumber;
import stemma.ledger.Birth;
import stemma.ledger.Circumstances;
import stemma.ledger.Event;
import stemma.ledger.Passport;
import stemma.ledger.SplitKind;
import stemma.quantity.Quantity;

import java.util.List;

/** What is taken of lots and kept: a case of what the lines made first since it is tested. */
final class Samples {
    private static final int TAKEN_AT = 17 * 60 + 40;

    private final Story story;

    Samples(Story story) {
        this.story = story;
    }

    /** Returns the number of what is kept of a lot. */
    static LotNumber of(LotNumber number) {
        return new LotNumber(number + "-K");
    }

    /** Keeps a case of the first lot of the day. */
    void keep(int day, List<Lines.Made> made) {
        boolean isTested = day >= Workdays.TODAY - Testing.DAYS && day < Workdays.TODAY;
        if (isTested && !made.isEmpty()) keep(day, made.getFirst().pile(), Measures.cases(1));
    }

    /** Keeps so much of a pile, on the shelf of the retained samples. */
    void keep(int day, Pile pile, Quantity quantity) {
        Pile.Taken taken = pile.take(quantity);
        Circumstances scanned = story.scan(story.at(day, TAKEN_AT));
        LotNumber number = of(pile.number());
        Birth birth = Birth.of(0, Passport.of(pile.item(), number), quantity, Firm.SAMPLES);
        story.tell(
                Crew.LENA,
                new Event.Split(scanned, SplitKind.RETAIN, taken.line(), List.of(birth)));
    }
}
