package stemma.verifier;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** An object of JSON: its members by name. What is asked for and is not of its kind is refused. */
final class Fields {
    private static final int USUAL = 8;

    private String[] names = new String[USUAL];
    private Object[] values = new Object[USUAL];
    private int count;

    void add(String name, Object value) {
        if (count == names.length) {
            names = Arrays.copyOf(names, 2 * count);
            values = Arrays.copyOf(values, 2 * count);
        }
        names[count] = name;
        values[count++] = value;
    }

    boolean has(String name) {
        return index(name) >= 0;
    }

    List<String> names() {
        return Arrays.asList(names).subList(0, count);
    }

    private int index(String name) {
        int length = name.length();
        for (int i = 0; i < count; i++)
            if (names[i].length() == length && names[i].equals(name)) return i;
        return -1;
    }

    String text(String name) {
        return as(String.class, name);
    }

    Optional<String> textIfAny(String name) {
        return asIfAny(String.class, name);
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
        return asIfAny(Fields.class, name);
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
                && names().equals(fields.names())
                && Arrays.equals(values, 0, count, fields.values, 0, fields.count);
    }

    @Override
    public int hashCode() {
        return names().hashCode();
    }

    private <T> List<T> all(Class<T> kind, String name) {
        int index = index(name);
        if (index < 0) return List.of();
        List<?> list = cast(List.class, name, values[index]);
        List<T> all = new ArrayList<>(list.size());
        for (Object one : list) all.add(cast(kind, name, one));
        return all;
    }

    private <T> T as(Class<T> kind, String name) {
        int index = index(name);
        if (index < 0) throw new Malformed(name + " is missing");
        return cast(kind, name, values[index]);
    }

    private <T> Optional<T> asIfAny(Class<T> kind, String name) {
        int index = index(name);
        return index < 0 ? Optional.empty() : Optional.of(cast(kind, name, values[index]));
    }

    private static <T> T cast(Class<T> kind, String name, Object value) {
        if (!kind.isInstance(value)) throw new Malformed(name + " is of another kind");
        return kind.cast(value);
    }
}
