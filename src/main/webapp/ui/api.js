// Swagger UI puts itself into the global object; its documents are checked nowhere but here.
globalThis.SwaggerUIBundle({
  url: "../openapi",
  dom_id: "#api",
  deepLinking: true,
  displayRequestDuration: true,
  defaultModelsExpandDepth: 0,
  docExpansion: "list",
  validatorUrl: null,
});
