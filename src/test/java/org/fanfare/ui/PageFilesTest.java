package org.fanfare.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PageFilesTest {

    private final PageFiles files = new PageFiles(Set.of("/webjars/swagger-ui/5.34.1/"));

    @ParameterizedTest
    @CsvSource({
        "/, /ui/index.html",
        "/index.html, /ui/index.html",
        "/api.html, /ui/api.html",
        "/swagger/swagger-ui.css, /webjars/swagger-ui/5.34.1/swagger-ui.css",
        "/swagger/favicon-32x32.png, /webjars/swagger-ui/5.34.1/favicon-32x32.png",
    })
    void pathMeansAFile(String path, String file) {
        assertThat(files.find(path)).contains(file);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/..",
                "/../WEB-INF/web.xml",
                "/swagger/",
                "/swagger/../../../WEB-INF/web.xml",
                "/swagger/..",
                "/a/b.html",
                "/.hidden",
                "/name",
                "//index.html",
                "/..\\web.xml",
            })
    void nothingLiesOutsideOfTheTwoDirectories(String path) {
        assertThat(files.find(path)).isEmpty();
    }

    @Test
    void withoutTheLibraryThereAreOnlyThePages() {
        assertThat(new PageFiles(null).find("/swagger/swagger-ui.css")).isEmpty();
        assertThat(new PageFiles(Set.of()).find("/swagger/swagger-ui.css")).isEmpty();
        assertThat(new PageFiles(null).find("/")).contains("/ui/index.html");
    }
}
