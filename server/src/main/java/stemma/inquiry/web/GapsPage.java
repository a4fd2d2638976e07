package stemma.inquiry.web;

import stemma.genealogy.Gap;
import stemma.identifiers.Portion;
import stemma.inquiry.Inquiry;
import stemma.inquiry.OpenGap;
import stemma.inquiry.Past;

import java.util.List;

/**
 * A page of what is wrong or missing in the record: broken rules, and lots made of nothing known.
 */
public record GapsPage(
        List<OpenGap> broken, long total, int unseen, int from, List<Gap> unfounded, int lots) {
    public GapsPage {
        broken = List.copyOf(broken);
        unfounded = List.copyOf(unfounded);
    }

    static GapsPage of(Inquiry inquiry, Asked asked, int from, int lots) {
        Past.Page broken = inquiry.gaps(from, asked.sight());
        return new GapsPage(
                broken.events().stream().map(OpenGap::of).toList(),
                broken.total(),
                broken.unseen(),
                from,
                asked.gaps(inquiry.unfounded(lots)),
                lots);
    }

    public boolean hasMore() {
        return from + broken.size() < total;
    }

    /** A full page of lots may be followed by another; nobody counts them all to say so. */
    public boolean hasMoreLots() {
        return unfounded.size() == Inquiry.PAST;
    }

    public boolean isNone() {
        return broken.isEmpty() && unfounded.isEmpty() && from == 0 && lots == 0;
    }

    public String lotAddress(Portion lot) {
        return "/lots/id/" + lot;
    }
}
