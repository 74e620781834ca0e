package org.fanfare.probe;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.fanfare.wire.JsonText;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** {@code META-INF/openapi.yaml}, which is written by hand, in two forms; each is made when it is first asked for. */
final class ApiDescription {

    private ApiDescription() {}

    static String yaml() {
        return Yaml.TEXT;
    }

    static String json() {
        return AsJson.TEXT;
    }

    private static final class Yaml {

        static final String TEXT = read();

        private static String read() {
            StringWriter text = new StringWriter();
            try (InputStream yaml = ApiDescription.class.getResourceAsStream("/META-INF/openapi.yaml")) {
                new InputStreamReader(yaml, StandardCharsets.UTF_8).transferTo(text);
                return text.toString();
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        }
    }

    private static final class AsJson {

        static final String TEXT = convert();

        private static String convert() {
            Object document = new Load(LoadSettings.builder().build()).loadFromString(yaml());
            @SuppressWarnings("unchecked")
            Map<String, Object> members = (Map<String, Object>) document;
            return JsonText.JSON.createObjectBuilder(members).build().toString();
        }
    }
}
