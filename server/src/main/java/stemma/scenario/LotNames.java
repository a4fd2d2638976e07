package stemma.scenario;

import org.jspecify.annotations.Nullable;

import stemma.catalog.Item;
import stemma.identifiers.EventId;
import stemma.identifiers.ItemCode;
import stemma.identifiers.LotId;
import stemma.identifiers.LotNumber;
import stemma.identifiers.Portion;
import stemma.identifiers.SerialNumber;
import stemma.ledger.Birth;
import stemma.ledger.Event;
import stemma.ledger.Facts;
import stemma.ledger.Passport;
import stemma.ledger.Serials;
import stemma.lots.Lot;
import stemma.lots.Lots;
import stemma.lots.SerialUnit;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * Finds what a scenario calls by number, and says the number of what is found. Lots that are born
 * in the sentence being told are found as well.
 */
final class LotNames {
    private final Lots lots;
    private final List<Born> beingBorn = new ArrayList<>();

    /** A lot or block that the sentence being told lets begin to exist. */
    record Born(Portion portion, Birth birth) {}

    LotNames(Lots lots) {
        this.lots = lots;
    }

    void born(Event event) {
        for (Birth birth : Facts.births(event)) {
            Born born = new Born(birth.of(event.id()), birth);
            if (!beingBorn.contains(born)) beingBorn.add(born);
        }
    }

    void told() {
        beingBorn.clear();
    }

    /** Returns the lot or units that are meant; a lot that nobody knows where there is none. */
    Portion one(LotName name, Supplier<EventId> nobody) {
        List<Portion> all = family(name);
        if (all.size() == 1) return all.getFirst();
        if (all.isEmpty()) return Portion.of(new LotId(nobody.get(), 0));
        throw new Unclear(name + " is " + all.size() + " lots; write " + name.number() + ":1 to "
                + name.number() + ":" + all.size() + ", or of which item");
    }

    /** Returns everything that is meant, oldest first. */
    List<Portion> family(LotName name) {
        if (name.last() != null) return List.of(range(name, name.last()));
        List<Portion> all = new ArrayList<>();
        for (Lot lot : lots.family(item(name), new LotNumber(name.number()))) all.add(lot.span());
        for (Born born : beingBorn) {
            if (bears(born.birth().passport(), name)) all.add(born.portion());
        }
        if (all.isEmpty()) all.addAll(units(name, name.number()));
        if (name.sublot() == 0) return all;
        if (name.sublot() > all.size())
            throw new Unclear("there are only " + all.size() + " " + name.number());
        return List.of(all.get(name.sublot() - 1));
    }

    private static @Nullable ItemCode item(LotName name) {
        return name.item() == null ? null : new ItemCode(name.item());
    }

    private static boolean bears(Passport passport, LotName name) {
        ItemCode item = item(name);
        return passport.number().normal().equals(new LotNumber(name.number()).normal())
                && (item == null || Item.key(item).equals(Item.key(passport.item())));
    }

    private List<Portion> units(LotName name, String serial) {
        ItemCode item = item(name);
        List<Portion> found = new ArrayList<>();
        List<SerialUnit> lives = lots.bySerial(serial);
        int latest = lives.stream().mapToInt(SerialUnit::life).max().orElse(0);
        for (SerialUnit unit : lives) {
            boolean ofItem =
                    item == null || Item.key(item).equals(Item.key(unit.block().item()));
            if (ofItem && (unit.life() == latest || item == null && lives.size() > latest)) {
                found.add(Portion.of(unit.unit()));
            }
        }
        for (Born born : beingBorn) {
            if (item != null
                    && !Item.key(item).equals(Item.key(born.birth().passport().item()))) continue;
            Portion unit = unitOf(born, serial);
            if (unit != null) found.add(unit);
        }
        return found;
    }

    private static @Nullable Portion unitOf(Born born, String serial) {
        Serials serials = born.birth().passport().serials();
        if (serials == null) return null;
        String wanted = new SerialNumber(serial).normal();
        for (int place = 0; place < born.portion().count(); place++) {
            if (serials.at(place).normal().equals(wanted)) {
                LotId first = born.portion().first();
                return Portion.of(new LotId(first.birth(), first.ordinal() + place));
            }
        }
        return null;
    }

    private Portion range(LotName name, String last) {
        LotId from = unit(name, name.number());
        LotId to = unit(name, last);
        if (!from.birth().equals(to.birth()) || to.ordinal() < from.ordinal()) {
            throw new Unclear(name + " is no range of one block");
        }
        return new Portion(from, to.ordinal() - from.ordinal() + 1);
    }

    private LotId unit(LotName name, String serial) {
        List<Portion> found = units(name, serial);
        if (found.size() != 1)
            throw new Unclear("serial " + serial + " names " + found.size() + " units");
        return found.getFirst().first();
    }

    /** Returns the passport of a lot or block, of one being born too. */
    @Nullable
    Passport passport(Portion portion) {
        Birth born = birth(portion);
        if (born != null) return born.passport();
        return lots.lot(portion.first()).map(Lot::passport).orElse(null);
    }

    /** Returns the birth of a lot that the sentence being told lets begin to exist. */
    @Nullable
    Birth birth(Portion portion) {
        for (Born born : beingBorn)
            if (born.portion().contains(portion.first())) return born.birth();
        return null;
    }

    /**
     * Returns the lot's number, with its place in the family where that has several; or the
     * serials.
     */
    String words(Portion portion) {
        Lot lot = lots.lot(portion.first()).orElse(null);
        if (lot == null) return "a lot that nobody knows";
        if (lot.isSerial()) {
            List<SerialNumber> serials = lots.serials(portion);
            if (serials.size() == 1) return serials.getFirst().text();
            if (!serials.isEmpty()) return serials.getFirst() + ".." + serials.getLast();
        }
        List<Lot> family = lots.family(lot.item(), lot.number());
        if (family.size() < 2) return lot.number().text();
        int place = 1;
        for (Lot sibling : family) {
            if (sibling.id().equals(lot.id())) return lot.number() + ":" + place;
            place++;
        }
        return lot.number().text();
    }
}
