package stemma.gs1;

import stemma.gs1.Reading.Misread;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads and writes GS1 Digital Link addresses, uncompressed: a key and its qualifiers in the path,
 * attributes behind the question mark; GS1 Digital Link URI Syntax 1.2 and later.
 */
public final class DigitalLink {
    private static final Pattern ADDRESS = Pattern.compile(
            "(?:http|https|HTTP|HTTPS)://(?<domain>[A-Za-z0-9.:\\[\\]_-]+)(?<path>/[^?#]*)"
                    + "(?:\\?(?<query>[^#]*))?(?:#.*)?");
    private static final Pattern ALLOWED =
            Pattern.compile("[A-Za-z0-9\\-._~:/?#\\[\\]@!$&'()*+,;=%]*");
    private static final Map<String, String> WORDS = Map.ofEntries(
            Map.entry("sscc", "00"),
            Map.entry("gtin", "01"),
            Map.entry("lot", "10"),
            Map.entry("ser", "21"),
            Map.entry("cpv", "22"),
            Map.entry("gdti", "253"),
            Map.entry("glnx", "254"),
            Map.entry("gcn", "255"),
            Map.entry("ginc", "401"),
            Map.entry("gsin", "402"),
            Map.entry("gln", "414"),
            Map.entry("payTo", "415"),
            Map.entry("grai", "8003"),
            Map.entry("giai", "8004"),
            Map.entry("itip", "8006"),
            Map.entry("cpid", "8010"),
            Map.entry("cpsn", "8011"),
            Map.entry("gmn", "8013"),
            Map.entry("gsrnp", "8017"),
            Map.entry("gsrn", "8018"),
            Map.entry("srin", "8019"),
            Map.entry("refno", "8020"));

    private final Set<LinkLeniency> leniency;
    private final List<Element> elements = new ArrayList<>();

    private DigitalLink(Set<LinkLeniency> leniency) {
        this.leniency = leniency;
    }

    /** Reads an address as the standard has it, with what is asked for besides. */
    public static Reading read(String address, Set<LinkLeniency> leniency) {
        Matcher parts = ADDRESS.matcher(address);
        if (!ALLOWED.matcher(address).matches() || !parts.matches())
            return misread("link_unreadable", "it is no address of the web");
        DigitalLink link = new DigitalLink(leniency);
        Optional<Misread> misread = link.path(parts.group("path"));
        String query = parts.group("query");
        if (misread.isEmpty() && query != null) misread = link.query(query);
        return misread.<Reading>map(fault -> fault)
                .orElseGet(() -> new Reading.Read(new ElementString(link.elements)));
    }

    /**
     * Returns the address of the elements below a site such as {@code https://id.example.com}: the
     * first key with its qualifiers in the path, the rest behind the question mark. Refuses
     * elements without a key, and those that no link may carry.
     */
    public static String written(String site, ElementString string) {
        List<Element> left = new ArrayList<>(string.elements());
        Element key = left.stream()
                .filter(element -> element.identifier().isLinkKey())
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no key: " + string.bracketed()));
        left.remove(key);
        StringBuilder address = new StringBuilder(site).append(step(key));
        for (String code : sequence(key, left)) {
            left.stream()
                    .filter(element -> element.identifier().code().equals(code))
                    .findFirst()
                    .ifPresent(qualifier -> {
                        address.append(step(qualifier));
                        left.remove(qualifier);
                    });
        }
        char mark = '?';
        for (Element attribute : left) {
            if (!attribute.identifier().isLinkAttribute())
                throw new IllegalArgumentException("no link carries " + attribute);
            address.append(mark)
                    .append(attribute.identifier().code())
                    .append('=')
                    .append(PercentText.inQuery(attribute.value()));
            mark = '&';
        }
        return address.toString();
    }

    private static String step(Element element) {
        return "/" + element.identifier().code() + "/" + PercentText.inPath(element.value());
    }

    /** Returns the sequence of qualifiers of which the most are there. */
    private static List<String> sequence(Element key, List<Element> others) {
        return key.identifier().linkQualifiers().stream()
                .max(Comparator.comparingLong(sequence -> others.stream()
                        .filter(other -> sequence.contains(other.identifier().code()))
                        .count()))
                .orElse(List.of());
    }

    /** Returns whether the text begins as an address does. */
    public static boolean looksLike(String text) {
        return text.regionMatches(true, 0, "http://", 0, 7)
                || text.regionMatches(true, 0, "https://", 0, 8);
    }

