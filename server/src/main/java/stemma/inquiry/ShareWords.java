package stemma.inquiry;

import stemma.genealogy.Apportioned;
import stemma.genealogy.LotShare;
import stemma.shell.Figure;

import java.math.BigDecimal;

/** Says in words how much of a suspect is in a lot, and by what that was reckoned. */
public final class ShareWords {
    private ShareWords() {}

    /** Returns {@code 84 kg}, or {@code 60 kg, at least 0, at most 120}. */
    public static String amount(LotShare share, Apportioned of) {
        String expected = number(share.expected()) + " " + of.suspect().unit();
        return share.isExact()
                ? expected
                : expected + ", at least " + number(share.minimum()) + ", at most "
                        + number(share.maximum());
    }

    /** Returns by what the runs that a lot came out of apportion; nothing for what came in. */
    public static String basis(LotShare share) {
        return String.join("; ", share.bases());
    }

    /** Returns what was apportioned, and what of it is in no lot. */
    public static String headline(Apportioned of) {
        String unit = " " + of.suspect().unit();
        return "Of " + Figure.grouped(of.suspect().number()) + unit + " of what was asked about: "
                + "expected lost " + number(of.lost()) + unit + ", in runs and vessels "
                + number(of.between()) + unit + "; rounded to four digits.";
    }

    private static String number(BigDecimal amount) {
        return Figure.grouped(amount.toPlainString());
    }
}
