package stemma.demo;

import stemma.identifiers.DocumentCode;
import stemma.identifiers.ItemCode;
import stemma.identifiers.LotId;
import stemma.identifiers.LotNumber;
import stemma.identifiers.OrderCode;
import stemma.ledger.Birth;
import stemma.ledger.Circumstances;
import stemma.ledger.Event;
import stemma.quantity.Quantity;

import java.util.List;

/** A receipt beside the ordinary supply, with which something then goes wrong. */
record Extra(Event.Received received, Pile pile) {

    /** Lets a lot arrive; it stays at the dock and waits, and nobody takes it into the stores. */
    static Extra receive(Floor floor, int day, int minute, ItemCode item, int kilograms) {
        Story story = floor.story();
        Ingredient ingredient = Ingredient.of(item);
        Circumstances arrival = story.scan(story.at(day, minute));
        LotNumber number = floor.numbers().lot(ingredient.letters());
        String theirs = "X" + (20_000 + floor.random().nextInt(70_000));
        Quantity quantity = Measures.kg(kilograms);
        Birth birth = Birth.of(
                0,
                Passports.bought(ingredient, number, theirs, story.days().date(day)),
                quantity,
                Firm.GOODS_IN);
        Event.Received received = new Event.Received(
                arrival,
                new DocumentCode(floor.numbers().document("GR")),
                new OrderCode(floor.numbers().document("PO")),
                ingredient.supplier(),
                List.of(birth));
        story.tell(Crew.ROSA, received);
        return new Extra(
                received,
                new Pile(
                        new LotId(arrival.id(), 0),
                        item,
                        number,
                        quantity,
                        Firm.GOODS_IN,
                        day + 1,
                        Workdays.TODAY));
    }

    Birth birth() {
        return received.lots().getFirst();
    }

    /** Returns the same receipt of another quantity. */
    Event.Received of(int kilograms) {
        Birth birth = birth();
        Birth other = new Birth(
                birth.ordinal(),
                birth.units(),
                birth.passport(),
                Measures.kg(kilograms),
                birth.catchWeight(),
                birth.to(),
                birth.status());
        return new Event.Received(
                received.circumstances(),
                received.receipt(),
                received.order(),
                received.supplier(),
                List.of(other));
    }
}
