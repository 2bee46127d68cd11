// Draws a figure into its place and changes it there. Widths are shares, so that nothing is measured and every width fits;
// heights are pixels. The figure is that of sidang/figure.py.
const SVG = "http://www.w3.org/2000/svg";
const TICK_GAP = 6;
const FOOT = 24;
const DIGIT = 7;
const OVER = 1.05;
// A letter and a line of the codes in the band of chairs, in pixels; most codes have so many letters.
const LETTER = 6;
const LINE = 8;
const USUAL = 3;

function drawn(name, settings, ...inside) {
  const node = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(settings)) if (value !== undefined) node.setAttribute(key, value);
  node.append(...inside);
  return node;
}

function written(name, settings, ...inside) {
  const node = Object.assign(document.createElement(name), settings);
  node.append(...inside);
  return node;
}

const nth = (value, number) => (Array.isArray(value) ? value[number] : value);
const isClear = (colour) => !colour || /,\s*0\)$/.test(colour);

// The fill of one bar: a colour, or the pattern of its hatching, which is made once for each colour.
function fillOf(marker, number, hatches) {
  const pattern = marker.pattern;
  if (!pattern || !nth(pattern.shape, number)) return isClear(marker.color) ? "none" : marker.color;
  const name = `hatch-${pattern.fgcolor.slice(1)}-${pattern.size}`;
  if (!hatches.has(name)) {
    const bar = drawn("rect", { width: pattern.size * (pattern.solidity ?? 0.3) * 1.4, height: 99, fill: pattern.fgcolor });
    const size = { width: pattern.size, height: 99, patternUnits: "userSpaceOnUse", patternTransform: "rotate(45)" };
    hatches.set(name, drawn("pattern", { id: name, ...size }, bar));
  }
  return `url(#${name})`;
}

// A step of 1, 2 or 5 times a power of ten, so that no more than some numbers are written.
function stepOf(most, numbers) {
  const least = Math.max(most / numbers, 1);
  const power = 10 ** Math.floor(Math.log10(least));
  return [1, 2, 5, 10].map((factor) => factor * power).find((step) => step >= least - 1e-9);
}

function legendOf(traces, theme) {
  const legend = written("div", { className: "legend" });
  for (const { marker, name, showlegend } of traces) {
    if (showlegend === false || !name) continue;
    const swatch = written("i", {});
    swatch.style.background = isClear(marker.color) ? "none" : marker.color;
    if (marker.line.width) swatch.style.outline = `${marker.line.width}px solid ${marker.line.color}`;
    legend.append(written("span", {}, swatch, name));
  }
  legend.style.color = theme.color;
  return legend;
}

