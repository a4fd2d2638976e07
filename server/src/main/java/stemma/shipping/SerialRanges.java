package stemma.shipping;

import stemma.identifiers.SerialNumber;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Serial numbers in few words: those that count up one by one as a range, all others by name. */
public final class SerialRanges {
    private static final Pattern COUNTER = Pattern.compile("(.*?)(\\d{1,30})");
    private static final int MOST = 5_000;

    private SerialRanges() {}

    /** Returns the words; where they would be more than 5,000, says how many units there are. */
    public static String words(List<SerialNumber> serials) {
        List<String> words = new ArrayList<>();
        int from = 0;
        for (int i = 1; i <= serials.size(); i++) {
            if (i < serials.size() && follows(serials.get(i - 1), serials.get(i))) continue;
            String first = serials.get(from).text();
            words.add(
                    i - from == 1 ? first : first + " to " + serials.get(i - 1).text());
            from = i;
        }
        return words.size() > MOST
                ? serials.size() + " units, whose numbers the record of the shipment names"
                : String.join(", ", words);
    }

    private static boolean follows(SerialNumber before, SerialNumber next) {
        Matcher one = COUNTER.matcher(before.text());
        Matcher other = COUNTER.matcher(next.text());
        return one.matches()
                && other.matches()
                && one.group(1).equals(other.group(1))
                && one.group(2).length() == other.group(2).length()
                && new BigInteger(one.group(2))
                        .add(BigInteger.ONE)
                        .equals(new BigInteger(other.group(2)));
    }
}
