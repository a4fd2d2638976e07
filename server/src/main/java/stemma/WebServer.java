package stemma;

import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.NestedExceptionUtils;

import stemma.access.Route;
import stemma.access.Routes;
import stemma.database.DatabaseRefused;
import stemma.database.DiskRoom;

import java.net.BindException;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;

/** The pages and the API of one world on one port; closing it lets requests under way finish. */
final class WebServer implements AutoCloseable {
    private final ConfigurableApplicationContext context;

    private WebServer(ConfigurableApplicationContext context) {
        this.context = context;
    }

    /** Starts on a database whose disk is elsewhere and that others seal. */
    static WebServer start(World world, String address, int port, ZoneId zone) {
        DiskRoom disk = DiskRoom.elsewhere();
        Readiness readiness = new Readiness(world, disk, () -> Duration.ZERO);
        return start(world, readiness, disk, address, port, zone);
    }

    static WebServer start(
            World world,
            Readiness readiness,
            DiskRoom disk,
            String address,
            int port,
            ZoneId zone) {
        try {
            return new WebServer(new SpringApplicationBuilder(WebApplication.class)
                    .web(WebApplicationType.SERVLET)
                    .registerShutdownHook(false)
                    .initializers(context -> {
                        lend(world, zone, (GenericApplicationContext) context);
                        context.getBeanFactory().registerSingleton("readiness", readiness);
                        context.getBeanFactory().registerSingleton("diskRoom", disk);
                    })
                    .run("--server.address=" + address, "--server.port=" + port));
        } catch (RuntimeException failure) {
            if (NestedExceptionUtils.getMostSpecificCause(failure) instanceof BindException)
                throw new DatabaseRefused(
                        "port_taken",
                        "Port " + port + " is taken by another program: give another with --port.",
                        failure);
            throw failure;
        }
    }

    int port() {
        return context.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
    }

    /** Returns every address that is served, each with its verb and who may take it. */
    List<Route> routes() {
        return context.getBeansOfType(Routes.class).values().stream()
                .flatMap(room -> room.routes().stream())
                .toList();
    }

    @Override
    public void close() {
        context.close();
    }

    private static void lend(World world, ZoneId zone, GenericApplicationContext context) {
        for (Object face : world.faces())
            context.getBeanFactory().registerSingleton(face.getClass().getName(), face);
        for (Object part : world.serving().parts())
            context.getBeanFactory().registerSingleton(part.getClass().getName(), part);
        InstantSource now = () -> world.clock().now();
        context.getBeanFactory().registerSingleton("now", now);
        context.getBeanFactory().registerSingleton("zone", zone);
    }
}
