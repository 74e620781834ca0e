package org.fanfare.audit;

/**
 * What is done.
 *
 * @param method of HTTP; null where it is no request
 * @param operation its id, as the description of the API has it
 * @param path of the resource, with ids, without anything secret
 * @param requestId what a proxy in front calls the request; null if it has no name
 */
public record Deed(String method, String operation, String path, String requestId) {}
