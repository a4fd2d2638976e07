package stemma.certificates.web;

import org.jspecify.annotations.Nullable;

import stemma.certificates.CertificateQuery;
import stemma.shell.Address;
import stemma.shell.Problem;
import stemma.shell.Refused;

import java.util.Locale;

/** A query for certificates as an address writes it. */
public record CertificateAsked(
        @Nullable String number,
        @Nullable String issuer,
        @Nullable String lot,
        @Nullable String kind,
        @Nullable String standing,
        @Nullable String sort,
        @Nullable Integer from,
        @Nullable Integer limit) {
    private static final int PAGE = 50;
    private static final int MOST = 1_000;

    CertificateQuery query() {
        int rows = limit == null ? PAGE : limit;
        int first = from == null ? 0 : from;
        if (rows < 1 || rows > MOST || first < 0)
            throw new Refused(Problem.of("page_invalid", 422, "A page has 1 to 1,000 rows.")
                    .notRecording(""));
        return new CertificateQuery(
                shown(number),
                shown(issuer),
                shown(lot),
                shown(kind),
                asStanding(),
                order(),
                first,
                rows);
    }

    private String asStanding() {
        String word = shown(standing).toLowerCase(Locale.ROOT);
        return switch (word) {
            case "", "unchecked", "confirmed", "refuted", "revoked", "expired" -> word;
            default -> throw unknown("standing", word);
        };
    }

    private CertificateQuery.Sort order() {
        String word = shown(sort).toUpperCase(Locale.ROOT);
        if (word.isEmpty()) return CertificateQuery.Sort.ENTERED;
        for (CertificateQuery.Sort one : CertificateQuery.Sort.values())
            if (one.name().equals(word)) return one;
        throw unknown("sort", word);
    }

    private static Refused unknown(String field, String word) {
        return new Refused(
                Problem.of("choice_unknown", 422, "\"" + word + "\" is none of the choices.")
                        .notRecording("")
                        .with("field", field));
    }

    /** Returns what stands in a field of the filter. */
    public static String shown(@Nullable String text) {
        return text == null ? "" : text.strip();
    }

    /** Returns the address of the rows from one on, with the same filter. */
    public String at(String path, int first) {
        return path + "?number=" + part(number) + "&issuer=" + part(issuer) + "&lot=" + part(lot)
                + "&kind=" + part(kind) + "&standing=" + part(standing) + "&sort=" + part(sort)
                + "&from=" + first;
    }

    private static String part(@Nullable String text) {
        return Address.encoded(shown(text));
    }

    public boolean isUnfiltered() {
        return (shown(number) + shown(issuer) + shown(lot) + shown(kind) + shown(standing))
                .isEmpty();
    }
}
