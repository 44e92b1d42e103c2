// The page: it takes a text or a file, asks the library in the worker, and shows the answer.
// Whatever comes from a document is put into the page as text, never as HTML.
import { WORDS } from "./words.js";

const $ = (id) => document.getElementById(id);
const FIELDS = ["letters", "emails", "receipts", "published", "decided", "hours"];
const kept = []; // addresses of what can be taken along, freed when the answer changes

let language = "fi";
let ready = null; // what the library says of itself, once it is loaded
let number = 0; // of the newest question; an answer to an older one is not shown
let asked = false;
let file = null;

const worker = new Worker("worker.js", { type: "module" });

const words = () => WORDS[language];

function make(tag, text, ...inside) {
  const made = document.createElement(tag);
  if (text) made.textContent = text;
  made.append(...inside);
  return made;
}

function classed(made, name) {
  made.className = name;
  return made;
}

function address(content, type) {
  const url = URL.createObjectURL(new Blob([content], { type }));
  kept.push(url);
  return url;
}

function speak(chosen) {
  language = chosen;
  document.documentElement.lang = chosen;
  document.title = words().title;
  for (const place of document.querySelectorAll("[data-say]")) {
    place.textContent = words()[place.dataset.say];
  }
  for (const button of document.querySelectorAll("[data-language]")) {
    button.setAttribute("aria-pressed", String(button.dataset.language === chosen));
  }
  showState();
  if (asked) ask();
}

function showState() {
  $("state").textContent = ready === null ? words().loading : words().ready;
  $("count").disabled = ready === null;
  $("version").textContent = ready === null ? "" : `${ready}. ${words().checked}`;
  $("chosen").textContent = file === null ? "" : `${words().chosen} ${file.name}`;
}

function fail() {
  $("state").textContent = words().failed;
  $("count").disabled = true;
}

// --- asking ------------------------------------------------------------------------------

async function ask() {
  asked = true;
  const given = Object.fromEntries(FIELDS.map((name) => [name, $(name).value]));
  const written = $("text").value;
  const content = written.trim() || file === null ? written : await file.arrayBuffer();
  number += 1;
  $("state").textContent = words().counting;
  const name = typeof content === "string" ? "" : file.name;
  worker.postMessage({ number, content, name, given, language });
}

worker.onerror = fail;
worker.onmessage = ({ data }) => {
  if (data.ready !== undefined) {
    ready = data.ready;
    showState();
  } else if (data.number === undefined) {
    console.error(data.failed);
    fail();
  } else if (data.number === number) {
    if (data.failed !== undefined) console.error(data.failed);
    show(data.answer ?? { refused: "fault" });
  }
};

// --- showing -----------------------------------------------------------------------------

function refusal(answer) {
  const said = words().refused[answer.refused] ?? words().refused.unreadable;
  if (answer.refused !== "given") return said;
  return `${said} ${answer.fields.map((name) => words()[name]).join(", ")}.`;
}

function list(kind, lines) {
  return make(kind, "", ...lines.map((line) => make("li", line)));
}

function clock(one) {
  const day = classed(make("div"), "day");
  const started = one.started === null ? words().not_known : one.started;
  const supposed = one.given ? ` ${words().supposed}` : "";
  day.append(make("p", `${one.who}, ${one.way}: ${started}${supposed}`));
  if (one.until === null) {
    day.classList.add("unknown");
    day.append(make("p", one.why ?? ""));
    return day;
  }
  day.append(make("strong", one.until));
  if (one.doubts.length) {
    const open = classed(make("div"), "open");
    open.append(make("p", words().open), list("ul", one.doubts));
    day.append(open);
  }
  const steps = make("details", "", make("summary", words().steps), list("ol", one.steps));
  day.append(steps);
  return day;
}

function remedy(one) {
  const part = make("section", "", make("h3", one.title));
  if (one.short) part.append(make("p", one.short));
  part.append(...one.clocks.map(clock));
  return part;
}

function drawing(one) {
  const image = document.createElement("img");
  image.src = address(one.svg, "image/svg+xml");
  image.alt = `${one.title}. ${one.description}`;
  const figure = make("figure", "", image);
  figure.tabIndex = 0;
  figure.setAttribute("role", "group");
  figure.setAttribute("aria-label", one.title);
  return figure;
}

function link(text, name, content, type) {
  const taken = make("a", text);
  taken.href = address(content, type);
  taken.download = name;
  return taken;
}

function notes(title, lines) {
  const part = classed(make("section", "", make("h3", title), list("ul", lines)), "open");
  return part;
}

function show(answer) {
  kept.splice(0).forEach((url) => URL.revokeObjectURL(url));
  showState();
  const place = $("answer");
  place.hidden = false;
  if (answer.refused !== undefined) {
    const title = make("h2", words().no_answer);
    title.id = "answer-title";
    place.replaceChildren(title, make("p", refusal(answer)));
    place.focus();
    return;
  }
  const title = make("h2", answer.title);
  title.id = "answer-title";
  const parts = [title, ...answer.remedies.map(remedy), ...answer.pictures.map(drawing)];
  if (answer.unread.length) parts.push(notes(words().unread, answer.unread));
  if (answer.problems.length) parts.push(notes(words().problems, answer.problems));
  const report = make("pre", answer.report);
  report.tabIndex = 0;
  parts.push(make("details", "", make("summary", words().report), report));
  const take = classed(make("p"), "take");
  if (answer.ics !== null) {
    take.append(link(words().calendar, "maaraajat.ics", answer.ics, "text/calendar"));
  }
  take.append(link(words().as_json, "paatos.json", answer.json, "application/json"));
  parts.push(take);
  place.replaceChildren(...parts);
  place.focus();
}

// --- what a person does ------------------------------------------------------------------

function choose(chosen) {
  file = chosen ?? null;
  if (file !== null) $("text").value = "";
  showState();
}

$("asked").addEventListener("submit", (event) => {
  event.preventDefault();
  ask();
});
for (const name of FIELDS) {
  $(name).addEventListener("change", () => {
    if (asked) ask();
  });
}
$("file").addEventListener("change", () => choose($("file").files[0]));
$("drop").addEventListener("dragover", (event) => {
  event.preventDefault();
  $("drop").classList.add("over");
});
$("drop").addEventListener("dragleave", () => $("drop").classList.remove("over"));
$("drop").addEventListener("drop", (event) => {
  event.preventDefault();
  $("drop").classList.remove("over");
  choose(event.dataTransfer.files[0]);
});
for (const button of document.querySelectorAll("[data-example]")) {
  button.addEventListener("click", async () => {
    const example = await fetch(`examples/${button.dataset.example}`);
    $("text").value = await example.text();
    choose(null);
    if (ready !== null) ask();
  });
}
for (const button of document.querySelectorAll("[data-language]")) {
  button.addEventListener("click", () => speak(button.dataset.language));
}
if ("serviceWorker" in navigator) {
  navigator.serviceWorker.register("offline.js", { type: "module" }).catch(() => undefined);
}

const wished = navigator.languages.map((tag) => tag.slice(0, 2)).find((tag) => tag in WORDS);
speak(wished ?? "fi");
