package org.fanfare.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.enterprise.inject.spi.CDI;
import org.fanfare.testing.Product;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.EmptyAsset;
import org.jboss.shrinkwrap.api.spec.JavaArchive;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A jar in WEB-INF/lib adds a dialect. */
@ExtendWith(ArquillianExtension.class)
class AddedDialectIT {

    @Deployment
    static WebArchive archive() {
        JavaArchive jar = ShrinkWrap.create(JavaArchive.class, "shouting.jar")
                .addClass(ShoutingDialect.class)
                .addAsManifestResource(EmptyAsset.INSTANCE, "beans.xml");
        return Product.with(AddedDialectIT.class).addAsLibrary(jar);
    }

    @Test
    void aBeanInAJarIsADialectLikeThoseOfFanfare() {
        Dialects dialects = CDI.current().select(Dialects.class).get();

        assertThat(dialects.names()).contains("pacifica", "shouting", "slack");
        assertThat(dialects.named("shouting").orElseThrow().method()).isEqualTo("PUT");
    }
}
