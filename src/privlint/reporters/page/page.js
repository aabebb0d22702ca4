
"use strict";
// Filters the findings. The page is whole without it: it only hides what is not asked for.
(() => {
  const panel = document.getElementById("filters");
  if (!panel) return;
  const choices = [...panel.querySelectorAll("select")];
  const findings = [...document.querySelectorAll("article")];
  const files = [...document.querySelectorAll("section.file")];
  const shown = document.getElementById("shown");
  const written = (count) => count.toLocaleString(document.documentElement.lang);

  const isAllowed = (finding) => choices.every(({ name, value }) => {
    if (!value) return true;
    const told = finding.dataset[name];
    return name === "law" ? told.split("|").includes(value) : told === value;
  });

  function counted(section) {
    const counts = {};
    const add = (name) => { counts[name] = (counts[name] || 0) + 1; };
    for (const finding of section.querySelectorAll("article:not([hidden])")) {
      const { family, severity, state } = finding.dataset;
      add("family:" + family);
      add(state === "counted" ? severity : state);
    }
    return counts;
  }

  function recount(section) {
    const counts = counted(section);
    for (const family of section.querySelectorAll("section.family")) {
      const count = counts["family:" + family.dataset.family] || 0;
      family.hidden = count === 0;
      family.querySelector(".count").textContent = written(count);
    }
    for (const aside of section.querySelectorAll("details.suppressed")) {
      const count = aside.querySelectorAll("article:not([hidden])").length;
      aside.hidden = count === 0;
      const summary = aside.querySelector("summary");
      summary.textContent = summary.dataset.told.replace("{n}", written(count));
    }
    for (const cell of document.querySelectorAll(`tr[data-file="${section.dataset.file}"] td[data-counts]`)) {
      const asked = cell.dataset.counts;
      const count = (cell.dataset.is === "family" ? counts["family:" + asked] : counts[asked]) || 0;
      (cell.querySelector("a") || cell).textContent = written(count);
    }
  }

  function apply() {
    let count = 0;
    for (const finding of findings) {
      const allowed = isAllowed(finding);
      finding.hidden = !allowed;
      count += allowed;
    }
    files.forEach(recount);
    // Who asks for what is suppressed need not open each list as well.
    const only = choices.some(({ name, value }) => name === "state" && value === "suppressed");
    for (const aside of document.querySelectorAll("details.suppressed")) aside.open = only;
    shown.textContent = shown.dataset.told
      .replace("{shown}", written(count))
      .replace("{all}", written(findings.length));
  }

  function reset() {
    for (const choice of choices) choice.value = "";
    apply();
  }

  // A link leads to what it names, also where the filters hide it or a list is closed.
  function reveal() {
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (!target) return;
    if (target.closest("[hidden]")) reset();
    const closed = target.closest("details:not([open])");
    if (closed) closed.open = true;
    target.scrollIntoView();
  }

  for (const choice of choices) choice.addEventListener("change", apply);
  document.getElementById("reset").addEventListener("click", reset);
  window.addEventListener("hashchange", reveal);
  panel.hidden = false;
  reveal();
})();
