package stemma.certificates;

import stemma.printing.Barcode;
import stemma.printing.Paper;
import stemma.printing.Symbol;
import stemma.shell.SiteTime;
import stemma.signatures.Signature;

/** The paper of a certificate of our own, as it is made once, when it is signed. */
public record IssuedPaper(String number, Statement statement, Signature signature, SiteTime time)
        implements Paper {
    @Override
    public String title() {
        return statement.title();
    }

    @Override
    public String subject() {
        return number;
    }

    @Override
    public String query() {
        Statement.Purchaser purchaser = statement.purchaser();
        return "certificate " + number + " of lot " + statement.product().lot() + " of "
                + statement.product().item()
                + (purchaser.code().isEmpty() ? "" : " for " + purchaser.code());
    }

    @Override
    public String template() {
        return "certificates/paper";
    }

    /** Returns for whom the signer signs. */
    public String maker() {
        return statement.maker().name() + ", quality";
    }

    /** Returns the moment of the signature with its zone, as the signer's clock showed it. */
    public String signedAt() {
        return time.wall(signature.at()) + " " + time.zoneName(signature.at())
                + (time.isUtc(signature.at()) ? "" : " (" + time.utc(signature.at()) + ")");
    }

    /** Returns the symbol that carries the number and the digest of what was signed. */
    public Barcode symbol() {
        return Barcode.plain(
                Symbol.QR, "certificate:" + number + "\nSHA-256 " + signature.digest());
    }
}
