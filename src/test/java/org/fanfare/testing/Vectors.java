package org.fanfare.testing;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;

/** Test cases that are data: the files of src/test/resources/vectors. */
public final class Vectors {

    private Vectors() {}

    /** The objects of an array in a file, by their names. */
    public static Stream<Named<JsonObject>> of(String file, String array) {
        return objects(file, array)
                .map(each -> Named.of(each.getString("mode", "") + " " + each.getString("name"), each));
    }

    /** The objects of an array in a file. */
    public static Stream<JsonObject> objects(String file, String array) {
        try (InputStream in = Vectors.class.getResourceAsStream("/vectors/" + file);
                JsonReader reader = Json.createReader(in)) {
            return reader.readObject().getJsonArray(array).getValuesAs(JsonObject.class).stream();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
