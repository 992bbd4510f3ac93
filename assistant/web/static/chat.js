// Runs once for each part of the conversation. Gradio gives it `element`, `trigger` and `watch`.

// The sources that the person has opened, by id: a redraw must not close them.
const opened = (window.careersOpenSources ??= new Set());

function openSource(item) {
  const details = item.querySelector("details");
  opened.add(item.id);
  details.open = true;
  item.scrollIntoView({ block: "nearest" });
  details.querySelector("summary").focus({ preventScroll: true });
}

element.addEventListener("click", (event) => {
  const suggestion = event.target.closest("[data-ask]");
  if (suggestion) trigger("submit", { question: suggestion.dataset.ask });

  const marker = event.target.closest("a.marker");
  const item = marker && document.getElementById(marker.hash.slice(1));
  if (item) {
    event.preventDefault();
    openSource(item);
  }
});

// "toggle" does not bubble, so it is caught on its way down.
element.addEventListener(
  "toggle",
  (event) => {
    const id = event.target.closest("li")?.id;
    if (!id) return;
    if (event.target.open) opened.add(id);
    else opened.delete(id);
  },
  true,
);

let newest = "";
watch("value", () => {
  for (const item of element.querySelectorAll(".sources li")) {
    if (opened.has(item.id)) item.querySelector("details").open = true;
  }
  if (!document.querySelector(".turn")) opened.clear();

  // A new question goes to the top of the window, and its answer is read from there: no scrolling after that.
  const question = element.closest("#live")?.querySelector(".question");
  if (question && question.id !== newest) question.scrollIntoView({ block: "start" });
  newest = question?.id ?? "";
});
