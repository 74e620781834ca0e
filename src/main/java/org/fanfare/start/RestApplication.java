package org.fanfare.start;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import org.eclipse.microprofile.openapi.annotations.OpenAPIDefinition;
import org.eclipse.microprofile.openapi.annotations.info.Info;
import org.eclipse.microprofile.openapi.annotations.info.License;

/** All resources, at the root of the server. */
@ApplicationPath("/")
@OpenAPIDefinition(
        info =
                @Info(
                        title = "Fanfare",
                        version = "0.1",
                        description =
                                "Event notification: post CloudEvents, subscribe with a JSONPath and a target URL.",
                        license = @License(name = "Apache-2.0", url = "https://www.apache.org/licenses/LICENSE-2.0")))
public class RestApplication extends Application {}
