package org.fanfare.testing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** An HTTP proxy to which every name means this machine. It keeps the heads of the requests made to itself. */
public final class FakeProxy implements AutoCloseable {

    private final List<String> heads = new CopyOnWriteArrayList<>();
    private final ServerSocket server;
    private volatile String refusal;
    private final ExecutorService threads = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "fake-proxy");
        thread.setDaemon(true);
        return thread;
    });

    public FakeProxy() {
        try {
            server = new ServerSocket(0, 50, InetAddress.getByName("127.0.0.1"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        threads.submit(() -> {
            while (!server.isClosed()) {
                Socket socket = server.accept();
                threads.submit(() -> serve(socket));
            }
            return null;
        });
    }

    /** Answers every request with this status line from now on. */
    public FakeProxy refusing(String statusLine) {
        refusal = statusLine;
        return this;
    }

    public int port() {
        return server.getLocalPort();
    }

    /** Request line and headers of what it was asked, as they came. */
    public List<String> heads() {
        return List.copyOf(heads);
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        threads.shutdownNow();
    }

    private Void serve(Socket client) throws IOException {
        try (client) {
            String head = head(client.getInputStream());
            heads.add(head);
            if (refusal != null) {
                say(client.getOutputStream(), refusal + "\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
            } else if (head.startsWith("CONNECT ")) {
                String authority = head.split(" ")[1];
                int port = Integer.parseInt(authority.substring(authority.lastIndexOf(':') + 1));
                relay(client, port, "", "HTTP/1.1 200 Connected\r\n\r\n");
            } else {
                URI target = URI.create(head.split(" ")[1]);
                relay(client, target.getPort(), head.replaceFirst("http://[^/]+", ""), "");
            }
        }
        return null;
    }

    private void relay(Socket client, int port, String toTarget, String toClient) throws IOException {
        try (Socket target = new Socket("127.0.0.1", port)) {
            say(target.getOutputStream(), toTarget);
            say(client.getOutputStream(), toClient);
            threads.submit(() -> client.getInputStream().transferTo(target.getOutputStream()));
            target.getInputStream().transferTo(client.getOutputStream());
        }
    }

    private static String head(InputStream in) throws IOException {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        int read = in.read();
        while (read >= 0) {
            head.write(read);
            if (head.toString(StandardCharsets.ISO_8859_1).endsWith("\r\n\r\n")) {
                break;
            }
            read = in.read();
        }
        return head.toString(StandardCharsets.ISO_8859_1);
    }

    private static void say(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.ISO_8859_1));
        out.flush();
    }
}
