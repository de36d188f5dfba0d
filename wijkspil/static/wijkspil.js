/* What script adds to Wijkspil; every page also works without it.
   Keys in work lists (can be switched off), words that are kept until they are saved, and htmx that
   tells a screen reader what changed. */
(() => {
  "use strict";

  const zoek = (kiezer, van = document) => van.querySelector(kiezer);
  const alle = (kiezer, van = document) => [...van.querySelectorAll(kiezer)];
  const taal = document.documentElement.dataset;

  const zeg = (tekst) => {
    const plek = zoek("#wsp-omroep");
    if (!plek || !tekst) return;
    plek.textContent = "";
    setTimeout(() => { plek.textContent = tekst; }, 60);
  };

  /* ---- Keys: j/k walk, Enter opens (a link has focus), n new, / search. WCAG 2.1.4: can be off. */
  const uit = () => localStorage.getItem("wsp-sneltoetsen") === "uit";
  const schrijft = (doel) => doel.closest("input, textarea, select, [contenteditable], dialog");

  const loop = (stap) => {
    const links = alle("[data-werklijst] .wsp-rijlink");
    if (!links.length) return false;
    const nu = links.findIndex((link) => link.closest("tr, li").contains(document.activeElement));
    links[nu < 0 ? 0 : Math.min(Math.max(nu + stap, 0), links.length - 1)].focus();
    return true;
  };
  const klik = (kiezer) => { const doel = zoek(kiezer); if (doel) doel.click(); return Boolean(doel); };
  const toetsen = {
    j: () => loop(1),
    k: () => loop(-1),
    n: () => klik("[data-toets='n']"),
    "/": () => { const veld = zoek("[data-toets='/']"); if (veld) veld.focus(); return Boolean(veld); },
  };
  document.addEventListener("keydown", (e) => {
    if (e.ctrlKey || e.metaKey || e.altKey || uit() || schrijft(e.target)) return;
    const doe = toetsen[e.key];
    if (doe && doe()) e.preventDefault();
  });
  alle("[data-sneltoetsen]").forEach((knop) => {
    const toon = () => knop.setAttribute("aria-pressed", String(!uit()));
    knop.hidden = false;
    knop.addEventListener("click", () => { localStorage.setItem("wsp-sneltoetsen", uit() ? "aan" : "uit"); toon(); });
    toon();
  });
  document.addEventListener("keydown", (e) => {
    if (e.key !== "Escape") return;
    alle("details.wsp-gebruiker[open]").forEach((d) => { d.open = false; zoek("summary", d).focus(); });
  });

  /* ---- Words are kept: <form data-bewaar="unique-key"> writes drafts to this browser tab only.
     They go when the server shows the page with data-bewaard="unique-key" (the save succeeded). */
  const sleutel = (form) => `wsp-klad:${taal.wie || ""}:${form.dataset.bewaar}`;
  const velden = (form) => alle("textarea[name], input[name], select[name]", form)
    .filter((v) => !["password", "hidden", "file", "submit"].includes(v.type));
  const isKeuze = (v) => v.type === "checkbox" || v.type === "radio";

  const onthoud = (form) => {
    const klad = velden(form).map((v) => [v.name, isKeuze(v) ? v.value : null, isKeuze(v) ? v.checked : v.value]);
    sessionStorage.setItem(sleutel(form), JSON.stringify(klad));
    form.dataset.gewijzigd = "ja";
  };
  const zetTerug = (form) => {
    const bewaard = sessionStorage.getItem(sleutel(form));
    if (!bewaard || form.dataset.kladTerug) return;
    form.dataset.kladTerug = "ja";
    let anders = false;
    for (const [naam, keuze, waarde] of JSON.parse(bewaard)) {
      const v = velden(form).find((x) => x.name === naam && (keuze === null || x.value === keuze));
      if (!v) continue;
      const eigen = isKeuze(v) ? v.checked : v.value;
      if (eigen === waarde) continue;
      anders = true;
      if (isKeuze(v)) v.checked = waarde; else v.value = waarde;
    }
    if (anders) {
      const regel = zoek("[data-klad-melding]", form);
      if (regel) regel.textContent = taal.kladTerug;
      zeg(taal.kladTerug);
    }
  };
  const begin = (deel) => {
    alle("[data-bewaard]").forEach((el) => sessionStorage.removeItem(`wsp-klad:${taal.wie || ""}:${el.dataset.bewaard}`));
    alle("form[data-bewaar]", deel).forEach(zetTerug);
  };
  document.addEventListener("input", (e) => {
    const form = e.target.closest("form[data-bewaar]");
    if (form) onthoud(form);
  });
  document.addEventListener("submit", (e) => { if (e.target.dataset.bewaar) e.target.dataset.gewijzigd = ""; });
  addEventListener("beforeunload", (e) => {
    const verlaat = alle("form[data-bewaar][data-waarschuw]").some((f) => f.dataset.gewijzigd === "ja");
    if (verlaat) e.preventDefault();
  });

  /* ---- Signing out leaves nothing behind in this tab. */
  document.addEventListener("submit", (e) => { if (e.target.matches("[data-afmelden]")) sessionStorage.clear(); });

  /* ---- htmx: say what changed, keep what was typed when someone else was first (409). */
  document.addEventListener("htmx:beforeSwap", (e) => {
    const status = e.detail.xhr.status;
    if (status === 409 || status === 422) { e.detail.shouldSwap = true; e.detail.isError = false; }
  });
  document.addEventListener("htmx:afterSwap", (e) => {
    const doel = e.detail.target;
    begin(doel);
    const kop = zoek("[data-zeg]", doel) || (doel.dataset && doel.dataset.zeg ? doel : null);
    zeg(kop ? kop.dataset.zeg : taal.bijgewerkt);
    const fouten = zoek("[data-foutenlijst]", doel);
    if (fouten) fouten.focus();
  });
  ["htmx:sendError", "htmx:responseError"].forEach((soort) => document.addEventListener(soort, () => {
    const plek = zoek("#wsp-storing");
    if (plek) { plek.hidden = false; plek.scrollIntoView({ block: "nearest" }); }
    zeg(taal.storing);
  }));

  begin(document);
  const fouten = zoek("[data-foutenlijst]");
  if (fouten) fouten.focus();
})();
