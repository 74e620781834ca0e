package org.fanfare.wire;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.ext.Provider;

/** Sets the header {@code Allow} on the answers of resources that state their {@link AllowedMethods}. */
@Provider
public class AllowHeaderFilter implements ContainerResponseFilter {

    @Context
    private ResourceInfo resource;

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        Class<?> resourceClass = resource.getResourceClass();
        AllowedMethods methods = resourceClass == null ? null : resourceClass.getAnnotation(AllowedMethods.class);
        if (methods != null) {
            response.getHeaders().putSingle(HttpHeaders.ALLOW, methods.value());
        }
    }
}
