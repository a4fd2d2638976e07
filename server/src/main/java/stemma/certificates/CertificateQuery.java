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
        ENTERED,
        ISSUED,
        VALID,
        NUMBER,
        ISSUER
    }

    public static CertificateQuery all(int limit) {
        return new CertificateQuery("", "", "", "", "", Sort.ENTERED, 0, limit);
    }
}
