// The reader's margin: each note beside its passage, or right below the note before it where there is no room. Passage
// and notes light up together, and a click on the passage opens what its notes say. On a phone the stylesheet leaves
// the notes in the text, and nothing is placed here.
const GAP = 10;

function placeNotes(reader) {
  const notes = [...reader.querySelectorAll(".notes > *")];
  if (!notes.length) return;
  const beside = getComputedStyle(notes[0]).position === "absolute";
  const top = reader.getBoundingClientRect().top;
  const passages = new Map();
  for (const passage of reader.querySelectorAll(".text [data-passage]")) {
    const number = passage.getAttribute("data-passage");
    if (!passages.has(number)) passages.set(number, passage);
  }
  // All is measured before anything is moved: a browser lays the whole page out anew for each that comes after.
  const measured = notes.map((note) => {
    const passage = passages.get(note.getAttribute("data-passage"));
    const line = passage ? passage.getClientRects()[0] : note.closest(".para").getBoundingClientRect();
    return [(line?.top ?? top) - top, note.offsetHeight];
  });
  let free = 0;
  notes.forEach((note, at) => {
    const [wanted, height] = measured[at];
    const placed = Math.max(wanted, free);
    note.style.top = beside ? `${placed}px` : "";
    free = placed + height + GAP;
  });
  reader.style.minHeight = beside ? `${free}px` : "";
}

function lightPassage(reader, number) {
  for (const part of reader.querySelectorAll("[data-passage]")) {
    part.classList.toggle("lit", part.getAttribute("data-passage") === number);
  }
}

function openNotes(reader, number) {
  const notes = [...reader.querySelectorAll(`.notes [data-passage="${number}"]`)];
  const folds = notes.flatMap((note) => [...(note.matches("details") ? [note] : []), ...note.querySelectorAll("details")]);
  const open = folds.some((fold) => !fold.open);
  for (const fold of folds) fold.open = open;
  placeNotes(reader);
  notes[0]?.scrollIntoView({ block: "nearest" });
}

function followReader(root) {
  const reader = root.querySelector(".reader");
  if (!reader) return;
  const place = () => placeNotes(reader);
  place();
  new ResizeObserver(place).observe(reader);
  document.fonts.ready.then(place);
  reader.addEventListener("toggle", place, true);
  reader.addEventListener("mouseover", (event) => {
    lightPassage(reader, event.target.closest("[data-passage]")?.getAttribute("data-passage") ?? null);
  });
  reader.addEventListener("mouseleave", () => lightPassage(reader, null));
  reader.addEventListener("focusin", (event) => {
    lightPassage(reader, event.target.closest("[data-passage]")?.getAttribute("data-passage") ?? null);
  });
  reader.addEventListener("click", (event) => {
    const passage = event.target.closest(".text [data-passage]");
    if (passage && !String(window.getSelection())) openNotes(reader, passage.getAttribute("data-passage"));
  });
}
