package org.fanfare.testing;

import java.io.File;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.importer.ZipImporter;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** The product as it was packaged, with a test in it: so the test runs beside the beans, in their packages. */
public final class Product {

    private static final File WAR = new File("target/fanfare.war");

    private Product() {}

    /** The WAR and the classes of a test, with what tests of this project use. */
    public static WebArchive with(Class<?>... testClasses) {
        return ShrinkWrap.create(ZipImporter.class, "fanfare.war")
                .importFrom(WAR)
                .as(WebArchive.class)
                .addClasses(testClasses)
                .addPackages(true, "org.assertj.core")
                .addPackages(true, "net.bytebuddy")
                .addPackages(true, "org.awaitility")
                .addPackages(true, "org.hamcrest");
    }
}
