package stemma.demo;

/** How one person of the demo gets in: the role in words, the sign-in code, the password. */
public record SignIn(String role, String code, String password) {}
