package stemma.verifier;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A lot or block of units as the entries make it, and what is yet to be stated of it. */
final class Lot {
    private final long position;
    private final Tracking tracking;
    private final String unit;
    private final String site;
    private final Balances places = new Balances();
    private final Map<String, BigDecimal> weights = new HashMap<>(0);
    private final Units units = new Units();
    private final Sum links = new Sum();
    private final Sum judgements = new Sum();
    private final List<Passport> changes = new ArrayList<>(0);
    private final Id birth;
    private int first;
    private int last;
    private Lot sibling;
    private Passport born;
    private boolean isVoided;

    /** Item and number that are true of a lot from a moment on, by the entry of that number. */
    record Passport(String item, String number, Moment from, long seq) {}

    Lot(long position, Birth birth, Tracking tracking, Event event, long seq) {
        this.position = position;
        this.tracking = tracking;
        this.unit = birth.amount().unit();
        this.site = event.site();
        this.birth = birth.lot().birth();
        this.first = birth.lot().first();
        this.last = birth.lot().last();
        this.born = new Passport(birth.item(), birth.number(), event.from(), seq);
    }

    /** A birth that was replaced, or voided and stands again, keeps its identity. */
    void bornAgain(Birth birth, Event event, long seq) {
        first = birth.lot().first();
        last = birth.lot().last();
        born = new Passport(birth.item(), birth.number(), event.from(), seq);
        isVoided = false;
    }

    void voided() {
        isVoided = true;
    }

    void change(Passport passport) {
        changes.add(passport);
    }

    void unchange(long seq) {
        changes.removeIf(change -> change.seq() == seq);
    }

    /** Adds to the catch weight of what is at a place. */
    void weigh(String place, BigDecimal weight) {
        weights.merge(place, weight, BigDecimal::add);
    }

    /** Returns the catch weight of what is at a place, as far as it was weighed. */
    BigDecimal weight(String place) {
        return weights.getOrDefault(place, BigDecimal.ZERO);
    }

    /** Returns the passport in force: the last change by the time it happened, else the birth's. */
    Passport passport() {
        Passport last = null;
        for (Passport change : changes) {
            boolean isLater = last == null
                    || change.from().compareTo(last.from()) > 0
                    || change.from().equals(last.from()) && change.seq() > last.seq();
            if (isLater) last = change;
        }
        return last == null ? born : last;
    }

    long position() {
        return position;
    }

    /** Says which lot of the same birth was added before; returns this. */
    Lot besides(Lot other) {
        sibling = other;
        return this;
    }

    Lot sibling() {
        return sibling;
    }

    Id birth() {
        return birth;
    }

    int first() {
        return first;
    }

    int last() {
        return last;
    }

    Portion span() {
        return new Portion(birth, first, last);
    }

    boolean isSerial() {
        return tracking == Tracking.SERIAL;
    }

    boolean isPool() {
        return tracking == Tracking.POOL;
    }

    boolean isVoid() {
        return isVoided;
    }

    String unit() {
        return unit;
    }

    String site() {
        return site;
    }

    Balances places() {
        return places;
    }

    Units units() {
        return units;
    }

    Sum links() {
        return links;
    }

    Sum judgements() {
        return judgements;
    }
}
