package stemma.gs1;

/** An application identifier and the value that follows it, which has passed its tests. */
public record Element(ApplicationIdentifier identifier, String value) {
    @Override
    public String toString() {
        return identifier + value;
    }
}
