package planted.shipping;

/** A face. */
public final class Dock {}
