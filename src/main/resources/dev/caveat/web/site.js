"use strict";
// Keys, and what unfolds by the size of the window. Everything works without this file.
(() => {
  const items = () => [...document.querySelectorAll(".item, ins, del")].filter(e => e.offsetParent);
  let at = -1;

  function step(by) {
    const all = items().filter(e => e.matches(".item")).length
      ? items().filter(e => e.matches(".item"))
      : items();
    if (!all.length) return;
    const current = document.querySelector(".item.at, ins.at, del.at");
    at = current ? all.indexOf(current) : -1;
    current?.classList.remove("at");
    const next = all[Math.max(0, Math.min(all.length - 1, at + by))];
    next.classList.add("at");
    next.scrollIntoView({ block: "center" });
    const link = next.querySelector("h2 a");
    if (link) link.focus({ preventScroll: true });
  }

  document.addEventListener("keydown", event => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.target.closest?.("input, textarea, select, [contenteditable]")) {
      if (event.key === "Escape") event.target.blur();
      return;
    }
    const act = {
      "/": () => document.querySelector(".find input").focus(),
      "j": () => step(1),
      "k": () => step(-1),
      "?": () => document.getElementById("keys").showModal(),
    }[event.key];
    if (act) {
      event.preventDefault();
      act();
    }
  });

  // On a narrow window the facets and the outline are folded until asked for.
  if (matchMedia("(max-width: 56rem)").matches) {
    document.querySelectorAll("aside details[open]").forEach(d => (d.open = false));
  }

  // Browsers do not always scroll a frame to its fragment while it loads; afterwards they do.
  const filed = document.querySelector(".filed iframe");
  filed?.addEventListener("load", () => (filed.src = filed.src), { once: true });

  // Files can be dropped anywhere on the page that takes them.
  const drop = document.getElementById("drop");
  if (drop) {
    const files = document.getElementById("filings");
    const over = on => drop.classList.toggle("over", on);
    document.addEventListener("dragover", event => { event.preventDefault(); over(true); });
    document.addEventListener("dragleave", () => over(false));
    document.addEventListener("drop", event => {
      event.preventDefault();
      over(false);
      files.files = event.dataTransfer.files;
      if (files.files.length) drop.requestSubmit();
    });
  }

  // Results arrive one by one.
  const results = document.getElementById("results");
  if (results?.dataset.events) {
    const events = new EventSource(results.dataset.events);
    const done = document.getElementById("done");
    events.addEventListener("result", event => {
      results.insertAdjacentHTML("beforeend", event.data);
      done.textContent = event.lastEventId;
    });
    events.addEventListener("end", () => {
      events.close();
      location.reload();
    });
  }
})();
