/* Dragging a card to another rung: fills in and sends the form that stands on the card. Without script that form does the work. */
(() => {
  "use strict";
  let gepakt = null;
  const treden = [...document.querySelectorAll("[data-trede]")];

  document.querySelectorAll("[data-kaart]").forEach((kaart) => {
    kaart.draggable = true;
    kaart.addEventListener("dragstart", (e) => {
      gepakt = kaart;
      e.dataTransfer.effectAllowed = "move";
      e.dataTransfer.setData("text/plain", kaart.dataset.kaart);
    });
    kaart.addEventListener("dragend", () => {
      gepakt = null;
      treden.forEach((trede) => trede.classList.remove("is-doel"));
    });
  });

  treden.forEach((trede) => {
    trede.addEventListener("dragover", (e) => {
      if (!gepakt || trede.contains(gepakt)) return;
      e.preventDefault();
      trede.classList.add("is-doel");
    });
    trede.addEventListener("dragleave", (e) => {
      if (!trede.contains(e.relatedTarget)) trede.classList.remove("is-doel");
    });
    trede.addEventListener("drop", (e) => {
      e.preventDefault();
      const form = gepakt && gepakt.querySelector("form[data-verplaats]");
      if (!form) return;
      form.elements.trede.value = trede.dataset.trede;
      form.requestSubmit();
    });
  });
})();