    /** The key is the last one in the path: what stands before it belongs to the web site. */
    private Optional<Misread> path(String path) {
        List<String> parts = List.of(path.substring(1).split("/", -1));
        for (int at = parts.size() - 2; at >= 0; at -= 2) {
            Optional<ApplicationIdentifier> key = named(parts.get(at));
            if (key.isPresent() && key.get().isLinkKey()) return pairs(parts, at);
        }
        return Optional.of(misread("link_without_key", "its path holds no GS1 key"));
    }

    private Optional<Misread> pairs(List<String> parts, int from) {
        List<String> qualifiers = new ArrayList<>();
        for (int at = from; at < parts.size(); at += 2) {
            Optional<ApplicationIdentifier> found = named(parts.get(at));
            if (found.isEmpty()) return Optional.of(strange(parts.get(at)));
            ApplicationIdentifier identifier = found.get();
            if (at > from) qualifiers.add(identifier.code());
            if (!isAllowed(qualifiers)) return Optional.of(strange(parts.get(at)));
            Optional<Misread> misread = take(identifier, PercentText.ofPath(parts.get(at + 1)));
            if (misread.isPresent()) return misread;
            if (at == from && !isAllowed(List.of())) return Optional.of(strange(parts.get(at)));
        }
        return Optional.empty();
    }

    private Optional<Misread> query(String query) {
        for (String pair : query.split("&")) {
            int equals = pair.indexOf('=');
            if (equals < 0) continue;
            String name = PercentText.ofQuery(pair.substring(0, equals));
            String value = PercentText.ofQuery(pair.substring(equals + 1));
            if (!name.matches("\\d{2,4}")) continue;
            Optional<Misread> misread = attribute(name, value);
            if (misread.isPresent()) return misread;
        }
        return Optional.empty();
    }

    private Optional<Misread> attribute(String name, String value) {
        Optional<ApplicationIdentifier> found = ApplicationIdentifiers.find(name);
        if (found.isEmpty() && leniency.contains(LinkLeniency.UNKNOWN_ATTRIBUTES)) {
            elements.add(new Element(unknown(name), value));
            return Optional.empty();
        }
        boolean isRepeated =
                elements.stream().anyMatch(one -> one.identifier().code().equals(name));
        if (found.isEmpty() || !found.get().isLinkAttribute() || isRepeated || belongsInPath(name))
            return Optional.of(strange(name));
        return take(found.get(), value);
    }

    /** A qualifier that could have stood in the path must not stand behind the question mark. */
    private boolean belongsInPath(String name) {
        List<String> inPath = elements.stream()
                .skip(1)
                .map(element -> element.identifier().code())
                .toList();
        return key().linkQualifiers().stream()
                .anyMatch(sequence -> sequence.contains(name)
                        && sequence.containsAll(
                                inPath.stream().filter(this::isQualifier).toList()));
    }

    private boolean isQualifier(String code) {
        return key().linkQualifiers().stream().anyMatch(sequence -> sequence.contains(code));
    }

    private ApplicationIdentifier key() {
        return elements.getFirst().identifier();
    }

    private boolean isAllowed(List<String> qualifiers) {
        if (elements.isEmpty()) return true;
        return key().linkQualifiers().stream().anyMatch(sequence -> {
            List<String> kept = new ArrayList<>(sequence);
            kept.retainAll(qualifiers);
            return kept.equals(qualifiers);
        });
    }

    private Optional<Misread> take(ApplicationIdentifier identifier, String value) {
        String whole = widened(identifier, value);
        Optional<Misread> misread =
                identifier.fault(whole).map(fault -> Misread.of(identifier, whole, fault, 0));
        if (misread.isEmpty()) elements.add(new Element(identifier, whole));
        return misread;
    }

    private String widened(ApplicationIdentifier identifier, String value) {
        boolean isShort = leniency.contains(LinkLeniency.SHORT_GTIN)
                && identifier.code().equals("01")
                && List.of(8, 12, 13).contains(value.length());
        return isShort ? "0".repeat(14 - value.length()) + value : value;
    }

    private Optional<ApplicationIdentifier> named(String name) {
        String code = leniency.contains(LinkLeniency.WORDS) ? WORDS.getOrDefault(name, name) : name;
        return ApplicationIdentifiers.find(code);
    }

    private static ApplicationIdentifier unknown(String code) {
        return new ApplicationIdentifier(
                code, "", false, true, List.of(), List.of(), List.of(), List.of());
    }

    private static Misread strange(String name) {
        return misread("link_element_misplaced", "\"" + name + "\" cannot stand where it stands");
    }

    private static Misread misread(String code, String sentence) {
        return new Misread(code, sentence, 0, 0);
    }
}
