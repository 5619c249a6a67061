"use strict";
// The page reads well without this: it only copies commands and unfolds what a link leads to.
for (const line of document.querySelectorAll(".command")) {
  const code = line.querySelector("code");
  const button = document.createElement("button");
  button.type = "button";
  button.textContent = "Copy";
  button.setAttribute("aria-label", "Copy the command");
  button.addEventListener("click", async () => {
    try {
      await navigator.clipboard.writeText(code.textContent);
      button.textContent = "Copied";
    } catch (refused) {
      // Some browsers have no clipboard for files: the command is selected to be copied by hand.
      getSelection().selectAllChildren(code);
      button.textContent = "Selected";
    }
    setTimeout(() => { button.textContent = "Copy"; }, 1600);
  });
  line.append(button);
}
function unfold() {
  const target = location.hash.length > 1 && document.getElementById(location.hash.slice(1));
  if (target) {
    for (const details of target.querySelectorAll("details.evidence")) { details.open = true; }
    for (let at = target; at; at = at.parentElement) { if (at.matches("details")) { at.open = true; } }
    target.scrollIntoView();
  }
}
addEventListener("hashchange", unfold);
unfold();
