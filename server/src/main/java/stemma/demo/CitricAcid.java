package stemma.demo;

import stemma.identifiers.DocumentCode;
import stemma.identifiers.LotId;
import stemma.identifiers.LotNumber;
import stemma.identifiers.OrderCode;
import stemma.identifiers.Portion;
import stemma.ledger.Birth;
import stemma.ledger.Circumstances;
import stemma.ledger.Event;
import stemma.ledger.Passport;
import stemma.ledger.PassportDate;
import stemma.ledger.Status;
import stemma.quantity.Quantity;

import java.time.LocalDate;
import java.util.List;

/**
 * Citric acid stands for years and is seldom used: each lot comes with the day by which its maker
 * wants it to be tested again.
 */
final class CitricAcid {
    /** The lot that has been tested again, of which a sample was kept until then. */
    static final LotNumber TESTED = new LotNumber("AC-1001");

    /** The lot whose test has begun. */
    static final LotNumber BEGUN = new LotNumber("AC-1002");

    /** Number, how many working days ago it came, bags of 25 kg, days from today to its test. */
    private static final String LOTS = """
            AC-1001 | 262 | 2 |  -4
            AC-1002 | 260 | 4 |  -1
            AC-1003 | 251 | 3 |  12
            AC-1004 | 118 | 6 | 196
            """;

    private static final int ARRIVED_AT = 10 * 60 + 20;
    private static final int RELEASED_AT = 11 * 60;

    private final Story story;
    private final Samples samples;
    private final Laboratory laboratory;

    CitricAcid(Story story, Samples samples) {
        this.story = story;
        this.samples = samples;
        this.laboratory = new Laboratory(story);
    }

    void tell() {
        LocalDate today = story.days().date(Workdays.TODAY);
        for (List<String> row : Sheet.rows(LOTS)) {
            LotNumber number = new LotNumber(row.getFirst());
            int day = Workdays.TODAY - Integer.parseInt(row.get(1));
            Pile pile = receive(
                    day,
                    number,
                    Measures.kg(Integer.parseInt(row.get(2)) * 25L),
                    today.plusDays(Integer.parseInt(row.get(3))));
            laboratory.judge(
                    day + 1, RELEASED_AT, Status.RELEASED, List.of(Portion.of(pile.lot())));
            samples.keep(day + 1, pile, Measures.kg(1));
        }
    }

    private Pile receive(int day, LotNumber number, Quantity quantity, LocalDate retest) {
        Ingredient acid = Ingredient.of(Ingredient.CITRIC);
        Circumstances arrival = story.scan(story.at(day, ARRIVED_AT));
        String theirs = "SL" + number.text().substring(3);
        Passport passport = Passports.bought(acid, number, theirs, story.days().date(day))
                .retestedBy(PassportDate.of(retest));
        story.tell(
                Crew.ROSA,
                new Event.Received(
                        arrival,
                        new DocumentCode("GR-" + number),
                        new OrderCode("PO-" + number),
                        acid.supplier(),
                        List.of(Birth.of(0, passport, quantity, Firm.SPICE))));
        return new Pile(
                new LotId(arrival.id(), 0),
                acid.item(),
                number,
                quantity,
                Firm.SPICE,
                day + 1,
                Workdays.TODAY);
    }
}
