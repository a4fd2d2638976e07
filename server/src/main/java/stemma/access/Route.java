package stemma.access;

/** One verb at one address pattern, exactly as the controller maps it, and who may take it. */
public record Route(String verb, String pattern, Admission admission) {
    public static Route get(String pattern, Permission permission) {
        return new Route("GET", pattern, new Admission.Holder(permission));
    }

    public static Route post(String pattern, Permission permission) {
        return new Route("POST", pattern, new Admission.Holder(permission));
    }

    public static Route put(String pattern, Permission permission) {
        return new Route("PUT", pattern, new Admission.Holder(permission));
    }

    public static Route delete(String pattern, Permission permission) {
        return new Route("DELETE", pattern, new Admission.Holder(permission));
    }

    public static Route anyone(String verb, String pattern) {
        return new Route(verb, pattern, Admission.ANYONE);
    }

    /** What a visiting auditor has no part in, whoever else may try it. */
    public static Route insider(String verb, String pattern) {
        return new Route(verb, pattern, Admission.INSIDER);
    }

    public static Route signedIn(String verb, String pattern) {
        return new Route(verb, pattern, Admission.SIGNED_IN);
    }
}
