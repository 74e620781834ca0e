package org.fanfare.dialect;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * The CloudEvents versions Fanfare speaks, each with its own names for the context attributes.
 *
 * <p>0.1 is what the Pacifica producers send (pacifica.md, 3 and 5.2); it alone has camel case names and keeps its
 * extensions in a member {@code extensions}.
 */
public enum SpecVersion {
    V0_1("0.1", "cloudEventsVersion", "eventID", "eventType", "eventTime", "contentType"),
    V0_2("0.2", "specversion", "id", "type", "time", "contenttype"),
    V0_3("0.3", "specversion", "id", "type", "time", "datacontenttype"),
    V1_0("1.0", "specversion", "id", "type", "time", "datacontenttype");

    private final String text;
    private final String versionName;
    private final String idName;
    private final String typeName;
    private final String timeName;
    private final String contentTypeName;

    SpecVersion(
            String text, String versionName, String idName, String typeName, String timeName, String contentTypeName) {
        this.text = text;
        this.versionName = versionName;
        this.idName = idName;
        this.typeName = typeName;
        this.timeName = timeName;
        this.contentTypeName = contentTypeName;
    }

    /** The version whose text ({@code 1.0}) this is. */
    public static Optional<SpecVersion> of(String text) {
        return Arrays.stream(values()).filter(each -> each.text.equals(text)).findFirst();
    }

    /** As the event has it: {@code 0.1}, {@code 1.0}. */
    public String text() {
        return text;
    }

    /** The attribute that holds the version. */
    public String versionName() {
        return versionName;
    }

    public String idName() {
        return idName;
    }

    public String typeName() {
        return typeName;
    }

    /** The attribute that says where the event comes from; the one name all versions share. */
    public String sourceName() {
        return "source";
    }

    public String timeName() {
        return timeName;
    }

    /** The attribute that holds the media type of the data. */
    public String contentTypeName() {
        return contentTypeName;
    }

    /** What 1.0 calls the attribute that has this name here. */
    public String nameInV1(String name) {
        if (name.equals(versionName)) {
            return V1_0.versionName;
        }
        if (name.equals(idName)) {
            return V1_0.idName;
        }
        if (name.equals(typeName)) {
            return V1_0.typeName;
        }
        if (name.equals(timeName)) {
            return V1_0.timeName;
        }
        if (name.equals(contentTypeName)) {
            return V1_0.contentTypeName;
        }
        String lowerCase = name.toLowerCase(Locale.ROOT);
        return this != V1_0 && lowerCase.equals("schemaurl") ? "dataschema" : lowerCase;
    }

    /** Whether extensions stand in a member {@code extensions} of their own; else they are attributes like others. */
    public boolean hasExtensionsMember() {
        return this == V0_1;
    }
}
