package stemma.journal;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.List;

import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;

/** A key for TLS that a plant made itself for a host, with the certificate that vouches for it. */
record OwnKeys(SSLSocketFactory server, Path certificate) {
    private static final String PASSWORD = "only for tests";

    static OwnKeys of(String host, Path folder) throws IOException, GeneralSecurityException {
        Path store = folder.resolve(host + ".p12");
        Path certificate = folder.resolve(host + ".pem");
        List<String> kept =
                List.of("-keystore", store.toString(), "-storepass", PASSWORD, "-alias", "own");
        String name = "SAN=dns:" + host;
        tool(List.of("-genkeypair", "-keyalg", "EC", "-dname", "CN=" + host, "-ext", name), kept);
        tool(List.of("-exportcert", "-rfc", "-file", certificate.toString()), kept);
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream from = Files.newInputStream(store)) {
            keys.load(from, PASSWORD.toCharArray());
        }
        KeyManagerFactory own =
                KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        own.init(keys, PASSWORD.toCharArray());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(own.getKeyManagers(), null, null);
        return new OwnKeys(context.getSocketFactory(), certificate);
    }

    private static void tool(List<String> words, List<String> kept) throws IOException {
        List<String> command = new java.util.ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
        command.addAll(words);
        command.addAll(kept);
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes());
        if (process.onExit().join().exitValue() != 0) throw new IOException(said);
    }
}
