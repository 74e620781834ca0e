package org.fanfare.ui;

import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;

/** Serves the pages and what they are made of. */
@WebServlet("/ui/*")
public class PageServlet extends HttpServlet {

    private static final long serialVersionUID = 1;

    private transient PageFiles files;

    @Override
    public void init() {
        files = new PageFiles(getServletContext().getResourcePaths(PageFiles.WEBJAR));
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (request.getPathInfo() == null) {
            response.sendRedirect(request.getContextPath() + "/ui/");
            return;
        }
        String file = files.find(request.getPathInfo()).orElse(null);
        URL content = file == null ? null : getServletContext().getResource(file);
        if (content == null) {
            sendNotFound(response);
        } else if (isKnown(file, request, response)) {
            response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
        } else {
            response.setContentType(mediaType(file));
            try (InputStream bytes = content.openStream()) {
                bytes.transferTo(response.getOutputStream());
            }
        }
    }

    /** The files of the library are large, and the same as long as their path, which has the version, is. */
    private static boolean isKnown(String file, HttpServletRequest request, HttpServletResponse response) {
        response.setHeader("Cache-Control", "no-cache");
        if (!file.startsWith(PageFiles.WEBJAR)) {
            return false;
        }
        String tag = '"' + file + '"';
        response.setHeader("ETag", tag);
        return tag.equals(request.getHeader("If-None-Match"));
    }

    private static void sendNotFound(HttpServletResponse response) throws IOException {
        response.setStatus(HttpServletResponse.SC_NOT_FOUND);
        response.setContentType("text/plain;charset=utf-8");
        response.getWriter().println("There is no such page.");
    }

    private String mediaType(String path) {
        String type = getServletContext().getMimeType(path);
        if (type == null) {
            return "application/octet-stream";
        }
        return type.startsWith("text/") || type.endsWith("javascript") ? type + ";charset=utf-8" : type;
    }
}
