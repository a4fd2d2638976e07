package stemma.printing;

import stemma.shell.SiteTime;

import java.time.Instant;

/**
 * A paper as a file to keep or to send, be it with a picture on a page of its own. Unlike a print
 * it is not counted: it is the answer to a question, and says itself which, to whom and when.
 */
public final class Export {
    private Export() {}

    /** Returns the PDF of a paper that has no picture, on A4. */
    public static byte[] pdf(Paper paper, String person, Instant at, SiteTime time) {
        PaperPdf.Text text = PaperPdf.text(paper);
        return PaperPdf.of(text, text.foot(at, time, person, Printing.VERSION), Media.A4);
    }

    /** Returns the same as PDF/A-2b on A4, to be kept as long as the record is. */
    public static byte[] lasting(Paper paper, String person, Instant at, SiteTime time) {
        PaperPdf.Text text = PaperPdf.text(paper);
        return PaperPdf.lasting(text, text.foot(at, time, person, Printing.VERSION));
    }

    /**
     * Returns the PDF. The plate stands where the paper has an element of class {@code plate}, on
     * the smallest sheet from A4 to A0 on which it can be read.
     */
    public static byte[] pdf(Paper paper, Plate plate, String person, Instant at, SiteTime time) {
        PaperPdf.Text text = PaperPdf.text(paper);
        String foot = text.foot(at, time, person, Printing.VERSION);
        return PlatePages.of(text, foot, plate);
    }
}
