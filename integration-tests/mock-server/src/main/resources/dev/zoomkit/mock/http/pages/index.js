"use strict";

const MOST_REQUESTS = 50;

const get = async (path) => (await fetch(path)).json();

/** An element with texts and elements in it. Texts stay texts, whatever is in them. */
const element = (name, ...children) => {
  const made = document.createElement(name);
  made.append(...children);
  return made;
};

const row = (...cells) => element("tr", ...cells.map((cell) => element("td", cell)));

const counts = (has) =>
  Object.entries(has)
    .map(([what, count]) => `${count} ${what.replace(">", "/…/")}`)
    .join(", ");

const account = ({ id, has, users }) => {
  const table = element("table", ...users.map((user) => row(user.email, user.id, counts(user.has))));
  return element("section", element("h3", id), element("p", counts(has)), table);
};

const request = ({ operation_id, method, path, status, refusal }) => {
  const made = row(operation_id ?? "", `${method} ${path}`, status ?? "", refusal ?? "");
  made.className = status >= 400 ? "refused" : "";
  return made;
};

const show = async () => {
  const [mock, world, seen] = await Promise.all(
    ["/_mock", "/_mock/world", "/_mock/requests"].map(get),
  );
  document.getElementById("mock").replaceChildren(
    `API at ${mock.base_url}, tokens at ${mock.token_endpoint}, the clock stands at ${mock.now}.`,
  );
  document.getElementById("accounts").replaceChildren(...world.accounts.map(account));
  const last = seen.requests.slice(-MOST_REQUESTS).reverse();
  document.getElementById("requests").replaceChildren(...last.map(request));
};

show();
