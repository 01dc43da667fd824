"use strict";
(() => {
  const form = document.getElementById("filter");
  const shown = document.getElementById("shown");
  const files = [...document.querySelectorAll(".file.found")].map((file) => ({
    element: file,
    findings: [...file.querySelectorAll(".finding")].map((finding) => ({
      element: finding,
      severity: finding.dataset.severity,
      services: finding.dataset.services.split(" ").filter(Boolean),
      text: `${file.querySelector("h3").textContent} ${finding.textContent}`.toLowerCase(),
    })),
  }));
  const total = files.reduce((sum, file) => sum + file.findings.length, 0);

  // A finding without services comes from the schema, which every service reads; so do those of the common rules.
  const concerns = (finding, target) =>
    !target || !finding.services.length || finding.services.includes("common") || finding.services.includes(target);

  function apply() {
    const severities = new Set([...form.querySelectorAll("[name=severity]:checked")].map((box) => box.value));
    const words = form.search.value.toLowerCase().split(/\s+/).filter(Boolean);
    let count = 0;
    for (const file of files) {
      let some = false;
      for (const finding of file.findings) {
        const fits =
          severities.has(finding.severity) &&
          concerns(finding, form.target ? form.target.value : "") &&
          words.every((word) => finding.text.includes(word));
        finding.element.hidden = !fits;
        count += fits;
        some ||= fits;
      }
      file.element.hidden = !some;
      for (const more of file.element.querySelectorAll(".more"))
        more.hidden = !more.querySelector(".finding:not([hidden])");
    }
    const [some, all] = [count, total].map((number) => number.toLocaleString("en"));
    shown.textContent = count === total ? `${all} findings` : `${some} of ${all} findings`;
  }

  const openAll = (open) => document.querySelectorAll("details").forEach((details) => (details.open = open));
  form.addEventListener("input", apply);
  form.addEventListener("submit", (event) => event.preventDefault());
  document.getElementById("open").addEventListener("click", () => openAll(true));
  document.getElementById("close").addEventListener("click", () => openAll(false));
  window.addEventListener("beforeprint", () => openAll(true));
  form.hidden = false;
  apply();
})();
