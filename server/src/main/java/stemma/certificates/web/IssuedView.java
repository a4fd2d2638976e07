package stemma.certificates.web;

import stemma.certificates.IssuedCertificate;
import stemma.shell.Address;
import stemma.shell.Badge;
import stemma.shell.SiteTime;

import java.util.List;

/** The page of one certificate of our own: in what the record changed since it was signed. */
public record IssuedView(
        IssuedCertificate one, List<String> changed, SiteTime time, boolean mayWithdraw) {
    public IssuedView {
        changed = List.copyOf(changed);
    }

    public static Badge badge(IssuedCertificate one) {
        return one.isWithdrawn() ? Badge.WITHDRAWN : Badge.SIGNED;
    }

    public String dependents() {
        return "/dependents?certificate=" + Address.encoded(one.number());
    }

    /** Returns the address of the question who got what it speaks of. */
    public String root() {
        return Address.encoded("certificate:" + one.number());
    }
}
