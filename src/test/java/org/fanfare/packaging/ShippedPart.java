package org.fanfare.packaging;

import java.util.List;

/**
 * A library in what is shipped.
 *
 * @param path where it is, {@code !} between an archive and what is in it
 * @param licences as SPDX names them
 */
record ShippedPart(String group, String name, String version, String path, String sha256, List<String> licences) {

    /** As scanners for vulnerabilities look it up (package-url). */
    String purl() {
        return "pkg:maven/" + group + "/" + name + "@" + version;
    }
}
