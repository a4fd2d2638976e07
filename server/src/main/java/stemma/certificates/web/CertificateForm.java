package stemma.certificates.web;

import org.jspecify.annotations.Nullable;

import stemma.certificates.Certificate;
import stemma.certificates.CertificateKind;
import stemma.certificates.CertifiedValue;
import stemma.certificates.Claim;
import stemma.certificates.KeptCertificate;
import stemma.identifiers.DocumentCode;
import stemma.identifiers.ItemCode;
import stemma.identifiers.PartnerCode;
import stemma.identifiers.SiteCode;
import stemma.intake.Slip;
import stemma.quantity.Quantity;
import stemma.receiving.SupplierDocument;
import stemma.shell.Problem;
import stemma.shell.Refused;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The form of a paper: what stands in its fields, and the paper that they say. */
public record CertificateForm(
        String address,
        Slip slip,
        int rows,
        @Nullable SupplierDocument file,
        String problem,
        String wrongField) {
    /** Returns what is wrong with a field; empty where nothing is. */
    public String wrong(String field) {
        return wrongField.equals(field) ? problem : "";
    }

    public boolean isAmending() {
        return !address.endsWith("/new");
    }

    static CertificateForm blank(Slip slip) {
        return new CertificateForm("/certificates/new", slip, 1, null, "", "");
    }

    /** Returns the form with what a kept paper says. */
    static CertificateForm of(String address, Slip blank, KeptCertificate kept) {
        Certificate paper = kept.paper();
        List<Claim> claims = paper.claims();
        LocalDate until = paper.validUntil();
        DocumentCode receipt = paper.receipt();
        Slip slip = blank.with("kind", paper.kind().code())
                .with("issuer", paper.issuer().code())
                .with("number", paper.number().code())
                .with("site", paper.site().code())
                .with("issuedOn", paper.issuedOn().toString())
                .with("validUntil", until == null ? "" : until.toString())
                .with("receipt", receipt == null ? "" : receipt.code())
                .with("by", words(claims, c -> c.by().name()))
                .with("text", words(claims, Claim::text))
                .with(
                        "item",
                        words(claims, c -> c.item() == null ? "" : c.item().code()))
                .with("of", words(claims, c -> c.issuer().code()))
                .with("quantity", words(claims, CertificateForm::quantity))
                .with("values", words(claims, CertificateForm::values));
        return new CertificateForm(address, slip, claims.size(), paper.file(), "", "");
    }

    private static String[] words(
            List<Claim> claims, java.util.function.Function<Claim, String> of) {
        return claims.stream().map(of).toArray(String[]::new);
    }

    private static String quantity(Claim claim) {
        Quantity quantity = claim.quantity();
        return quantity == null ? "" : quantity.toString();
    }

    private static String values(Claim claim) {
        return claim.values().stream().map(CertifiedValue::line).collect(Collectors.joining("\n"));
    }

    CertificateForm refused(Problem why) {
        return new CertificateForm(
                address,
                slip,
                rows,
                file,
                why.sentence() + " " + why.whatToDo(),
                why.details().getOrDefault("field", ""));
    }

    /** Returns the form with what a part of it is said to be wrong with. */
    CertificateForm wrong(String code, @Nullable String sentence) {
        String told = sentence == null ? "Something in it cannot be read" : sentence;
        return refused(Problem.of(code, 422, told + "."));
    }

    static int rows(Slip slip) {
        return Math.max(1, slip.all("text").size());
    }

    /** Returns the paper as it stands in the fields; refuses what cannot be read. */
    static Certificate paper(
            Slip slip, stemma.identifiers.EventId id, @Nullable SupplierDocument file) {
        PartnerCode issuer = new PartnerCode(slip.word("issuer"));
        return new Certificate(
                id,
                new SiteCode(slip.word("site")),
                CertificateKind.of(slip.word("kind")),
                issuer,
                new DocumentCode(slip.word("number")),
                day("issuedOn", slip.word("issuedOn")),
                slip.has("validUntil") ? day("validUntil", slip.word("validUntil")) : null,
                slip.has("receipt") ? new DocumentCode(slip.word("receipt")) : null,
                file,
                claims(slip, issuer));
    }

    private static List<Claim> claims(Slip slip, PartnerCode issuer) {
        List<Claim> claims = new ArrayList<>();
        for (int row = 0; row < slip.all("text").size(); row++) {
            if (slip.word("text", row).isEmpty()) continue;
            String item = slip.word("item", row);
            String of = slip.word("of", row);
            String quantity = slip.word("quantity", row);
            claims.add(new Claim(
                    by(slip.word("by", row)),
                    slip.word("text", row),
                    item.isEmpty() ? null : new ItemCode(item),
                    of.isEmpty() ? issuer : new PartnerCode(of),
                    quantity.isEmpty() ? null : Quantity.of(quantity),
                    CertifiedValue.lines(slip.word("values", row))));
        }
        return claims;
    }

    private static Claim.By by(String word) {
        for (Claim.By by : Claim.By.values())
            if (by.name().equals(word.toUpperCase(Locale.ROOT))) return by;
        return Claim.By.LOT;
    }

    static LocalDate day(String field, String text) {
        try {
            return LocalDate.parse(text.strip());
        } catch (DateTimeException notADay) {
            throw new Refused(Problem.of("day_invalid", 422, "\"" + text + "\" is not a day.")
                    .advising("Write a day as 2026-05-31.")
                    .with("field", field));
        }
    }
}
