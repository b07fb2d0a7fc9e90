package se.bofast.letter;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;

/// The room's beans. Lazy: reading the fonts must not delay the start.
@Configuration(proxyBeanMethods = false)
class LetterSetup {

    @Bean
    TemplateCatalogue templateCatalogue() {
        return new TemplateCatalogue();
    }

    @Bean
    @Lazy
    PdfPress pdfPress() {
        return new PdfPress();
    }

    @Bean
    @Lazy
    WritingLetters writingLetters(TemplateCatalogue catalogue, PdfPress press) {
        return new WritingLetters(catalogue, press);
    }

    @Bean
    @Lazy
    WritingDocuments writingDocuments(PdfPress press) {
        return new WritingDocuments(press);
    }

    @Bean
    @Lazy
    PrintFile printFile(WritingLetters letters) {
        return new PrintFile(letters);
    }
}
