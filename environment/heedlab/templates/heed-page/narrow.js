// Figures on a narrow page: pictures that stand side by side are put below each other, and titles wrap.
const NARROW = 600, LINE = 19, LETTER = 8, BETWEEN = 110;

const fitted = (figure, width) => {
  if (width >= NARROW) return figure;
  const layout = structuredClone(figure.layout);
  layout.margin = {l: 55, r: 15, ...layout.margin};
  stack(layout, width);
  wrapTitle(layout, width);
  return {...figure, layout};
};

const wrapped = (text, letters) => text.replaceAll("<br>", " ").split(" ").reduce((lines, word) => {
  const last = lines.at(-1);
  if (last === undefined || (last + " " + word).length > letters) lines.push(word);
  else lines[lines.length - 1] = last + " " + word;
  return lines;
}, []).join("<br>");

const lines = text => text.split("<br>").length;

const wrapTitle = (layout, width) => {
  const title = layout.title;
  if (!title?.text) return;
  const before = lines(title.text);
  const size = title.font?.size ?? 17;
  title.text = wrapped(title.text, Math.floor((width - 24) / (size * 0.55)));
  const more = LINE * Math.max(0, lines(title.text) - before);
  layout.height = (layout.height ?? 450) + more;
  layout.margin = {...layout.margin, t: (layout.margin?.t ?? 100) + more};
};

// Each x axis with the y axis that crosses it, from left to right and then down.
const panels = layout => Object.keys(layout).filter(name => /^xaxis\d*$/.test(name)).map(name => {
  const x = layout[name], y = layout[(x.anchor ?? "y").replace("y", "yaxis")];
  return {x, y, left: x.domain?.[0] ?? 0, right: x.domain?.[1] ?? 1, bottom: y?.domain?.[0] ?? 0, top: y?.domain?.[1] ?? 1};
}).filter(panel => panel.y).sort((a, b) => b.top - a.top || a.left - b.left);

const stack = (layout, width) => {
  const all = panels(layout);
  if (new Set(all.map(panel => panel.left.toFixed(2))).size < 2) return;
  if (new Set(all.map(panel => panel.y)).size < all.length) return; // They share an axis, and its labels.
  const margin = {t: 100, b: 80, ...layout.margin};
  const plots = (layout.height ?? 450) - margin.t - margin.b;
  const heights = all.map(panel => Math.max(120, (panel.top - panel.bottom) * plots));
  const total = heights.reduce((sum, height) => sum + height, 0) + BETWEEN * (all.length - 1);
  let top = total;
  all.forEach((panel, i) => {
    panel.newTop = top / total;
    panel.newBottom = (top - heights[i]) / total;
    panel.x.domain = [0, 1];
    panel.y.domain = [panel.newBottom, panel.newTop];
    top -= heights[i] + BETWEEN;
  });
  layout.height = total + margin.t + margin.b;
  (layout.annotations ?? []).forEach(note => place(note, all, width));
};

// What is written on a picture goes where the picture went.
const place = (note, all, width) => {
  if ((note.xref ?? "paper") !== "paper" || (note.yref ?? "paper") !== "paper") return;
  const near = 0.03;
  const home = all.find(({left, right, bottom, top}) =>
    note.x >= left - near && note.x <= right + near && note.y >= bottom - near && note.y <= top + near);
  if (!home) return;
  const across = (note.x - home.left) / (home.right - home.left || 1);
  const up = (note.y - home.bottom) / (home.top - home.bottom || 1);
  note.x = Math.min(1, Math.max(0, across));
  note.y = home.newBottom + up * (home.newTop - home.newBottom);
  if (note.font?.size !== 1) note.text = wrapped(note.text, Math.floor((width - 30) / LETTER));
};
