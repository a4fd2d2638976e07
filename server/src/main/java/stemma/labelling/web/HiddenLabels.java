package stemma.labelling.web;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import stemma.access.Caller;
import stemma.intake.Hidden;
import stemma.printing.LabelKind;
import stemma.printing.Printed;
import stemma.shell.Problem;
import stemma.shell.Refused;

import java.util.function.BiPredicate;

/** Answers labels of what a caller may not know of as the room answers what does not exist. */
@Component
class HiddenLabels {
    private final Hidden hidden;

    HiddenLabels(Hidden hidden) {
        this.hidden = hidden;
    }

    /** Refuses what is hidden with the code of what is unknown. */
    void require(Caller caller, LabelQuery query) {
        ask(caller, query.event(), "event", "The record has no such entry.", hidden::event);
        ask(caller, query.lot(), "lot", "There is no lot " + query.lot() + ".", hidden::number);
        ask(caller, query.id(), "lot", "There is no lot " + query.id() + ".", hidden::lot);
        String container = "There is no container " + query.container() + ".";
        ask(caller, query.container(), "container", container, hidden::container);
        ask(caller, query.site(), "site", "There is no site " + query.site() + ".", hidden::site);
    }

    private static void ask(
            Caller caller,
            @Nullable String code,
            String what,
            String sentence,
            BiPredicate<Caller, String> isHidden) {
        if (code == null || code.isBlank() || !isHidden.test(caller, code.strip())) return;
        throw new Refused(
                Problem.of(what + "_unknown", 404, sentence).notRecording("").with(what, code));
    }

    /** Says whether what a print was made for is hidden. */
    boolean isHidden(Caller caller, Printed printed) {
        String subject = printed.subject();
        if (printed.kind().equals(LabelKind.CONTAINER.word()))
            return hidden.container(caller, subject);
        if (printed.kind().equals(LabelKind.LOCATION.word()))
            return hidden.site(caller, subject.substring(0, subject.indexOf('/')));
        boolean isOfGoods = printed.kind().equals(LabelKind.LOT.word())
                || printed.kind().equals(LabelKind.UNIT.word());
        return isOfGoods ? hidden.lot(caller, subject) : hidden.document(caller, printed.title());
    }
}
