package stemma;

import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;
import org.springframework.context.annotation.Import;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

import stemma.access.Route;
import stemma.access.Routes;
import stemma.database.DiskRoom;

/**
 * The web server's beans: the rooms' web packages and nothing else; the faces come from a World.
 */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration(
        exclude = {
            DataSourceAutoConfiguration.class,
            FlywayAutoConfiguration.class,
            UserDetailsServiceAutoConfiguration.class
        })
@ComponentScan(
        basePackages = "stemma",
        // Two rooms may call a page alike: a bean bears the name of its room too.
        nameGenerator = FullyQualifiedAnnotationBeanNameGenerator.class,
        excludeFilters =
                @ComponentScan.Filter(
                        type = FilterType.REGEX,
                        pattern = "stemma\\.(?![a-z]+\\.web\\.[A-Za-z]+$).*"))
@Import(Probes.class)
class WebApplication {

    @Bean
    WebMvcConfigurer intake(DiskRoom disk) {
        return new WebMvcConfigurer() {
            @Override
            public void addInterceptors(InterceptorRegistry registry) {
                registry.addInterceptor(new DiskGate(disk));
            }
        };
    }

    /** A supervisor asks without signing in. */
    @Bean
    Routes probes() {
        return Routes.of(
                Route.anyone("GET", "/live"),
                Route.anyone("GET", "/ready"),
                Route.anyone("GET", "/integrity"));
    }
}
