package stemma.certificates.web;

import stemma.certificates.IssueDraft;
import stemma.certificates.IssuedCertificate;
import stemma.ledger.BodyJson;
import stemma.shell.Members;
import stemma.signatures.Signature;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A certificate of our own as programs read it. */
final class IssuedJson {
    private IssuedJson() {}

    static Map<String, Object> of(IssueDraft draft) {
        return Members.of(
                "digest",
                draft.digest(),
                "statement",
                BodyJson.write(draft.statement()),
                "against",
                draft.against().stream()
                        .map(one -> Members.of("code", one.code(), "sentence", one.sentence()))
                        .toList());
    }

    static Map<String, Object> brief(IssuedCertificate one) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("id", one.id().toString());
        json.put("number", one.number());
        json.put("site", one.site().code());
        json.put("kind", one.kind().code());
        json.put("lot", one.lot().toString());
        json.put("item", one.statement().product().item());
        json.put("lotNumber", one.statement().product().lot());
        json.put("consignee", one.statement().purchaser().code());
        json.put("order", one.statement().purchaser().order());
        json.put("shipment", one.statement().purchaser().shipment());
        json.put("standing", one.isWithdrawn() ? "withdrawn" : "good");
        json.put("signature", signature(one.signature()));
        json.put("pdfDigest", one.sha256());
        IssuedCertificate.Withdrawal withdrawal = one.withdrawal();
        if (withdrawal != null)
            json.put(
                    "withdrawal",
                    Members.of(
                            "reason",
                            withdrawal.reason(),
                            "signature",
                            signature(withdrawal.signature())));
        return json;
    }

    static Map<String, Object> whole(IssuedCertificate one, List<String> changed) {
        Map<String, Object> json = brief(one);
        json.put("statement", BodyJson.write(one.statement()));
        json.put("changedSince", changed);
        return json;
    }

    private static Map<String, Object> signature(Signature by) {
        return Members.of(
                "signer",
                by.signer().code(),
                "name",
                by.name(),
                "meaning",
                by.meaning(),
                "at",
                by.at().toString(),
                "digest",
                by.digest());
    }
}
