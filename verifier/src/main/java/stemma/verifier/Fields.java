package stemma.verifier;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** An object of JSON: its members by name. What is asked for and is not of its kind is refused. */
final class Fields {
    private final List<String> names = new ArrayList<>(12);
    private final List<Object> values = new ArrayList<>(12);

    void add(String name, Object value) {
        names.add(name);
        values.add(value);
    }

    boolean has(String name) {
        return names.contains(name);
    }

    List<String> names() {
        return names;
    }

    String text(String name) {
        return as(String.class, name);
    }

    Optional<String> textIfAny(String name) {
        return has(name) ? Optional.of(text(name)) : Optional.empty();
    }

    int whole(String name) {
        long number = as(Long.class, name);
        if (number < 0 || number > Integer.MAX_VALUE)
            throw new Malformed(name + " is out of range");
        return (int) number;
    }

    Fields object(String name) {
        return as(Fields.class, name);
    }

    Optional<Fields> objectIfAny(String name) {
        return has(name) ? Optional.of(object(name)) : Optional.empty();
    }

    /** Returns the objects of a list, none where the member is absent. */
    List<Fields> objects(String name) {
        return all(Fields.class, name);
    }

    /** Returns the texts of a list, none where the member is absent. */
    List<String> texts(String name) {
        return all(String.class, name);
    }

    /** The same members with the same values. */
    @Override
    public boolean equals(Object other) {
        return other instanceof Fields fields
                && names.equals(fields.names)
                && values.equals(fields.values);
    }

    @Override
    public int hashCode() {
        return 31 * names.hashCode() + values.hashCode();
    }

    private <T> List<T> all(Class<T> kind, String name) {
        if (!has(name)) return List.of();
        List<?> list = as(List.class, name);
        List<T> all = new ArrayList<>(list.size());
        for (Object one : list) all.add(cast(kind, name, one));
        return all;
    }

    private <T> T as(Class<T> kind, String name) {
        int index = names.indexOf(name);
        if (index < 0) throw new Malformed(name + " is missing");
        return cast(kind, name, values.get(index));
    }

    private static <T> T cast(Class<T> kind, String name, Object value) {
        if (!kind.isInstance(value)) throw new Malformed(name + " is of another kind");
        return kind.cast(value);
    }
}
