package org.fanfare.testing;

import fish.payara.arquillian.container.payara.managed.PayaraMicroContainerConfiguration;
import fish.payara.arquillian.container.payara.managed.PayaraMicroDeployableContainer;
import org.jboss.arquillian.container.spi.client.container.DeployableContainer;
import org.jboss.arquillian.container.spi.client.container.DeploymentException;
import org.jboss.arquillian.container.spi.client.protocol.metadata.HTTPContext;
import org.jboss.arquillian.container.spi.client.protocol.metadata.ProtocolMetaData;
import org.jboss.arquillian.container.spi.client.protocol.metadata.Servlet;
import org.jboss.arquillian.core.spi.LoadableExtension;
import org.jboss.shrinkwrap.api.Archive;

/**
 * Arquillian's adapter for Payara Micro reads from the server's output where the test's servlet is. It takes the output as
 * far as it has come once it finds the port in it; when the lines after the port come a moment later, it knows of no
 * servlet and the tests of the class cannot run. This says then what the lines would have said.
 */
public final class PayaraMicroForArquillian implements LoadableExtension {

    @Override
    public void register(ExtensionBuilder builder) {
        // The adapter is not there for the tests on other servers.
        if (ServerUnderTest.current() == ServerUnderTest.PAYARA_MICRO) {
            builder.override(DeployableContainer.class, PayaraMicroDeployableContainer.class, Adapter.class);
        }
    }

    /** Arquillian makes one of it. */
    public static final class Adapter extends PayaraMicroDeployableContainer
            implements DeployableContainer<PayaraMicroContainerConfiguration> {

        private static final String TEST_SERVLET = "ArquillianServletRunnerEE9";
        private static final String CONTEXT_ROOT = "/";

        @Override
        public ProtocolMetaData deploy(Archive<?> archive) throws DeploymentException {
            ProtocolMetaData deployed = super.deploy(archive);
            HTTPContext http =
                    deployed.getContexts(HTTPContext.class).iterator().next();
            if (http.getServletByName(TEST_SERVLET) == null) {
                http.add(new Servlet(TEST_SERVLET, CONTEXT_ROOT));
            }
            return deployed;
        }
    }
}
