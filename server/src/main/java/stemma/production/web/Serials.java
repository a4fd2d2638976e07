package stemma.production.web;

import stemma.catalog.Item;
import stemma.catalog.Tracking;
import stemma.identifiers.EventId;

import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.random.RandomGenerator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The serial numbers of units as a form asks for them: each scanned, a range such as
 * {@code SN-0001..SN-0500}, or {@code random}, twelve signs that nobody can guess.
 */
final class Serials {
    /** Neither letters that look like digits nor vowels, which would make words. */
    private static final String SIGNS = "23456789BCDFGHJKLMNPQRSTVWXZ";

    private static final int LENGTH = 12;
    private static final int MOST = 100_000;
    private static final Pattern RANGE = Pattern.compile("(.*?)(\\d{1,9})\\.\\.\\1(\\d{1,9})");
    private final byte[] secret = new byte[32];

    /** The secret is drawn once, so that a form sent twice asks for the same numbers. */
    Serials(RandomGenerator random) {
        random.nextBytes(secret);
    }

    /** Puts units and numbers into a birth of the item; nothing where units bear no number. */
    void put(ObjectNode birth, EventId event, Item item, String asked, String quantity) {
        if (item.tracking() != Tracking.SERIAL) return;
        String number = quantity.split(" ", 2)[0];
        if (!number.matches("[1-9]\\d{0,5}") || Integer.parseInt(number) > MOST)
            throw new IllegalArgumentException(
                    "\"" + quantity + "\" is no number of units from 1 to " + MOST);
        int units = Integer.parseInt(number);
        birth.put("units", units);
        if (asked.isEmpty()) return;
        ObjectNode serials = ((ObjectNode) birth.get("passport")).putObject("serials");
        Matcher range = RANGE.matcher(asked.strip());
        if (range.matches()) {
            int first = Integer.parseInt(range.group(2));
            if (Integer.parseInt(range.group(3)) - first + 1 != units)
                throw new IllegalArgumentException(asked + " is not " + units + " numbers");
            serials.put("prefix", range.group(1));
            serials.put("first", first);
            serials.put("digits", range.group(2).length());
            serials.putArray("texts");
            return;
        }
        serials.put("prefix", "");
        serials.put("first", 0);
        serials.put("digits", 0);
        ArrayNode texts = serials.putArray("texts");
        texts(asked, units, event).forEach(texts::add);
    }

    private List<String> texts(String asked, int units, EventId event) {
        List<String> texts = new ArrayList<>();
        if (asked.strip().toLowerCase(Locale.ROOT).equals("random")) {
            for (int i = 0; i < units; i++) texts.add(drawn(event + "/" + i));
            return texts;
        }
        for (String text : asked.split("[,;\\s]+")) if (!text.isEmpty()) texts.add(text);
        if (texts.size() != units)
            throw new IllegalArgumentException(
                    texts.size() + " serial numbers for " + units + " units");
        return texts;
    }

    private String drawn(String unit) {
        MessageDigest digest = sha256();
        digest.update(secret);
        byte[] hash = digest.digest(unit.getBytes(StandardCharsets.UTF_8));
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < LENGTH; i++)
            text.append(SIGNS.charAt(Math.floorMod(hash[i], SIGNS.length())));
        return text.toString();
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException none) {
            throw new IllegalStateException("every Java has SHA-256", none);
        }
    }
}
