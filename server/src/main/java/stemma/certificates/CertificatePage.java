package stemma.certificates;

import java.util.List;

/** A page of certificates, and how many there are in all. */
public record CertificatePage(List<KeptCertificate> rows, int total) {
    public CertificatePage {
        rows = List.copyOf(rows);
    }
}
