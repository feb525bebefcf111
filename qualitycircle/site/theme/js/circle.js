// Three small things: light or dark by hand, search in a local index, zoom on the pictures.
// Everything else on the pages works without this file.
(() => {
  "use strict";
  const script = document.currentScript;
  const root = document.documentElement;
  const remembered = (value) => {
    try {
      if (value === undefined) return localStorage.getItem("circle-scheme");
      return localStorage.setItem("circle-scheme", value);
    } catch {
      return null; // a page opened from a folder may be refused a memory
    }
  };
  const chosen = remembered();
  if (chosen) root.dataset.scheme = chosen;

  // Light and dark
  function scheme() {
    const button = document.querySelector(".scheme");
    if (!button) return;
    button.hidden = false;
    button.addEventListener("click", () => {
      const dark = root.dataset.scheme
        ? root.dataset.scheme === "dark"
        : matchMedia("(prefers-color-scheme: dark)").matches;
      root.dataset.scheme = dark ? "light" : "dark";
      remembered(root.dataset.scheme);
    });
  }

  // Search: æøå and their spellings on other keyboards are one and the same
  const fold = (text) =>
    text.toLowerCase().normalize("NFC").replace(/æ/g, "a").replace(/ø/g, "o").replace(/å/g, "a")
      .normalize("NFD").replace(/[\u0300-\u036f]/g, "").replace(/ae|aa/g, "a").replace(/oe/g, "o");

  function load(then) {
    if (window.circleIndex) return then();
    const element = document.createElement("script");
    element.src = script.dataset.index;
    element.onload = then;
    document.head.append(element);
  }

  function prepared() {
    prepared.rows ??= window.circleIndex.map((row) => ({
      page: row[0], section: row[1], address: row[2],
      title: fold(row[1] || row[0]), context: fold(row[0]), text: fold(row[3]),
    }));
    return prepared.rows;
  }

  function score(row, terms) {
    let sum = row.section ? 0 : 1;
    for (const term of terms) {
      const start = row.title.startsWith(term) || row.title.includes(" " + term);
      const hit = start ? 12 : row.title.includes(term) ? 7 : row.context.includes(term) ? 3 : row.text.includes(term) ? 1 : 0;
      if (!hit) return 0;
      sum += hit;
    }
    return sum;
  }

  function search() {
    const form = document.querySelector("form.search");
    if (!form || !script.dataset.index) return;
    const input = form.querySelector("input");
    const list = form.querySelector("ol");
    const status = form.querySelector("[role=status]");
    form.hidden = false;
    const close = () => { list.hidden = true; };
    const show = () => {
      const terms = fold(input.value).split(/\s+/).filter(Boolean);
      list.replaceChildren();
      if (!terms.length) return close();
      const found = prepared()
        .map((row) => [score(row, terms), row])
        .filter(([points]) => points)
        .sort((one, other) => other[0] - one[0])
        .slice(0, 12);
      for (const [, row] of found) {
        const item = document.createElement("li");
        const link = document.createElement("a");
        const name = document.createElement("b");
        link.href = script.dataset.base.replace(/\/?$/, "/") + row.address;
        name.textContent = row.section || row.page;
        link.append(name);
        if (row.section) {
          const context = document.createElement("span");
          context.textContent = row.page;
          link.append(context);
        }
        item.append(link);
        list.append(item);
      }
      if (!found.length) {
        const item = document.createElement("li");
        const nothing = document.createElement("p");
        nothing.textContent = input.dataset.none;
        item.append(nothing);
        list.append(item);
      }
      status.textContent = found.length ? `${found.length} ${input.dataset.count}` : input.dataset.none;
      list.hidden = false;
    };
    input.addEventListener("focus", () => load(() => {}));
    input.addEventListener("input", () => load(show));
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      list.querySelector("a")?.click();
    });
    form.addEventListener("keydown", (event) => {
      if (event.key === "Escape") { close(); input.focus(); }
      if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
      const stops = [input, ...list.querySelectorAll("a")];
      const next = stops.indexOf(document.activeElement) + (event.key === "ArrowDown" ? 1 : -1);
      stops[Math.max(0, Math.min(stops.length - 1, next))].focus();
      event.preventDefault();
    });
    list.addEventListener("click", close);
    document.addEventListener("click", (event) => { if (!form.contains(event.target)) close(); });
    document.addEventListener("keydown", (event) => {
      const typing = /^(INPUT|TEXTAREA|SELECT)$/.test(document.activeElement.tagName);
      if (event.key === "/" && !typing && !event.ctrlKey && !event.metaKey) { event.preventDefault(); input.focus(); }
    });
  }

  // Zoom and pan on the viewBox: ctrl and wheel, drag, the buttons, Escape for the whole picture
  function zoomable(figure) {
    const svg = figure.querySelector("svg");
    const bar = figure.querySelector(".circle-zoom");
    if (!svg || !bar || !svg.viewBox.baseVal) return;
    const box = svg.viewBox.baseVal;
    const whole = { x: box.x, y: box.y, width: box.width, height: box.height };
    if (!whole.width) return;
    bar.hidden = false;
    const set = (x, y, width) => {
      const size = Math.min(whole.width, Math.max(whole.width / 8, width));
      const high = (size * whole.height) / whole.width;
      box.width = size;
      box.height = high;
      box.x = Math.min(whole.x + whole.width - size, Math.max(whole.x, x));
      box.y = Math.min(whole.y + whole.height - high, Math.max(whole.y, y));
      figure.classList.toggle("circle-zoomed", size < whole.width);
    };
    const zoom = (factor, along = 0.5, down = 0.5) =>
      set(box.x + box.width * (1 - factor) * along, box.y + box.height * (1 - factor) * down, box.width * factor);
    const reset = () => set(whole.x, whole.y, whole.width);
    bar.addEventListener("click", (event) => {
      const way = event.target.closest("button")?.dataset.zoom;
      if (way === "in") zoom(0.7);
      if (way === "out") zoom(1 / 0.7);
      if (way === "reset") reset();
    });
    svg.addEventListener("wheel", (event) => {
      if (!event.ctrlKey && !event.metaKey) return;
      event.preventDefault();
      const place = svg.getBoundingClientRect();
      zoom(event.deltaY < 0 ? 0.85 : 1 / 0.85, (event.clientX - place.x) / place.width, (event.clientY - place.y) / place.height);
    }, { passive: false });
    figure.addEventListener("keydown", (event) => { if (event.key === "Escape") reset(); });
    let held = null;
    let dragged = false;
    svg.addEventListener("pointerdown", (event) => {
      if (event.button || box.width >= whole.width) return;
      held = { x: event.clientX, y: event.clientY, left: box.x, top: box.y };
      dragged = false;
    });
    addEventListener("pointermove", (event) => {
      if (!held) return;
      const scale = box.width / svg.getBoundingClientRect().width;
      dragged ||= Math.hypot(event.clientX - held.x, event.clientY - held.y) > 4;
      set(held.left - (event.clientX - held.x) * scale, held.top - (event.clientY - held.y) * scale, box.width);
    });
    addEventListener("pointerup", () => { held = null; });
    svg.addEventListener("click", (event) => { if (dragged) { event.preventDefault(); dragged = false; } }, true);
    svg.addEventListener("dragstart", (event) => event.preventDefault());
  }

  // What an address or the printer asks for is opened
  function details() {
    const every = document.querySelectorAll("details.circle-more");
    const show = () => {
      const place = document.getElementById(decodeURIComponent(location.hash.slice(1)));
      if (!place) return;
      const within = place.closest("details.circle-more");
      const beneath = place.nextElementSibling?.nextElementSibling;
      const found = within || (beneath?.matches("details.circle-more") ? beneath : null);
      if (!found || found.open) return;
      found.open = true;
      place.scrollIntoView();
    };
    addEventListener("hashchange", show);
    addEventListener("beforeprint", () => { for (const each of every) each.open = true; });
    show();
  }

  // A box that need not scroll is no stop on the way of the Tab key
  function boxes() {
    for (const each of document.querySelectorAll(".circle-box")) {
      if (each.scrollWidth <= each.clientWidth) each.removeAttribute("tabindex");
    }
  }

  document.addEventListener("DOMContentLoaded", () => {
    scheme();
    search();
    boxes();
    details();
    document.querySelectorAll(".circle-picture").forEach(zoomable);
  });
})();
