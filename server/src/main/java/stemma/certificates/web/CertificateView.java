package stemma.certificates.web;

import stemma.access.Caller;
import stemma.access.Permission;
import stemma.certificates.CalibratedSeen;
import stemma.certificates.Calibrating;
import stemma.certificates.Covered;
import stemma.certificates.KeptCertificate;
import stemma.certificates.PaperChecks;
import stemma.certificates.Verification;
import stemma.shell.Address;
import stemma.shell.Badge;

import java.time.LocalDate;
import java.util.List;

/** The page of one certificate: what it covers, what stands against it, what the caller may do. */
public record CertificateView(
        KeptCertificate kept,
        List<Covered> covered,
        CalibratedSeen calibrated,
        PaperChecks against,
        LocalDate today,
        boolean mayJudge,
        boolean mayAmend) {
    static CertificateView of(
            Caller caller,
            KeptCertificate kept,
            List<Covered> covered,
            List<Calibrating.Calibrated> calibrated,
            PaperChecks against,
            LocalDate today) {
        var site = kept.paper().site();
        return new CertificateView(
                kept,
                covered,
                CalibratedSeen.by(caller, calibrated),
                against,
                today,
                caller.may(Permission.JUDGE, site),
                caller.may(Permission.CORRECT, site));
    }

    /** Returns how a paper stands, as icon and word. */
    public static Badge badge(KeptCertificate kept, LocalDate today) {
        if (kept.latest().isEmpty())
            return kept.paper().isExpired(today) ? Badge.EXPIRED : Badge.NOT_CHECKED;
        return switch (kept.latest().get().outcome()) {
            case CONFIRMED -> kept.paper().isExpired(today) ? Badge.EXPIRED : Badge.CONFIRMED;
            case REFUTED -> Badge.REFUTED;
            case REVOKED -> Badge.REVOKED;
        };
    }

    /** Says whether a lot of ours is covered by it, or equipment of ours calibrated under it. */
    public boolean hasDependents() {
        return !covered.isEmpty() || !calibrated.calibrated().isEmpty() || calibrated.hidden() > 0;
    }

    public List<Verification.Outcome> outcomes() {
        return List.of(Verification.Outcome.values());
    }

    /** Returns the address of the question, with the issuer where the number alone may not do. */
    public String root() {
        return Address.encoded(
                "certificate:" + kept.paper().number() + " of " + kept.paper().issuer());
    }

    public String dependents() {
        return "/dependents?certificate="
                + Address.encoded(kept.paper().number() + " of " + kept.paper().issuer());
    }
}
