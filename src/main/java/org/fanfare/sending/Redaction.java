package org.fanfare.sending;

import java.net.URI;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Takes the secrets out of what is stored and logged of an exchange. */
public final class Redaction {

    /** What stands in the place of a secret. */
    public static final String REDACTED = "[redacted]";

    private static final Pattern SECRET_HEADER = Pattern.compile(
            "authorization|proxy-authorization|cookie|set-cookie|webhook-signature|api-?key"
                    + "|x-(.+-)?(token|key|apikey|secret|password|signature)(-\\d+)?",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern USER_INFO = Pattern.compile("(?<=//)[^/?#]*@");

    private static final Pattern SECRET_PARAMETER = Pattern.compile(
            "(?<=[?&])([^=&#]*(?:token|secret|password|signature|api_?key|sig)=)[^&#]*", Pattern.CASE_INSENSITIVE);

    private Redaction() {}

    /** The headers with the values of secret ones replaced; their names stay, so that one sees that they were sent. */
    public static Map<String, String> ofHeaders(Map<String, String> headers) {
        Map<String, String> redacted = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        headers.forEach((name, value) -> redacted.put(name, ofHeader(name, value)));
        return Collections.unmodifiableMap(redacted);
    }

    /** Whether what a header of that name holds is to be kept secret. */
    public static boolean isSecretHeader(String name) {
        return SECRET_HEADER.matcher(name).matches();
    }

    private static String ofHeader(String name, String value) {
        if (isSecretHeader(name)) {
            return REDACTED;
        }
        boolean isUrl = name.equalsIgnoreCase("Location") || name.equalsIgnoreCase("Content-Location");
        return isUrl ? ofUrl(value) : value;
    }

    /** The URL without user and password, and without the values of parameters that are secrets by their names. */
    public static String ofUrl(URI url) {
        return ofUrl(url.toString());
    }

    private static String ofUrl(String url) {
        String anonymous = USER_INFO.matcher(url).replaceFirst("");
        return SECRET_PARAMETER.matcher(anonymous).replaceAll("$1" + REDACTED);
    }
}
