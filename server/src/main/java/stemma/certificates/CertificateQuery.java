package stemma.certificates;

/**
 * Which certificates are asked for: how number and issuer begin, what they claim (a whole lot or
 * heat), which kind, how they stand ({@code unchecked}, {@code confirmed}, {@code refuted},
 * {@code revoked}, {@code expired}); empty where all are meant.
 */
public record CertificateQuery(
        String number,
        String issuer,
        String lot,
        String kind,
        String standing,
        Sort sort,
        int from,
        int limit) {
    /** By what they are sorted. */
    public enum Sort {
        ENTERED("latest entered"),
        ISSUED("latest issued"),
        VALID("next to end"),
        NUMBER("number"),
        ISSUER("issuer");

        private final String words;

        Sort(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }
    }

    /** Returns the same question for other rows. */
    public CertificateQuery rows(int first, int count) {
        return new CertificateQuery(number, issuer, lot, kind, standing, sort, first, count);
    }
}
