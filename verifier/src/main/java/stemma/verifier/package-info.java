/**
 * Checks an archive without trusting who wrote it: hashes every entry, proves the log by its signed
 * checkpoints, derives lots, stock and links anew and compares them with what the server states. It
 * shares no code with the server and needs nothing but a JDK.
 */
package stemma.verifier;