function bars({ data, layout }, number) {
  const names = layout.xaxis.categoryarray;
  const places = new Map(names.map((name, place) => [name, place]));
  const height = layout.height - layout.margin.t - FOOT;
  const stacked = new Map();
  const boxes = [];
  for (const [at, trace] of data.entries()) {
    const axis = trace.yaxis ?? "y";
    const usual = trace.width ?? 1 - layout.bargap;
    for (const [nr, name] of trace.x.entries()) {
      const column = `${axis} ${name}`;
      const base = trace.base ? trace.base[nr] : stacked.get(column) ?? 0;
      if (!trace.base) stacked.set(column, base + trace.y[nr]);
      boxes.push({ trace, at, nr, axis, place: places.get(name), wide: usual, base, end: base + trace.y[nr] });
    }
  }
  const most = Math.max(1, ...boxes.filter((box) => box.axis === "y").map((box) => box.end)) * OVER;
  const step = layout.yaxis.dtick ?? stepOf(most, layout.yaxis.nticks);
  const ticks = Array.from({ length: Math.floor(most / step) + 1 }, (_, count) => count * step);
  const words = ticks.map((tick) => number.format(tick));
  const aside = TICK_GAP + DIGIT * Math.max(...words.map((word) => word.length));
  const downOf = (axis, value) => {
    const { domain = [0, 1], range } = layout[`yaxis${axis.slice(1)}`];
    return height * (1 - domain[0] - ((domain[1] - domain[0]) * value) / (range ? range[1] : most));
  };
  const across = (place) => `${((100 * place) / names.length).toFixed(3)}%`;

  const plot = drawn("svg", { height: height + FOOT, class: "plot" });
  plot.style.cssText = `margin-left: ${aside}px; width: calc(100% - ${aside}px)`;
  const beside = drawn("svg", { width: aside, height: height + FOOT, class: "beside" });
  const hatches = new Map();
  const behind = drawn("g", {});
  const before = drawn("g", {});
  const font = { fill: layout.yaxis.tickfont.color, "font-size": layout.yaxis.tickfont.size };
  for (const [row, tick] of ticks.entries()) {
    const y = downOf("y", tick).toFixed(1);
    if (tick) behind.append(drawn("line", { x2: "100%", y1: y, y2: y, stroke: layout.yaxis.gridcolor }));
    beside.append(drawn("text", { x: aside - TICK_GAP, y, "text-anchor": "end", dy: "0.35em", class: "row", ...font }, words[row]));
  }
  for (const { trace, at, nr, axis, place, wide, base, end } of boxes) {
    const top = downOf(axis, end);
    const tall = downOf(axis, base) - top;
    const text = trace.text?.[nr];
    if (text) {
      before.append(drawn("text", {
        x: across(place + 0.5), y: (top + tall / 2).toFixed(1), "text-anchor": "middle", "dominant-baseline": "central",
        fill: trace.textfont.color, "font-size": trace.textfont.size,
        class: trace.textangle ? "upright" : `code-${text.length}`,
      }, text));
    } else if (tall > 0) {
      const { line } = trace.marker;
      const outline = line.width ? { stroke: line.color, "stroke-width": line.width } : {};
      const fill = fillOf(trace.marker, nr, hatches);
      const isSkipped = trace.hoverinfo === "skip";
      (axis === "y2" ? behind : before).append(drawn("rect", {
        x: across(place + 0.5 - wide / 2), y: top.toFixed(1), width: across(wide), height: tall.toFixed(1), fill, ...outline,
        class: isSkipped ? undefined : "mark", "pointer-events": isSkipped ? "none" : "all",
        "data-at": isSkipped ? undefined : `${at} ${nr}`,
      }));
    }
  }
  before.append(drawn("line", { x2: "100%", y1: height, y2: height, stroke: layout.xaxis.linecolor }));
  for (const year of layout.xaxis.tickvals) {
    const place = { x: across(places.get(year) + 0.5), y: height + 17, "text-anchor": "middle", class: "column" };
    before.append(drawn("text", { ...place, ...font }, year));
  }
  plot.append(drawn("defs", {}, ...hatches.values()), behind, before);
  // Codes are left out where the columns are so narrow that they would touch the usual one beside them.
  const rules = new Set();
  for (const { text = [], textangle } of data) {
    for (const code of text) {
      const column = textangle ? LINE : ((code.length + USUAL) * LETTER) / 2;
      const kind = textangle ? "upright" : `code-${code.length}`;
      rules.add(`@container (max-width: ${Math.ceil(aside + names.length * column)}px) { .${kind} { display: none; } }`);
    }
  }
  const style = written("style", { textContent: [...rules].join("\n") });
  const said = (mark) => {
    const [at, nr] = mark.dataset.at.split(" ").map(Number);
    const { x, y, name, hovertext, hovertemplate } = data[at];
    const values = { x: x[nr], y: number.format(y[nr]), "fullData.name": name, hovertext: hovertext?.[nr] };
    return hovertemplate.replace(/<extra><\/extra>/, "").replace(/%{([\w.]+)}/g, (_, key) => values[key]);
  };
  const frame = written("div", { className: "bars" }, beside, plot);
  frame.setAttribute("aria-hidden", "true");
  return [[style, legendOf(data, layout.font), frame], said];
}

function map({ width, height, fineness, land, colours, circles, names }) {
  const frame = drawn("svg", { viewBox: `0 0 ${width} ${height}`, class: "map", "aria-hidden": "true" });
  frame.style.maxHeight = `${height}px`;
  frame.append(
    drawn("rect", { width, height, fill: colours.ocean }),
    drawn("path", {
      d: land, transform: `scale(${1 / fineness})`, fill: colours.land, stroke: colours.border, "stroke-width": 0.5 * fineness,
    }),
    ...circles.map(({ x, y, r, isArea }, at) => drawn("circle", {
      cx: x, cy: y, r, fill: colours.accent, "fill-opacity": isArea ? 0.15 : 0.85, stroke: colours.accent,
      class: "mark", "data-at": at,
    })),
    ...names.map(({ x, y, anchor, text }) => drawn("text", {
      x, y, "text-anchor": anchor, "dominant-baseline": "central", fill: colours.ink, "font-size": 12,
    }, text)),
  );
  return [[frame], (mark) => circles[mark.dataset.at].text];
}

function point(place, said) {
  const hint = place.querySelector(".hint");
  place.onpointermove = place.onpointerdown = (event) => {
    const mark = event.target.closest(".mark");
    hint.hidden = !mark;
    if (!mark) return;
    hint.textContent = said(mark);
    const { left, top, width } = place.getBoundingClientRect();
    const x = event.clientX - left;
    hint.style.top = `${event.clientY - top}px`;
    hint.style.left = x > width / 2 ? "" : `${x + 14}px`;
    hint.style.right = x > width / 2 ? `${width - x + 14}px` : "";
  };
  // A finger leaves as soon as it has touched; what it asked for stays until it touches something else.
  place.onpointerleave = ({ pointerType }) => { if (pointerType === "mouse") hint.hidden = true; };
}

const KINDS = { bars, map };

export default function ({ parentElement, data }) {
  const place = parentElement.querySelector(".figure");
  const told = new TextDecoder().decode(data);
  if (place.told === told) return;
  place.told = told;
  const { kind, alt, language, figure } = JSON.parse(told);
  const [nodes, said] = KINDS[kind](figure, new Intl.NumberFormat(language));
  const hint = place.querySelector(".hint");
  hint.hidden = true;
  place.setAttribute("aria-label", alt);
  place.replaceChildren(...nodes, hint);
  point(place, said);
}
