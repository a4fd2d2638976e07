package stemma.demo;

import stemma.identifiers.DocumentCode;
import stemma.identifiers.ItemCode;
import stemma.identifiers.LotId;
import stemma.identifiers.LotNumber;
import stemma.identifiers.PartnerCode;
import stemma.identifiers.Portion;
import stemma.ledger.AdjustmentCause;
import stemma.ledger.Birth;
import stemma.ledger.Circumstances;
import stemma.ledger.Event;
import stemma.ledger.ExternalLot;
import stemma.ledger.Passport;
import stemma.ledger.Place;
import stemma.ledger.Reason;
import stemma.ledger.ReturnLine;
import stemma.ledger.SplitKind;
import stemma.ledger.Status;
import stemma.quantity.Quantity;
import stemma.signatures.Meaning;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Goods taken back, counted, relabelled, put together, and found to have a second number. */
final class StoreMishaps {
    private static final ItemCode RICE = new ItemCode("RICE");
    private static final ItemCode SALT = new ItemCode("SALT");
    private static final int CASES_BACK = 24;
    private static final int BACK_AFTER_DAYS = 6;

    private final Floor floor;
    private final Laboratory laboratory;
    private final Lines lines;
    private final Dock dock;

    StoreMishaps(Floor floor, Laboratory laboratory, Lines lines, Dock dock) {
        this.floor = floor;
        this.laboratory = laboratory;
        this.lines = lines;
        this.dock = dock;
    }

    /** A customer sends cases back; they are kept apart, rejected, destroyed. */
    void takeBack(int day) {
        Dock.Sent sent = sentBefore(day);
        Story story = floor.story();
        takeBack(day, sent, sent.to(), story.scan(story.at(day, 9 * 60 + 22)));
    }

    /** A customer sends back what by our records went to others only. */
    void takeBackNotBought(int day) {
        Dock.Sent sent = sentBefore(day);
        Set<PartnerCode> buyers = dock.sent().stream()
                .filter(s -> s.goods().pile() == sent.goods().pile())
                .map(s -> s.to().customer())
                .collect(Collectors.toSet());
        Story story = floor.story();
        Circumstances stated = story.report(
                story.at(day, 9 * 60 + 35), "customer_says_so", "The number is on the cases.");
        Firm.addresses().stream()
                .filter(to -> !buyers.contains(to.customer()))
                .findFirst()
                .ifPresent(to -> takeBack(day, sent, to, stated));
    }

    private Dock.Sent sentBefore(int day) {
        return dock.sent().stream()
                .filter(sent -> sent.day() == day - BACK_AFTER_DAYS)
                .findFirst()
                .orElseThrow();
    }

    private void takeBack(int day, Dock.Sent sent, Firm.Address from, Circumstances circumstances) {
        Story story = floor.story();
        Pile pile = sent.goods().pile();
        Quantity back = Measures.cases(CASES_BACK);
        Birth birth = Birth.of(0, Passport.of(pile.item(), pile.number()), back, Firm.CAGE);
        story.tell(
                Crew.ROSA,
                new Event.Returned(
                        circumstances,
                        new DocumentCode(floor.numbers().document("RT")),
                        from.customer(),
                        from.shipTo(),
                        List.of(new ReturnLine(Portion.of(pile.lot()), birth))));
        if (day + 3 > Workdays.TODAY) return;
        Portion lot = Portion.of(new LotId(circumstances.id(), 0));
        laboratory.judge(day + 1, 6 * 60 + 22, Status.REJECTED, List.of(lot));
        Instant at = story.at(day + 3, 9 * 60 + 50);
        story.judge(
                Meaning.DISPOSED,
                new Event.Destroyed(
                        story.keyed(at).because(Reason.of("returned_goods")),
                        new DocumentCode(floor.numbers().document("DC")),
                        List.of(new stemma.ledger.Line(lot, back, null, Firm.CAGE))));
    }

    /** A count of the rice finds less than the books have. */
    void count(int day) {
        Pile pile = floor.stores().usable(RICE, day).toList().getLast();
        Quantity missing = Measures.kg(2 + floor.random().nextInt(7));
        Story story = floor.story();
        Pile.Taken taken = pile.take(Measures.lesser(missing, pile.left()));
        story.tell(
                Crew.ROSA,
                new Event.Adjusted(
                        story.keyed(story.at(day, 18 * 60 + 50)),
                        taken.line().lot(),
                        taken.quantity(),
                        null,
                        taken.from(),
                        Place.Beyond.COUNT_VARIANCE,
                        AdjustmentCause.COUNT));
    }

    /** Some pallets of a lot get another label, and so another number. */
    void relabel(int day) {
        if (day + 1 > Workdays.TODAY) return;
        Pile pile = lines.today().getFirst().pile();
        Pile.Taken taken = pile.take(Measures.cases(160));
        Story story = floor.story();
        Circumstances scanned = story.scan(story.at(day + 1, 8 * 60 + 30));
        LotNumber number = new LotNumber(pile.number() + "-R");
        Birth birth =
                Birth.of(0, Passport.of(pile.item(), number), taken.quantity(), Firm.FINISHED);
        story.tell(
                Crew.SENA,
                new Event.Split(
                        scanned.because(Reason.of("label_smeared")),
                        SplitKind.RELABEL,
                        taken.line(),
                        List.of(birth)));
        floor.stores()
                .add(new Pile(
                        new LotId(scanned.id(), 0),
                        pile.item(),
                        number,
                        taken.quantity(),
                        Firm.FINISHED,
                        day + 1,
                        Workdays.TODAY));
    }

    /** Two part pallets of salt are tipped together. */
    void merge(int day) {
        List<Extra> extras = new ArrayList<>();
        extras.add(Extra.receive(floor, day, 9 * 60 + 5, SALT, 200));
        extras.add(Extra.receive(floor, day, 9 * 60 + 8, SALT, 300));
        extras.forEach(e -> laboratory.waits(day, List.of(Portion.of(e.pile().lot()))));
        Story story = floor.story();
        Circumstances scanned = story.scan(story.at(day + 1, 9 * 60));
        Birth birth = Birth.of(
                0, Passport.of(SALT, floor.numbers().lot("SAM")), Measures.kg(500), Firm.GOODS_IN);
        story.tell(
                Crew.ROSA,
                new Event.Merged(
                        scanned,
                        extras.stream()
                                .map(e -> e.pile().take(e.pile().left()).line())
                                .toList(),
                        birth));
        floor.stores()
                .add(new Pile(
                        new LotId(scanned.id(), 0),
                        SALT,
                        birth.passport().number(),
                        birth.quantity(),
                        Firm.GOODS_IN,
                        day + 2,
                        Workdays.TODAY));
    }

    /** The maker's own number of a lot is found under the trader's label. */
    void secondNumber(int day) {
        Extra extra = Extra.receive(floor, day, 9 * 60 + 18, SALT, 100);
        Portion lot = Portion.of(extra.pile().lot());
        Passport passport = extra.birth().passport();
        List<ExternalLot> numbers = new ArrayList<>(passport.externalLots());
        numbers.add(new ExternalLot(new PartnerCode("SALTWORKS"), "CS-" + day));
        Story story = floor.story();
        story.tell(
                Crew.ROSA,
                new Event.PassportChanged(
                        story.keyed(story.at(day, 9 * 60 + 26))
                                .because(Reason.of("second_number_found")),
                        lot,
                        passport.alsoKnownAs(numbers)));
        laboratory.waits(day, List.of(lot));
        floor.stores().add(extra.pile());
    }
}
