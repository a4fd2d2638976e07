package stemma;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** The scripts of bin/ as a person meets them who lacks something. */
class ScriptsTest {
    private static final Path ROOT = root();

    @TempDir
    Path folder;

    /** What a script said, and the code with which it ended. */
    private record Said(int code, String text) {}

    @Test
    void without_a_jdk_25_they_say_what_to_install_and_end() throws Exception {
        Map<String, String> nowhere =
                Map.of("JAVA_HOME", folder.toString(), "STEMMA_JDKS", folder.toString());
        for (String script : new String[] {"bin/stemma", "bin/check"}) {
            Said said = run(nowhere, script, "fast");
            assertThat(said.code()).as(script).isEqualTo(3);
            assertThat(said.text())
                    .isEqualTo("stemma: no JDK 25 found: install one (Temurin 25.0.3 or later) or"
                            + " set JAVA_HOME to it.\n");
        }
    }

    @Test
    void a_jdk_of_another_version_is_passed_over() throws Exception {
        Path javac = folder.resolve("bin/javac");
        Files.createDirectories(javac.getParent());
        Files.writeString(javac, "#!/bin/sh\necho javac 17.0.1\n");
        assertThat(javac.toFile().setExecutable(true)).isTrue();
        Map<String, String> old =
                Map.of("JAVA_HOME", folder.toString(), "STEMMA_JDKS", folder.toString());
        assertThat(run(old, "bin/stemma").code()).isEqualTo(3);
        Map<String, String> beside =
                Map.of("JAVA_HOME", folder.toString(), "STEMMA_JDKS", thisJdk());
        assertThat(run(beside, "bin/check", "--help").code()).isZero();
    }

    @Test
    void check_tells_its_sizes() throws Exception {
        Map<String, String> here = Map.of("JAVA_HOME", thisJdk());
        assertThat(run(here, "bin/check", "--help").text()).contains("fast", "full");
        assertThat(run(here, "bin/check", "nonsense").code()).isEqualTo(2);
    }

    private Said run(Map<String, String> environment, String... command) throws Exception {
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(ROOT.toFile()).redirectErrorStream(true);
        builder.environment().putAll(environment);
        Process process = builder.start();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Said(process.waitFor(), text);
    }

    private static String thisJdk() {
        return System.getProperty("java.home");
    }

    /** Tests run in the root or in the module's directory. */
    private static Path root() {
        Path here = Path.of("").toAbsolutePath();
        return Files.exists(here.resolve("bin/stemma")) ? here : here.getParent();
    }
}
