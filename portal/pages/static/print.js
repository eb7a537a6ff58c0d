"use strict";
// The button that prints: without a script it is not shown, and the browser's own menu prints the same.
document.querySelectorAll("[data-print]").forEach((button) => {
  button.hidden = false;
  button.addEventListener("click", () => window.print());
});
