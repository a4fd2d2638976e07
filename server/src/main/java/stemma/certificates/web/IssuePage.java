package stemma.certificates.web;

import org.jspecify.annotations.Nullable;

import stemma.certificates.IssueDraft;
import stemma.certificates.IssuedKind;
import stemma.identifiers.EventId;
import stemma.lots.Lot;
import stemma.shell.SiteTime;

import java.util.List;

/** The page that issues a certificate: the form, the lots that it may be of, and what is shown. */
public record IssuePage(
        IssueForm form,
        String number,
        List<Lot> lots,
        @Nullable IssueDraft draft,
        SiteTime time,
        EventId event) {
    public IssuePage {
        lots = List.copyOf(lots);
    }

    public List<IssuedKind> kinds() {
        return List.of(IssuedKind.values());
    }

    /** Returns the one lot that it is of, where it is one. */
    public @Nullable Lot lot() {
        return lots.size() == 1 ? lots.getFirst() : null;
    }
}
