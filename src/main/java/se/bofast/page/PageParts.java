package se.bofast.page;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.ViewResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/// Puts the page room together for Spring.
@Configuration(proxyBeanMethods = false)
class PageParts implements WebMvcConfigurer {

    private final SavedDrafts savedDrafts;

    PageParts(SavedDrafts savedDrafts) {
        this.savedDrafts = savedDrafts;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(savedDrafts);
    }

    @Bean
    TemplateEngine templateEngine() {
        return TemplateEngine.createPrecompiled(null, ContentType.Html, null, "se.bofast");
    }

    @Bean
    Languages languages(@Value("${bofast.page.strict-words:false}") boolean strict) {
        return Languages.read(strict);
    }

    @Bean
    Assets assets() {
        return new Assets();
    }

    @Bean
    LocaleResolver localeResolver() {
        return new LanguageCookie();
    }

    @Bean
    @Order(Ordered.HIGHEST_PRECEDENCE + 10)
    ViewResolver jteViewResolver(TemplateEngine engine, Frames frames, ErrorAnswer errorAnswer) {
        return (name, locale) ->
                engine.hasTemplate(name + ".jte")
                        ? new JteView(engine, frames, errorAnswer, name)
                        : null;
    }

    /// Every static file's address changes with its content (see {@link Assets}) or its version.
    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        var kept = CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable();
        registry.addResourceHandler("/vendor/**")
                .addResourceLocations("classpath:/static/vendor/")
                .setCacheControl(kept);
        registry.addResourceHandler("/bofast.css", "/bofast.js", "/mark.svg")
                .addResourceLocations("classpath:/static/")
                .setCacheControl(kept);
        registry.addResourceHandler("/favicon.svg")
                .addResourceLocations("classpath:/static/")
                .setCacheControl(CacheControl.maxAge(Duration.ofDays(1)).cachePublic());
    }
}
