package stemma.certificates;

import stemma.journal.CanonicalJson;
import stemma.ledger.BodyJson;
import stemma.signatures.Signature;

import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What the audit trail keeps of certificates of our own, and what is signed by withdrawing one. */
final class IssuedText {
    private IssuedText() {}

    static ObjectNode json(IssuedCertificate issued) {
        ObjectNode json = brief(issued);
        json.set("statement", BodyJson.write(issued.statement()));
        return json;
    }

    static ObjectNode brief(IssuedCertificate issued) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("id", issued.id().toString()).put("number", issued.number());
        json.put("site", issued.site().code()).put("kind", issued.kind().code());
        json.put("lot", issued.lot().toString());
        json.put("digest", issued.signature().digest()).put("sha256", issued.sha256());
        json.set("signature", json(issued.signature()));
        IssuedCertificate.Withdrawal withdrawal = issued.withdrawal();
        if (withdrawal != null) {
            ObjectNode told = json.putObject("withdrawal");
            told.put("reason", withdrawal.reason());
            told.set("signature", json(withdrawal.signature()));
        }
        return json;
    }

    /** The printed name stays with the signature; the trail names the signer by actor id. */
    private static ObjectNode json(Signature signature) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("signer", signature.signer().code())
                .put("meaning", signature.meaning())
                .put("at", signature.at().toString())
                .put("digest", signature.digest());
    }

    static byte[] withdrawing(IssuedCertificate issued, String reason) {
        return CanonicalJson.bytes(JsonNodeFactory.instance
                .objectNode()
                .put("certificate", issued.id().toString())
                .put("number", issued.number())
                .put("digest", issued.signature().digest())
                .put("sha256", issued.sha256())
                .put("reason", reason));
    }
}
