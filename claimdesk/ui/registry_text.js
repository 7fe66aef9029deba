// Problems of the raw text as a list; a click puts the cursor where the problem is.
function place(area, line, column) {
  const lines = area.value.split("\n");
  const start = lines.slice(0, line - 1).reduce((sum, one) => sum + one.length + 1, 0);
  const before = [...(lines[line - 1] ?? "")].slice(0, column - 1).join("").length; // columns count code points
  area.focus();
  area.setSelectionRange(start + before, start + (lines[line - 1] ?? "").length);
  area.scrollTop = Math.max(0, (line - 4) * parseFloat(getComputedStyle(area).lineHeight));
  area.scrollIntoView({ block: "nearest" });
}

export default function ({ parentElement, data }) {
  const root = parentElement.querySelector(".desk");
  root.replaceChildren(...data.map(([, { line, column, refused }, said]) => {
    const row = document.createElement("p");
    const link = document.createElement("a");
    row.className = refused ? "problem refused" : "problem";
    link.href = "#";
    link.className = "mono";
    link.textContent = `${line}:${column}`;
    link.onclick = (event) => {
      event.preventDefault();
      const area = document.querySelector('[class*="st-key-registry-text"] textarea');
      if (area) place(area, line, column);
    };
    row.append(link, " ", said);
    return row;
  }));
}
