/**
 * The pages for people, under {@code /ui/}: a start page and the browser for the API (Swagger UI, from its WebJar).
 *
 * <ul>
 *   <li>R9.1 The pages need no other host, and their Content-Security-Policy lets them use none.
 *   <li>R9.2 No page names the version of a library: {@link org.fanfare.ui.PageFiles} finds it at start.
 *   <li>R9.3 {@code GET /} leads to the start page.
 * </ul>
 *
 * <p>Decision: REST at {@code /} hides the server's own serving of files. {@link org.fanfare.ui.PageServlet} has the longer
 * mapping and reads them through the servlet context, which is the same on every server; a filter that forwards to
 * the servlet {@code default} depends on what the server calls that servlet and how it reads the path.
 */
package org.fanfare.ui;
