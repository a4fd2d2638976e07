package stemma.signatures;

/**
 * What a person types to sign: the code for sign-in, which may be left out within a sitting, and
 * the password.
 */
public record Credentials(String signer, String password) {

    /** Says whether nothing was typed that could prove who signs. */
    public boolean isEmpty() {
        return password.isEmpty();
    }

    @Override
    public String toString() {
        return "Credentials[" + signer + "]";
    }
}
