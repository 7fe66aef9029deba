// Builds the nodes of claimdesk/ui/markup.py. Text is only ever set as text, and only the tags and attributes named
// here are made. A click on a link, or anywhere in a row that holds one, goes to Python instead of the server, so
// that the session lives on; with a modifier key the link opens in a new tab as any link does.
const TAGS = new Set(
  "div span p h1 h2 h3 b i mark sup bdi a ol ul li dl dt dd table thead tbody tr th td details summary".split(" "));
const ATTRIBUTES = new Set(
  "class title lang dir style role href scope open aria-hidden aria-label data-open data-focus data-passage".split(" "));
const drawn = new WeakMap();

function build(node) {
  if (typeof node === "string") return document.createTextNode(node);
  const [tag, attributes, ...children] = node;
  if (!TAGS.has(tag)) return document.createTextNode("");
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (ATTRIBUTES.has(name)) element.setAttribute(name, value);
  }
  element.append(...children.map(build));
  return element;
}

function redraw(root, nodes) {
  const written = JSON.stringify(nodes);
  if (drawn.get(root) === written) return;
  const focused = root.contains(document.activeElement) ? document.activeElement.getAttribute("href") : null;
  root.replaceChildren(...nodes.map(build));
  drawn.set(root, written);
  if (focused !== null) {
    [...root.querySelectorAll("a")].find((link) => link.getAttribute("href") === focused)?.focus();
  }
  followReader(root);
  root.querySelector("[data-focus]")?.scrollIntoView({ block: "center" });
}

// A quote of the same page by its key. Whether it is drawn: in a fold that is shut it is not.
function showQuote(key) {
  const quote = document.querySelector(`.st-key-quote-${key}, .st-key-row-${key}`);
  quote?.scrollIntoView({ block: "center" });
  return quote !== null;
}

export default function ({ parentElement, data, setTriggerValue }) {
  const root = parentElement.querySelector(".desk");
  redraw(root, data);
  root.onclick = (event) => {
    const link = event.target.closest("a") ?? event.target.closest("[data-open]")?.querySelector("a");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    if (!event.target.closest("a") && String(window.getSelection())) return; // somebody selects text
    const place = link.getAttribute("href");
    if (!place.startsWith("#") || !showQuote(CSS.escape(place.slice(1)))) setTriggerValue("open", place);
  };
}
