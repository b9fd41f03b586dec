
// Filter, search, sort, keys and cards. The page is complete without any of them.
"use strict";
(() => {
  const byId = (id) => document.getElementById(id);
  const all = (query, root = document) => [...root.querySelectorAll(query)];
  const list = byId("list");
  const findings = list ? [...list.children] : [];
  const copies = all("details.copy");
  const words = new Map();
  const text = (element) => {
    if (!words.has(element)) words.set(element, element.textContent.toLowerCase());
    return words.get(element);
  };
  const counted = (shown, of, noun) => `${shown} of ${of} ${noun}${of === 1 ? "" : "s"}`;

  function filter() {
    const sought = byId("search").value.trim().toLowerCase();
    const rule = byId("rule")?.value;
    const wanted = new Set(all("[name=severity]:checked").map((box) => box.value));
    const has = (element) => !sought || text(element).includes(sought);
    for (const item of findings) {
      const { severity, rule: broken } = item.dataset;
      item.hidden = !(wanted.has(severity) && (!rule || broken === rule) && has(item));
    }
    for (const item of copies) item.hidden = !has(item);
    const left = (items) => items.filter((item) => !item.hidden).length;
    const told = [counted(left(findings), findings.length, "finding")];
    if (sought) told.push(counted(left(copies), copies.length, "document"));
    const narrowed = [...findings, ...copies].some((item) => item.hidden);
    byId("shown").textContent = narrowed ? `Showing ${told.join(", ")}` : "";
  }

  const ORDERS = {
    number: () => 0,
    rule: (a, b) => (a.rule < b.rule ? -1 : a.rule > b.rule ? 1 : 0),
    document: (a, b) => a.document - b.document,
  };
  function sort() {
    const order = ORDERS[byId("sort").value];
    findings.sort((a, b) => order(a.dataset, b.dataset) || a.dataset.number - b.dataset.number);
    list.append(...findings);
  }

  function reveal(target) {
    for (let at = target; at; at = at.parentElement) {
      if (at.tagName === "DETAILS") at.open = true;
      if (at.hidden) at.hidden = false;
    }
  }
  function follow() {
    const target = location.hash && byId(location.hash.slice(1));
    if (!target) return;
    reveal(target);
    target.scrollIntoView();
  }

  const visible = () => findings.filter((item) => !item.hidden);
  function step(by) {
    const items = visible();
    const here = items.findIndex((item) => item.contains(document.activeElement));
    const next = items[here < 0 ? (by > 0 ? 0 : items.length - 1) : here + by];
    if (next) {
      next.focus({ preventScroll: true });
      next.scrollIntoView({ block: "start" });
    }
  }
  function enter(event) {
    const figure = findings.includes(event.target) && event.target.querySelector(".reads a[href]");
    if (!figure) return false;
    figure.click();
    return true;
  }
  const KEYS = {
    j: () => step(1),
    k: () => step(-1),
    "/": () => byId("search")?.focus(),
    "?": () => byId("keys").showModal(),
  };
  function key(event) {
    if (event.key === "Escape") {
      hide();
      if (event.target.id === "search") {
        event.target.value = "";
        event.target.blur();
        filter();
      }
      return;
    }
    const typing = event.target.closest("input, select, textarea, button, dialog");
    if (typing || event.ctrlKey || event.metaKey || event.altKey || !byId("keys-on").checked) return;
    if (event.key === "Enter") {
      if (enter(event)) event.preventDefault();
    } else if (Object.hasOwn(KEYS, event.key)) {
      event.preventDefault();
      KEYS[event.key]();
    }
  }

  // The card of a figure is made from its line on the tick sheet when it is first wanted.
  const card = byId("card");
  let owner = null;
  let leaving = 0;
  function fill(row) {
    const heads = all("thead th", row.closest("table")).map((cell) => cell.textContent);
    const told = document.createElement("dl");
    for (const [at, cell] of [...row.cells].entries()) {
      // The first cell holds a sign, whose meaning is its title.
      const words = (at === 0 ? cell.title : cell.textContent).trim().replace(/\s+/g, " ");
      if (!words) continue;
      const name = document.createElement("dt");
      const value = document.createElement("dd");
      name.textContent = heads[at];
      value.textContent = words;
      value.dir = "auto";
      told.append(name, value);
    }
    card.replaceChildren(told);
  }
  function show(figure) {
    clearTimeout(leaving);
    const row = byId(figure.hash.slice(1));
    if (owner === figure || !row || row.tagName !== "TR") return;
    hide();
    owner = figure;
    fill(row);
    card.hidden = false;
    const at = figure.getClientRects()[0];
    const room = document.documentElement.clientWidth - card.offsetWidth - 16;
    const below = at.bottom + card.offsetHeight + 12 < innerHeight;
    card.style.left = `${scrollX + Math.max(16, Math.min(at.left, room))}px`;
    card.style.top = `${scrollY + (below ? at.bottom + 6 : at.top - card.offsetHeight - 6)}px`;
    figure.setAttribute("aria-describedby", "card");
  }
  function hide() {
    owner?.removeAttribute("aria-describedby");
    owner = null;
    card.hidden = true;
  }
  const figureOf = (event) => event.target.closest?.("a.fig[href]");
  function over(event) {
    const figure = figureOf(event);
    if (figure) show(figure);
    else if (card.contains(event.target)) clearTimeout(leaving);
    else if (owner && owner !== document.activeElement) {
      clearTimeout(leaving);
      leaving = setTimeout(hide, 200);
    }
  }

  function printSheet(copy) {
    document.body.classList.add("one-sheet");
    copy.classList.add("this-sheet");
    print();
    document.body.classList.remove("one-sheet");
    copy.classList.remove("this-sheet");
  }

  byId("find").hidden = false;
  byId("search").addEventListener("input", filter);
  byId("help").addEventListener("click", KEYS["?"]);
  if (list) {
    byId("tools").hidden = false;
    byId("tools").addEventListener("submit", (event) => event.preventDefault());
    byId("tools").addEventListener("change", (event) => (event.target.id === "sort" ? sort() : filter()));
  }
  for (const button of all("button.print")) {
    button.hidden = false;
    button.addEventListener("click", () => printSheet(button.closest("details")));
  }
  document.addEventListener("keydown", key);
  document.addEventListener("pointerover", over);
  document.addEventListener("focusin", (event) => (figureOf(event) ? show(figureOf(event)) : hide()));
  addEventListener("hashchange", follow);
  let folded = [];
  addEventListener("beforeprint", () => {
    folded = all("details:not([open])");
    for (const part of folded) part.open = true;
  });
  addEventListener("afterprint", () => {
    for (const part of folded) part.open = false;
  });
  // A browser that reloads the page keeps what was typed and chosen.
  filter();
  if (list && byId("sort").value !== "number") sort();
  follow();
})();
