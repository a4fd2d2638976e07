package stemma.printing;

import org.jspecify.annotations.Nullable;

import stemma.identifiers.SiteCode;

import java.util.List;

/**
 * What one label says. {@code subject} names what it is stuck on for the record of prints, such as
 * {@code flour/F-101}; {@code number} is what people read from afar; {@code check} the character by
 * which a typed number is checked, empty where there is none; {@code parties} stand in the upper
 * part of a logistic label; {@code warning} is printed white on black, such as that the goods are
 * held. The first symbol is the one to scan.
 */
public record Label(
        LabelKind kind,
        String subject,
        @Nullable SiteCode site,
        String heading,
        String number,
        String check,
        List<Fact> parties,
        List<Fact> facts,
        List<Barcode> codes,
        String warning) {
    public Label {
        parties = List.copyOf(parties);
        facts = List.copyOf(facts);
        codes = List.copyOf(codes);
    }

    /** Returns a label without facts, which are then added. */
    public static Label of(LabelKind kind, String subject, String heading, String number) {
        return new Label(
                kind, subject, null, heading, number, "", List.of(), List.of(), List.of(), "");
    }

    public Label at(SiteCode where) {
        return new Label(
                kind, subject, where, heading, number, check, parties, facts, codes, warning);
    }

    public Label checkedBy(char character) {
        String sign = String.valueOf(character);
        return new Label(
                kind, subject, site, heading, number, sign, parties, facts, codes, warning);
    }

    public Label between(List<Fact> fromAndTo) {
        return new Label(
                kind, subject, site, heading, number, check, fromAndTo, facts, codes, warning);
    }

    public Label saying(List<Fact> told) {
        return new Label(
                kind, subject, site, heading, number, check, parties, told, codes, warning);
    }

    public Label bearing(List<Barcode> symbols) {
        return new Label(
                kind, subject, site, heading, number, check, parties, facts, symbols, warning);
    }

    public Label warning(String words) {
        return new Label(kind, subject, site, heading, number, check, parties, facts, codes, words);
    }
}
