// Problems of the raw text as a list, each with its line; a click puts the cursor where the problem is.
function place(area, line, column) {
  const lines = area.value.split("\n");
  const start = lines.slice(0, line - 1).reduce((sum, one) => sum + one.length + 1, 0);
  const before = [...(lines[line - 1] ?? "")].slice(0, column - 1).join("").length; // columns count code points
  area.focus();
  area.setSelectionRange(start + before, start + (lines[line - 1] ?? "").length);
  area.scrollTop = Math.max(0, (line - 4) * parseFloat(getComputedStyle(area).lineHeight));
  area.scrollIntoView({ block: "nearest" });
}

function make(tag, css, ...children) {
  const node = document.createElement(tag);
  node.className = css;
  node.append(...children);
  return node;
}

// What stands between backticks, in the type of code; one without its pair is part of the text.
function words(said) {
  const parts = said.split("`");
  return parts.length % 2 ? parts.map((part, at) => (at % 2 ? make("span", "mono", part) : part)) : [said];
}

export default function ({ parentElement, data }) {
  const root = parentElement.querySelector(".desk");
  root.replaceChildren(...data.map(([, { line, column, refused }, said, quoted]) => {
    const link = make("a", "mono", `${line}:${column}`);
    link.href = "#";
    link.onclick = (event) => {
      event.preventDefault();
      const area = document.querySelector('[class*="st-key-registry-text"] textarea');
      if (area) place(area, line, column);
    };
    const row = make("p", refused ? "problem refused" : "problem", link, " ", ...words(said));
    if (quoted) row.append(make("bdi", "mono quoted", quoted));
    return row;
  }));
}
