package stemma.labelling;

import stemma.identifiers.OwnCode;
import stemma.printing.Barcode;
import stemma.printing.Fact;
import stemma.printing.Label;
import stemma.printing.LabelKind;
import stemma.printing.Symbol;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The cards that hang at a bench: keys for gloved hands, and the trial of a scanner. */
final class Cards {
    /** Of the prefix that GS1 keeps for examples, so that it is nobody's goods. */
    private static final String EXAMPLE = "09506000134352";

    private Cards() {}

    static List<Label> commands() {
        List<Label> cards = new ArrayList<>();
        cards.add(command("ok", "confirms what the screen shows"));
        cards.add(command("cancel", "leaves what was begun; nothing is recorded"));
        cards.add(command("undo", "takes back the last scan"));
        cards.add(command("next", "goes on to the next line"));
        cards.add(command("print", "prints what the screen shows"));
        for (int digit = 0; digit <= 9; digit++)
            cards.add(command(String.valueOf(digit), "a digit of the quantity"));
        cards.add(command(".", "the point of the quantity"));
        return cards;
    }

    private static Label command(String word, String meaning) {
        String code = OwnCode.of(OwnCode.Kind.DO, word).text();
        return Label.of(LabelKind.COMMAND, word, meaning, word.toUpperCase(Locale.ROOT))
                .bearing(List.of(
                        Barcode.plain(Symbol.CODE_128, code),
                        Barcode.plain(Symbol.DATA_MATRIX, code)));
    }

    /**
     * A mark with two values of varying length: a scanner that does not send the separator between
     * them is found out by it.
     */
    static Label scanner() {
        Marking marking =
                new Marking().with("01", EXAMPLE).with("10", "SET-UP").with("21", "TRIAL");
        return Label.of(
                        LabelKind.SCANNER,
                        "separators",
                        "Does this scanner send separators?",
                        "TRY")
                .saying(List.of(
                        new Fact("1  In Stemma", "scan this mark"),
                        new Fact("2  Lot and serial", "SET-UP, TRIAL"),
                        new Fact("3  Else, in the scanner", "send GS (ASCII 29)"),
                        new Fact("4  for FNC1, and", "send symbology ids")))
                .bearing(List.of(marking.matrix()));
    }
}
