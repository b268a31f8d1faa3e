"use strict";
// The page of a service: items in, list, reasons and attention out. Asks its own server only.

const $ = (id) => document.getElementById(id);
const chosen = [];
let token = "";
let asked = 0;
let searched = 0;

async function ask(path, body) {
  const headers = token ? { Authorization: "Bearer " + token } : {};
  const request = { headers };
  if (body !== undefined) {
    headers["Content-Type"] = "application/json";
    request.method = "POST";
    request.body = JSON.stringify(body);
  }
  const response = await fetch(path, request);
  const json = await response.json();
  if (response.status === 401) $("token-form").hidden = false;
  if (!response.ok) throw new Error(json.error || "the service failed");
  return json;
}

// Titles are texts of strangers: they become text nodes, never markup.
function element(name, text, attributes) {
  const made = document.createElement(name);
  if (text !== undefined) made.textContent = text;
  for (const [key, value] of Object.entries(attributes || {})) made.setAttribute(key, value);
  return made;
}

function tell(error) {
  $("problem").textContent = error ? String(error.message || error) : "";
}

async function recommend() {
  const turn = ++asked;
  const dial = Number($("dial").value);
  const body = { history: chosen.map((item) => item.id), k: Number($("k").value) || 10, reasons: true, attention: true };
  if (dial > 0) body.diversify = { dial };
  try {
    const answer = await ask("recommend", body);
    if (turn !== asked) return; // A later question has been asked meanwhile.
    tell();
    showList(answer);
    showAttention(answer.attention);
  } catch (error) {
    if (turn === asked) tell(error);
  }
}

function showList(answer) {
  $("list").replaceChildren(...answer.items.map((item) => {
    const line = element("li", item.title);
    const why = (item.reasons || []).map((reason) => `${reason.title} (${Math.round(100 * reason.share)}%)`);
    if (why.length) line.append(element("span", "because of " + why.join(", "), { class: "why" }));
    return line;
  }));
  const unknown = answer.source === "fallback" ? ["Nothing is known of this user."] : [];
  $("notes").textContent = unknown.concat(answer.warnings).join(" ");
  $("list").dataset.answered = String(chosen.length);
}

function showAttention(attention) {
  $("attention").hidden = !attention;
  if (!attention) return;
  const heads = attention.layers.flatMap((layer) =>
    layer.heads.map((rows, head) => ({ name: layer.heads.length > 1 ? `${layer.name}, head ${head + 1}` : layer.name, rows })));
  const before = Math.min(Math.max($("layer").selectedIndex, 0), heads.length - 1);
  $("layer").replaceChildren(...heads.map((head) => element("option", head.name)));
  $("layer").selectedIndex = before;
  $("layer").onchange = () => draw(attention.places, heads[$("layer").selectedIndex].rows);
  draw(attention.places, heads[before].rows);
}

function draw(places, rows) {
  const top = element("tr");
  top.append(element("th"), ...places.map((place) => element("th", place, { scope: "col", title: place })));
  const most = Math.max(1e-9, ...rows.flat().map(Math.abs));
  const lines = rows.map((row, from) => {
    const line = element("tr");
    line.append(element("th", places[from], { scope: "row", title: places[from] }));
    row.forEach((weight) => {
      const cell = element("td", weight ? weight.toFixed(2) : "");
      cell.style.backgroundColor = `rgba(var(--cell), ${(0.6 * Math.abs(weight)) / most})`;
      line.append(cell);
    });
    return line;
  });
  $("map").replaceChildren($("map").caption, top, ...lines);
}

function showHistory() {
  $("history").replaceChildren(...chosen.map((item, at) => {
    const line = element("li", item.title);
    const remove = element("button", "×", { type: "button", "aria-label": "Remove " + item.title });
    remove.onclick = () => { chosen.splice(at, 1); showHistory(); $("find").focus(); };
    line.append(remove);
    return line;
  }));
  $("empty").hidden = chosen.length > 0;
  recommend();
}

function add(item) {
  chosen.push(item);
  $("find").value = "";
  close();
  showHistory();
}

function close() {
  searched++;
  $("found").hidden = true;
  $("found").replaceChildren();
  $("find").setAttribute("aria-expanded", "false");
}

async function search() {
  const turn = ++searched;
  const text = $("find").value.trim();
  if (!text) return close();
  try {
    const { items } = await ask("items?query=" + encodeURIComponent(text));
    if (turn !== searched) return;
    tell();
    $("found").replaceChildren(...items.map((item, at) => {
      const line = element("li", item.title, { role: "option", id: "found-" + at, "aria-selected": at === 0 });
      line.onmousedown = (event) => { event.preventDefault(); add(item); };
      line.item = item;
      return line;
    }));
    $("found").hidden = items.length === 0;
    $("find").setAttribute("aria-expanded", String(items.length > 0));
  } catch (error) {
    if (turn === searched) tell(error);
  }
}

function move(step) {
  const lines = [...$("found").children];
  if (!lines.length) return;
  const now = lines.findIndex((line) => line.getAttribute("aria-selected") === "true");
  const next = (now + step + lines.length) % lines.length;
  lines.forEach((line, at) => line.setAttribute("aria-selected", String(at === next)));
  lines[next].scrollIntoView({ block: "nearest" });
  $("find").setAttribute("aria-activedescendant", lines[next].id);
}

$("find").oninput = search;
$("find").onblur = close;
$("find").onkeydown = (event) => {
  if (event.key === "ArrowDown") { event.preventDefault(); move(1); }
  if (event.key === "ArrowUp") { event.preventDefault(); move(-1); }
  if (event.key === "Escape") close();
};
$("find-form").onsubmit = (event) => {
  event.preventDefault();
  const line = $("found").querySelector('[aria-selected="true"]');
  if (line) add(line.item);
};
$("k").onchange = recommend;
$("dial").oninput = () => { $("dial-value").textContent = $("dial").value; recommend(); };
$("token-form").onsubmit = (event) => {
  event.preventDefault();
  token = $("token").value;
  $("token-form").hidden = true;
  start();
};

async function start() {
  try {
    const model = await ask("model");
    $("model").textContent = `${model.version}, ${model.items.toLocaleString("en")} items`;
    recommend();
  } catch (error) {
    tell(error);
  }
}

start();
