package org.fanfare.ui;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Which file of the application a path below {@code /ui} means. */
final class PageFiles {

    /** The one library that pages use, and where the WebJar puts it: below a directory named after its version. */
    static final String WEBJAR = "/webjars/swagger-ui/";

    private static final String LIBRARY = "/swagger/";
    private static final Pattern FILE = Pattern.compile("[a-zA-Z0-9-]+(\\.[a-zA-Z0-9-]+)+");

    private final String library;

    /** @param versions what is in the directory {@link #WEBJAR}; null where there is no such directory */
    PageFiles(Set<String> versions) {
        library = versions == null
                ? null
                : versions.stream()
                        .filter(path -> path.endsWith("/"))
                        .findFirst()
                        .orElse(null);
    }

    /**
     * Where in the application the file lies.
     *
     * @param path below {@code /ui}, beginning with a slash
     */
    Optional<String> find(String path) {
        if (path.equals("/")) {
            return Optional.of("/ui/index.html");
        }
        if (path.startsWith(LIBRARY)) {
            String file = path.substring(LIBRARY.length());
            return library != null && isFile(file) ? Optional.of(library + file) : Optional.empty();
        }
        String file = path.substring(1);
        return isFile(file) ? Optional.of("/ui/" + file) : Optional.empty();
    }

    /** One name, no directories, so there is no way up and out. */
    private static boolean isFile(String name) {
        return FILE.matcher(name).matches();
    }
}
