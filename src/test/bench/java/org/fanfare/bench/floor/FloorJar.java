package org.fanfare.bench.floor;

import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.exporter.ZipExporter;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/**
 * {@code fanfare.jar} with the floor in place of the application: the same launcher, server, adapter, pools and settings.
 * Only the broker's file differs in what a message needs that is the event itself and not the id of a row.
 */
final class FloorJar {

    private static final Map<String, String> BROKER_CHANGES = Map.of(
            // Who sends waits for the disk: no database has.
            "<journal-sync-non-transactional>false<", "<journal-sync-non-transactional>true<",
            // Bodies fill a file of 2 MB in a second, and a backlog of them is not to go through paging.
            "<journal-file-size>2M<", "<journal-file-size>10M<",
            "<global-max-size>32M<", "<global-max-size>512M<",
            "<max-size-bytes>16M<", "<max-size-bytes>512M<",
            // No timer sends it again: it is tried until it has arrived.
            "<max-delivery-attempts>20<", "<max-delivery-attempts>-1<");

    private FloorJar() {}

    /** Makes it in this directory, of this {@code fanfare.jar}. */
    static Path make(Path fanfare, Path directory) throws IOException {
        Path jar = Files.copy(fanfare, directory.resolve("floor.jar"), StandardCopyOption.REPLACE_EXISTING);
        Path rar = directory.resolve("artemis.rar");
        Path broker = directory.resolve("fanfare-broker.jar");
        try (FileSystem inJar = open(jar)) {
            Path rarInJar = inJar.getPath("FANFARE-INF/artemis.rar");
            Files.copy(rarInJar, rar, StandardCopyOption.REPLACE_EXISTING);
            try (FileSystem inRar = open(rar)) {
                Files.copy(inRar.getPath("fanfare-broker.jar"), broker, StandardCopyOption.REPLACE_EXISTING);
                changeBroker(broker);
                Files.copy(broker, inRar.getPath("fanfare-broker.jar"), StandardCopyOption.REPLACE_EXISTING);
            }
            Files.copy(rar, rarInJar, StandardCopyOption.REPLACE_EXISTING);
            Path war = inJar.getPath("FANFARE-INF/fanfare.war");
            Files.copy(war(directory), war, StandardCopyOption.REPLACE_EXISTING);
        }
        return jar;
    }

    private static void changeBroker(Path broker) throws IOException {
        try (FileSystem inBroker = open(broker)) {
            Path file = inBroker.getPath("fanfare-broker.xml");
            String text = Files.readString(file);
            for (Map.Entry<String, String> change : BROKER_CHANGES.entrySet()) {
                if (!text.contains(change.getKey())) {
                    throw new IllegalStateException("broker.xml no longer has " + change.getKey());
                }
                text = text.replace(change.getKey(), change.getValue());
            }
            Files.writeString(file, text);
        }
    }

    private static Path war(Path directory) {
        Path war = directory.resolve("floor.war");
        ShrinkWrap.create(WebArchive.class)
                .addClasses(FloorApplication.class, FloorResource.class, FloorForwarder.class)
                .as(ZipExporter.class)
                .exportTo(war.toFile(), true);
        return war;
    }

    private static FileSystem open(Path zip) throws IOException {
        return FileSystems.newFileSystem(zip);
    }
}
