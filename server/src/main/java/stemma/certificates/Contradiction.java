package stemma.certificates;

/** Two papers that stand and say different things of one property of one lot or heat. */
public record Contradiction(
        Claim claim,
        KeptCertificate one,
        CertifiedValue said,
        KeptCertificate other,
        CertifiedValue contradicted) {}
