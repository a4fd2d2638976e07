package stemma.certificates.web;

import org.jspecify.annotations.Nullable;

import stemma.certificates.IssuedQuery;
import stemma.shell.Address;
import stemma.shell.Problem;
import stemma.shell.Refused;

import java.util.Locale;

/** A query for certificates of our own as an address writes it. */
public record IssuedAsked(
        @Nullable String number,
        @Nullable String lot,
        @Nullable String standing,
        @Nullable Integer from,
        @Nullable Integer limit) {
    private static final int PAGE = 50;
    private static final int MOST = 1_000;

    IssuedQuery query() {
        int rows = limit == null ? PAGE : limit;
        int first = from == null ? 0 : from;
        if (rows < 1 || rows > MOST || first < 0)
            throw new Refused(Problem.of("page_invalid", 422, "A page has 1 to 1,000 rows.")
                    .notRecording(""));
        String word = IssueForm.shown(standing).toLowerCase(Locale.ROOT);
        if (!word.isEmpty() && !word.equals("good") && !word.equals("withdrawn"))
            throw new Refused(
                    Problem.of("choice_unknown", 422, "\"" + word + "\" is none of the choices.")
                            .notRecording("")
                            .with("field", "standing"));
        return new IssuedQuery(IssueForm.shown(number), IssueForm.shown(lot), word, first, rows);
    }

    public boolean isUnfiltered() {
        return (IssueForm.shown(number) + IssueForm.shown(lot) + IssueForm.shown(standing))
                .isEmpty();
    }

    /** Returns the address of the rows from one on, with the same filter. */
    public String at(int first) {
        return "/certificates/issued?number=" + Address.encoded(IssueForm.shown(number)) + "&lot="
                + Address.encoded(IssueForm.shown(lot)) + "&standing="
                + Address.encoded(IssueForm.shown(standing)) + "&from=" + first;
    }
}
