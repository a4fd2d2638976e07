package stemma.printing;

import java.util.List;

/** What goes to the printer: a file with its kind and name, and the prints as they are kept. */
public record Printout(String mediaType, String name, byte[] bytes, List<Printed> printed) {
    public Printout {
        printed = List.copyOf(printed);
    }

    /** Returns how a browser is told to show it, and under which name to keep it. */
    public String disposition() {
        return "inline; filename=\"" + name + "\"";
    }
}
