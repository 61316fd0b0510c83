"use strict";

/** A token of the mock's own app, as any client gets it. */
const token = async () => {
  const mock = await (await fetch("/_mock")).json();
  const response = await fetch("/oauth/token", {
    method: "POST",
    headers: { Authorization: "Basic " + btoa(`${mock.client_id}:${mock.client_secret}`) },
    body: new URLSearchParams({ grant_type: "account_credentials", account_id: mock.account_id }),
  });
  return (await response.json()).access_token;
};

const authorized = async (request) => {
  if (!request.loadSpec && !request.headers.Authorization) {
    request.headers.Authorization = "Bearer " + (await token());
  }
  return request;
};

SwaggerUIBundle({
  url: "/docs/zoom.json",
  dom_id: "#description",
  deepLinking: true,
  docExpansion: "none",
  filter: true,
  requestInterceptor: authorized,
  tryItOutEnabled: true,
  validatorUrl: null,
});
