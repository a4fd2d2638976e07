package stemma.access.web;

import jakarta.servlet.DispatcherType;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.session.NullAuthenticatedSessionStrategy;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

import stemma.access.Access;
import stemma.access.Asking;
import stemma.access.Permission;
import stemma.access.Route;
import stemma.access.Routes;
import stemma.shell.Navigation;
import stemma.shell.NavigationEntry;
import stemma.shell.Viewer;
import stemma.shell.Viewers;

import java.util.List;

/** The doorkeeper: finds the caller, checks the form token, asks the route table, or denies. */
@Configuration(proxyBeanMethods = false)
@EnableWebSecurity
class AccessWeb implements WebMvcConfigurer {

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new CallerArgument());
    }

    @Bean
    Asking asking() {
        return CallerAuthentication::current;
    }

    @Bean
    RouteTable routeTable(ObjectProvider<Routes> rooms) {
        return new RouteTable(rooms.stream().toList());
    }

    @Bean
    RouteCheck routeCheck(
            RouteTable table,
            @Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping mapped) {
        return new RouteCheck(table, mapped);
    }

    @Bean
    CookieCsrfTokenRepository formTokens() {
        CookieCsrfTokenRepository tokens = new CookieCsrfTokenRepository();
        tokens.setCookieName("stemma_form");
        tokens.setHeaderName("X-CSRF-TOKEN");
        tokens.setCookieCustomizer(cookie -> cookie.path("/").httpOnly(true).sameSite("Strict"));
        return tokens;
    }

    @Bean
    SecurityFilterChain doorkeeper(
            HttpSecurity http,
            Access access,
            RouteTable table,
            CookieCsrfTokenRepository formTokens,
            @Qualifier("handlerExceptionResolver") HandlerExceptionResolver problems) {
        RefusalAnswers refusals = new RefusalAnswers(problems, table);
        return http.headers(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .formLogin(AbstractHttpConfigurer::disable)
                .httpBasic(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .sessionManagement(
                        sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                // A token is sent by a program on purpose; no browser adds it by itself.
                // Each request is signed in anew; were the form's token changed with it, what a
                // page
                // asks while a form is filled in would make the form expire.
                .csrf(forms -> forms.csrfTokenRepository(formTokens)
                        .sessionAuthenticationStrategy(new NullAuthenticatedSessionStrategy())
                        .ignoringRequestMatchers(
                                request -> request.getHeader(HttpHeaders.AUTHORIZATION) != null))
                .addFilterBefore(new CallerFilter(access, refusals), CsrfFilter.class)
                .authorizeHttpRequests(requests -> requests.dispatcherTypeMatchers(
                                DispatcherType.ERROR, DispatcherType.ASYNC)
                        .permitAll()
                        .anyRequest()
                        .access(table))
                .exceptionHandling(refused ->
                        refused.authenticationEntryPoint(refusals).accessDeniedHandler(refusals))
                .build();
    }

    /** Nobody signs in by Spring's own ways; without this it would invent a person. */
    @Bean
    AuthenticationManager nobody() {
        return ignored -> {
            throw new BadCredentialsException("sign in on the page");
        };
    }

    @Bean
    Viewers viewers() {
        return () -> CallerAuthentication.current()
                .map(caller -> new Viewer(
                        caller.actor().code(),
                        caller.person().printedName(),
                        caller.roles(),
                        caller.grants().permissions()))
                .orElse(Viewer.NOBODY);
    }

    @Bean
    Navigation accessNavigation() {
        return Navigation.of(
                new NavigationEntry("People", "/people", Permission.ADMINISTER_PEOPLE, 910));
    }

    @Bean
    Routes accessRoutes() {
        return Routes.of(
                Route.anyone("GET", "/static/**"),
                Route.anyone("GET", "/webjars/**"),
                Route.anyone("GET", "/sign-in"),
                Route.anyone("POST", "/sign-in"),
                Route.signedIn("POST", "/sign-out"),
                Route.anyone("GET", "/welcome"),
                Route.anyone("POST", "/welcome"),
                Route.anyone("GET", "/invitation"),
                Route.anyone("POST", "/invitation"),
                Route.signedIn("GET", "/me"),
                Route.insider("GET", "/resets"),
                Route.insider("POST", "/resets/{actor}/confirmation"),
                Route.signedIn("POST", "/me/password"),
                Route.signedIn("POST", "/me/tokens"),
                Route.signedIn("POST", "/tokens/{id}/revocation"),
                Route.signedIn("GET", "/api/v1/me"),
                Route.get("/people", Permission.ADMINISTER_PEOPLE),
                Route.post("/people", Permission.ADMINISTER_PEOPLE),
                Route.get("/people/{actor}", Permission.ADMINISTER_PEOPLE),
                Route.post("/people/{actor}/roles", Permission.ADMINISTER_PEOPLE),
                Route.post("/people/{actor}/seat", Permission.ADMINISTER_PEOPLE),
                Route.post("/people/{actor}/invitation", Permission.ADMINISTER_PEOPLE),
                Route.post("/people/{actor}/disabled", Permission.ADMINISTER_PEOPLE),
                Route.post("/people/{actor}/enabled", Permission.ADMINISTER_PEOPLE),
                Route.post("/people/{actor}/erasure", Permission.ADMINISTER_PEOPLE));
    }
}
