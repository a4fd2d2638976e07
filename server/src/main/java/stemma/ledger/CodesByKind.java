package stemma.ledger;

import stemma.identifiers.ContainerCode;
import stemma.identifiers.DocumentCode;
import stemma.identifiers.HoldCode;
import stemma.identifiers.ResourceCode;
import stemma.identifiers.RunId;
import stemma.identifiers.ShipmentCode;

import java.util.function.Function;

/** A spelling that tells all the codes that events bring into use by their kind and text. */
public abstract class CodesByKind extends Spelling {
    /** Returns how the code is spelled, given what it is of, such as {@code run}. */
    protected abstract String spelled(String kind, String code);

    private <C> C spelled(String kind, C code, String text, Function<String, C> made) {
        String spelled = spelled(kind, text);
        return spelled.equals(text) ? code : made.apply(spelled);
    }

    @Override
    protected final RunId run(RunId code) {
        return spelled("run", code, code.code(), RunId::new);
    }

    @Override
    protected final ResourceCode resource(ResourceCode code) {
        return spelled("resource", code, code.code(), ResourceCode::new);
    }

    @Override
    protected final ContainerCode container(ContainerCode code) {
        return spelled("container", code, code.code(), ContainerCode::new);
    }

    @Override
    protected final ShipmentCode shipment(ShipmentCode code) {
        return spelled("shipment", code, code.code(), ShipmentCode::new);
    }

    @Override
    protected final DocumentCode transfer(DocumentCode code) {
        return spelled("transfer", code, code.code(), DocumentCode::new);
    }

    @Override
    protected final HoldCode hold(HoldCode code) {
        return spelled("hold", code, code.code(), HoldCode::new);
    }
}
