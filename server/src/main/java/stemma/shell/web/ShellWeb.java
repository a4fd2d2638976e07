package stemma.shell.web;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.web.servlet.FlashMapManager;
import org.springframework.web.servlet.ViewResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

import stemma.shell.Explains;
import stemma.shell.Navigation;
import stemma.shell.SittingEnd;
import stemma.shell.Viewer;
import stemma.shell.Viewers;

import tools.jackson.databind.json.JsonMapper;

import java.security.SecureRandom;
import java.time.InstantSource;
import java.time.ZoneId;

/** Wires the frame, the templates, the problems and the headers into the web server. */
@Configuration(proxyBeanMethods = false)
class ShellWeb implements WebMvcConfigurer {

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        registry.addResourceHandler("/static/**").addResourceLocations("classpath:/static/");
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(new StorableText());
    }

    @Bean
    TemplateEngine templates() {
        return TemplateEngine.createPrecompiled(ContentType.Html);
    }

    @Bean
    Frames frames(
            ObjectProvider<Viewers> viewers,
            ObjectProvider<Navigation> navigation,
            ObjectProvider<InstantSource> clock,
            ObjectProvider<ZoneId> zone,
            ObjectProvider<SittingEnd> sitting) {
        return new Frames(
                viewers.getIfAvailable(() -> () -> Viewer.NOBODY),
                navigation.stream().toList(),
                clock.getIfAvailable(InstantSource::system),
                zone.getIfAvailable(ZoneId::systemDefault),
                new Assets(),
                sitting.getIfAvailable(() -> SittingEnd.NONE));
    }

    @Bean
    ViewResolver pages(TemplateEngine templates, Frames frames) {
        return new JteViews(templates, frames);
    }

    @Bean
    FlashMapManager flashMapManager() {
        return new SaidOnce();
    }

    @Bean
    Explanations explanations(ObjectProvider<Explains> rooms) {
        return new Explanations(rooms.stream().toList());
    }

    @Bean
    ProblemAnswers problemAnswers(TemplateEngine templates, Frames frames, JsonMapper json) {
        return new ProblemAnswers(templates, frames, json, new SecureRandom());
    }

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> malformedRequests(
            ObjectProvider<ProblemAnswers> answers) {
        return tomcat -> tomcat.addContextCustomizers(context -> context.getParent()
                .getPipeline()
                .addValve(new MalformedRequests(answers.getObject())));
    }

    @Bean
    FilterRegistrationBean<StrictHeaders> strictHeaders() {
        FilterRegistrationBean<StrictHeaders> first =
                new FilterRegistrationBean<>(new StrictHeaders());
        first.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return first;
    }

    @Bean
    FilterRegistrationBean<BodyLimit> bodyLimit() {
        FilterRegistrationBean<BodyLimit> second = new FilterRegistrationBean<>(new BodyLimit());
        second.setOrder(Ordered.HIGHEST_PRECEDENCE + 1);
        return second;
    }
}
