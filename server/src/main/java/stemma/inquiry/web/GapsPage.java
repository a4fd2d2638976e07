package stemma.inquiry.web;

import stemma.genealogy.Gap;
import stemma.identifiers.Portion;
import stemma.inquiry.Inquiry;
import stemma.inquiry.OpenGap;
import stemma.inquiry.Past;
import stemma.inquiry.Questioned;
import stemma.inquiry.Subject;

import java.util.List;

/**
 * A page of what is wrong or missing in the record: broken rules, lots to be looked at again, and
 * lots made of nothing known.
 */
public record GapsPage(
        List<OpenGap> broken,
        long total,
        int unseen,
        int from,
        List<Gap> unfounded,
        int lots,
        List<Gap> reviews) {
    public GapsPage {
        reviews = List.copyOf(reviews);
        broken = List.copyOf(broken);
        unfounded = List.copyOf(unfounded);
    }

    static GapsPage of(Inquiry inquiry, Questioned questioned, Asked asked, int from, int lots) {
        Past.Page broken = inquiry.gaps(from, asked.sight());
        return new GapsPage(
                broken.events().stream().map(OpenGap::of).toList(),
                broken.total(),
                broken.unseen(),
                from,
                asked.gaps(inquiry.unfounded(lots)),
                lots,
                asked.gaps(questioned.page(from)));
    }

    public boolean hasMore() {
        return from + broken.size() < total || hasMoreReviews();
    }

    /** A full page of lots may be followed by another; nobody counts them all to say so. */
    public boolean hasMoreLots() {
        return unfounded.size() == Inquiry.PAST;
    }

    public boolean isNone() {
        return broken.isEmpty()
                && reviews.isEmpty()
                && unfounded.isEmpty()
                && from == 0
                && lots == 0;
    }

    /** Either list may go on; they are paged together. */
    public boolean hasMoreReviews() {
        return reviews.size() == Inquiry.PAST;
    }

    /** Returns the address of the path from what calls a lot in question to it; empty if none. */
    public static String path(Gap review) {
        return review.because().isEmpty()
                ? ""
                : "/trace/why?id=" + Subject.encoded(review.because().getFirst().toString())
                        + "&direction=forward&of="
                        + Subject.encoded(review.lots().getFirst().toString());
    }

    public String lotAddress(Portion lot) {
        return "/lots/id/" + lot;
    }
}
