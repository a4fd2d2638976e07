package stemma.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/**
 * Posts JSON and waits for the answer on the thread that asks, over connections that stay open. A
 * client of the bench runs on the server's own cores, so that it must cost them little.
 */
final class Wire {
    private static final int CREATED = 201;

    private final String address;
    private final String token;

    static {
        System.setProperty("http.maxConnections", "64");
    }

    Wire(String address, String token) {
        this.address = address;
        this.token = token;
    }

    /** Returns the body of the answer; throws where it is not a 201. */
    byte[] post(String path, byte[] json) {
        try {
            HttpURLConnection call =
                    (HttpURLConnection) URI.create(address + path).toURL().openConnection();
            call.setRequestMethod("POST");
            call.setDoOutput(true);
            call.setFixedLengthStreamingMode(json.length);
            call.setRequestProperty("Content-Type", "application/json");
            call.setRequestProperty("Authorization", "Bearer " + token);
            try (OutputStream out = call.getOutputStream()) {
                out.write(json);
            }
            boolean isCreated = call.getResponseCode() == CREATED;
            try (InputStream in = isCreated ? call.getInputStream() : call.getErrorStream()) {
                byte[] body = in.readAllBytes();
                if (isCreated) return body;
                throw new IllegalStateException(path + " answered " + call.getResponseCode() + " "
                        + new String(body, StandardCharsets.UTF_8));
            }
        } catch (IOException failure) {
            throw new IllegalStateException("the server of the bench went away", failure);
        }
    }
}
