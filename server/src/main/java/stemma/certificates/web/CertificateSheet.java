package stemma.certificates.web;

import stemma.certificates.CertificatePage;
import stemma.certificates.CertificateQuery;
import stemma.certificates.Claim;
import stemma.certificates.KeptCertificate;
import stemma.shell.CsvFile;

import java.util.List;
import java.util.function.Function;

/** Certificates as a file, a row for each claim, all that are as asked. */
final class CertificateSheet {
    private static final int AT_ONCE = 1_000;

    private CertificateSheet() {}

    static void write(
            CsvFile file,
            CertificateQuery asked,
            Function<CertificateQuery, CertificatePage> pages) {
        file.row(List.of(
                "number",
                "kind",
                "issuer",
                "issued on",
                "valid until",
                "standing",
                "receipt",
                "named by",
                "lot, heat or serial",
                "whose",
                "item",
                "quantity",
                "values",
                "sha256"));
        int from = 0;
        CertificatePage page;
        do {
            page = pages.apply(asked.rows(from, AT_ONCE));
            page.rows()
                    .forEach(kept ->
                            kept.paper().claims().forEach(claim -> file.row(row(kept, claim))));
            from += AT_ONCE;
        } while (from < page.total());
    }

    private static List<String> row(KeptCertificate kept, Claim claim) {
        var paper = kept.paper();
        return List.of(
                paper.number().code(),
                paper.kind().code(),
                paper.issuer().code(),
                paper.issuedOn().toString(),
                paper.validUntil() == null ? "" : paper.validUntil().toString(),
                kept.standing(),
                paper.receipt() == null ? "" : paper.receipt().code(),
                claim.by().name().toLowerCase(java.util.Locale.ROOT),
                claim.text(),
                claim.issuer().code(),
                claim.item() == null ? "" : claim.item().code(),
                claim.quantity() == null ? "" : claim.quantity().toString(),
                String.join("; ", claim.values().stream().map(v -> v.line()).toList()),
                paper.file() == null ? "" : paper.file().sha256());
    }
}
