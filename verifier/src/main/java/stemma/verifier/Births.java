package stemma.verifier;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** Which lots begin, end by a correction, and take another passport. */
final class Births {
    private final Lots lots;
    private final Items items;

    Births(Lots lots, Items items) {
        this.lots = lots;
        this.items = items;
    }

    void book(Change change) {
        change.ended().ifPresent(ended -> voided(ended, change.effect()));
        change.ended()
                .filter(Births::changesPassport)
                .ifPresent(ended -> passportOf(ended).unchange(change.endedSeq()));
        if (change.effect().isEmpty()) return;
        Event effect = change.effect().get();
        for (Birth birth : effect.births()) born(birth, effect, change);
        if (changesPassport(effect)) {
            Fields passport = effect.fields().object("passport");
            passportOf(effect)
                    .change(new Lot.Passport(
                            passport.text("item"),
                            passport.text("number"),
                            effect.from(),
                            change.envelope().number()));
        }
    }

    private void voided(Event ended, Optional<Event> effect) {
        Set<Integer> kept = new HashSet<>();
        effect.ifPresent(
                one -> one.births().forEach(birth -> kept.add(birth.lot().first())));
        for (Birth birth : ended.births()) {
            if (!kept.contains(birth.lot().first()))
                lots.beginning(birth.lot().birth(), birth.lot().first()).ifPresent(Lot::voided);
        }
    }

    private void born(Birth birth, Event effect, Change change) {
        long seq = change.envelope().number();
        Optional<Lot> before = lots.beginning(birth.lot().birth(), birth.lot().first());
        if (before.isPresent() && change.event().isCorrection()) {
            before.get().bornAgain(birth, effect, seq);
            return;
        }
        if (lots.anyOverlaps(birth.lot()))
            throw new Broken(Code.LOT_BORN_TWICE, "lot " + birth.lot() + " is born already");
        Tracking tracking = items.tracking(birth.item());
        lots.add(new Lot(change.position(), birth, tracking, effect, seq));
    }

    private static boolean changesPassport(Event event) {
        return event.kind().equals("passport_changed");
    }

    private Lot passportOf(Event changed) {
        Portion lot = Portion.of(changed.fields().text("lot"));
        return lots.find(lot).orElseThrow(() -> unknown(lot));
    }

    static Broken unknown(Portion lot) {
        return new Broken(Code.LOT_UNKNOWN, "lot " + lot + " was not born before");
    }
}
