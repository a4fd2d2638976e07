package stemma.inquiry.web;

import stemma.genealogy.Sharing;
import stemma.inquiry.ShareAnswer;
import stemma.inquiry.SharedThing;
import stemma.inquiry.Subject;

/** What several things share, on its page: a part of the rows of each of its two tables. */
public record SharePage(
        ShareAnswer answer,
        KnownAtView knownAt,
        Slice<Sharing.SharedLot> lots,
        Slice<SharedThing> things) {

    static SharePage of(
            ShareAnswer answer, KnownAtView knownAt, String only, int from, int thingsFrom) {
        return new SharePage(
                answer,
                knownAt,
                Slice.of(
                        answer.shared(),
                        lot -> lot.lot().number() + " "
                                + answer.names().item(lot.lot().item()) + " "
                                + answer.called(lot.by()),
                        only,
                        from),
                Slice.of(
                        answer.common(),
                        thing -> thing.kind().words() + " " + thing.name() + " " + thing.about(),
                        only,
                        thingsFrom));
    }

    public boolean isWhole() {
        return lots.isWhole() && things.isWhole();
    }

    /** Returns the address of the lots from another one on, beside the same other things. */
    public String lotsFrom(int from) {
        return part(from, things.from());
    }

    /** Returns the address of the other things from another one on, beside the same lots. */
    public String thingsFrom(int from) {
        return part(lots.from(), from);
    }

    private String part(int from, int thingsFrom) {
        return "/share?" + query() + "&from=" + from + "&thingsFrom=" + thingsFrom
                + (lots.only().isEmpty() ? "" : "&only=" + Subject.encoded(lots.only()));
    }

    public String query() {
        return answer.subject().query() + knownAt.query();
    }

    /** Returns the address of the ways by which a lot came into each of the asked. */
    public String why(Sharing.SharedLot lot) {
        return "/share/why?" + query() + "&of=" + Subject.encoded(lot.portion().toString());
    }

    public String name(Sharing.SharedLot lot) {
        return answer.names().item(lot.lot().item());
    }

    public String turn(Sharing.Turn turn) {
        return Words.turn(turn);
    }
}
