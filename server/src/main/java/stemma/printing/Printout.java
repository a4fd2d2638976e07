package stemma.printing;

import java.util.List;

/** What goes to the printer: a file with its kind and name, and the prints as they are kept. */
public record Printout(String mediaType, String name, byte[] bytes, List<Printed> printed) {
    public Printout {
        printed = List.copyOf(printed);
    }
}
