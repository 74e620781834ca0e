package org.fanfare.sending;

import java.io.IOException;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.KeyStoreException;
import java.security.NoSuchAlgorithmException;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.apache.hc.client5.http.ssl.TlsSocketStrategy;
import org.apache.hc.core5.http.protocol.HttpContext;

/**
 * TLS on connections to targets: whom it trusts is the same for all, whom it shows itself as is told by the exchange for
 * which the connection is made.
 */
final class SecureSockets implements TlsSocketStrategy {

    private final TrustManager[] trusted;
    private final TlsSocketStrategy anonymous;

    private SecureSockets(TrustManager[] trusted) {
        this.trusted = trusted;
        try {
            anonymous = strategy(null);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("TLS is not available", e);
        }
    }

    /** Trusts the certificates that the platform trusts. */
    static SecureSockets ofThePlatform() {
        return trusting(null);
    }

    /** Trusts these certificates; null for those of the platform. */
    static SecureSockets trusting(KeyStore certificates) {
        try {
            TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            factory.init(certificates);
            return new SecureSockets(factory.getTrustManagers());
        } catch (NoSuchAlgorithmException | KeyStoreException e) {
            throw new IllegalStateException("TLS is not available", e);
        }
    }

    @Override
    public SSLSocket upgrade(Socket socket, String target, int port, Object attachment, HttpContext context)
            throws IOException {
        Connector connector = Connector.of(HttpClientContext.cast(context).getUserToken());
        if (connector == null || connector.identity() == null) {
            return anonymous.upgrade(socket, target, port, attachment, context);
        }
        try {
            return strategy(connector.identity().keyManagers()).upgrade(socket, target, port, attachment, context);
        } catch (GeneralSecurityException e) {
            throw new SSLException("the client certificate cannot be used", e);
        }
    }

    private TlsSocketStrategy strategy(KeyManager[] keys) throws GeneralSecurityException {
        SSLContext tls = SSLContext.getInstance("TLS");
        tls.init(keys, trusted, null);
        return new DefaultClientTlsStrategy(tls);
    }
}
