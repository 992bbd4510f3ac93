// One turn on the page: its question and what stands under it in each of its states.
import { asksForFeedback, say } from "./words.js";

const template = (name) => document.getElementById(`${name}-template`).content.firstElementChild.cloneNode(true);

const LONG = 200; // characters of a question that is shown whole

/** A new element for a turn, drawn as its state says. */
export function turnElement(turn) {
  const element = template("turn");
  const heading = element.querySelector(".question");
  element.id = `turn-${turn.id}`;
  heading.id = `q-${turn.id}`;
  heading.textContent = turn.question;
  element.setAttribute("aria-labelledby", heading.id);
  const isLong = turn.question.length > LONG || turn.question.split("\n").length > 6;
  element.classList.toggle("long", isLong);
  element.querySelector("[data-do=whole]").hidden = !isLong;
  draw(element, turn);
  return element;
}

/** Draw the reply of a turn anew. */
export function draw(element, turn) {
  const reply = element.querySelector(".reply");
  reply.innerHTML = turn.html ?? "";
  element.dataset.state = turn.state;
  if (turn.state === "failed" || turn.state === "stopped") reply.append(failure(turn));
  const done = turn.state === "done";
  element.querySelector(".actions").hidden = !done;
  element.querySelector(".thumbs").hidden = !asksForFeedback || Boolean(turn.feedback) || !done;
  element.querySelector(".thanks").textContent = turn.feedback ? say("thanks") : "";
}

/** The reply while it is on its way: what there is of it, and a word on what it waits for. */
export function drawWaiting(element, html, words) {
  const reply = element.querySelector(".reply");
  const waiting = reply.querySelector(".waiting") ?? template("waiting");
  const grown = reply.querySelector(".grown") ?? Object.assign(document.createElement("div"), { className: "grown" });
  if (html) grown.innerHTML = html;
  waiting.querySelector("p").textContent = words;
  if (!waiting.isConnected) reply.replaceChildren(grown, waiting);
  element.dataset.state = "waiting";
  element.querySelector(".actions").hidden = true;
}

/** The reply while the server can't be reached. */
export function drawCutOff(element, words) {
  const panel = failure({ words }, say("askNow"));
  panel.querySelector("button").dataset.do = "now";
  element.querySelector(".reply").replaceChildren(panel);
  element.dataset.state = "cut-off";
}

/** Bring an element into sight: gliding, unless the visitor wishes for less motion. */
export function glideTo(element, block) {
  const moves = matchMedia("(prefers-reduced-motion: no-preference)").matches;
  element.scrollIntoView({ block, behavior: moves ? "smooth" : "instant" });
}

/** Show the whole of a long question, or its beginning again. */
export function unfold(element, button) {
  const isWhole = !element.classList.toggle("long");
  button.setAttribute("aria-expanded", String(isWhole));
}

export function feedbackForm() {
  return template("feedback");
}

/** Open the source that a marker stands for. */
export function openSource(marker) {
  const item = document.getElementById(marker.hash.slice(1));
  const details = item?.querySelector("details");
  if (!details) return;
  details.open = true;
  glideTo(item, "nearest");
  details.querySelector("summary").focus({ preventScroll: true });
}

function failure({ words, state }, button = say("again")) {
  const panel = template("failed");
  panel.querySelector("p").textContent = words ?? (state === "stopped" ? say("stopped") : say("broken"));
  panel.querySelector("button").textContent = button;
  return panel;
}
