// The chat: what a visitor does there, and what comes of it.
import { Composer } from "./composer.js";
import { copy, asText, download } from "./export.js";
import { titleOf } from "./naming.js";
import { Shelf } from "./shelf.js";
import * as store from "./store.js";
import { ask, post, Trouble, untilBack } from "./transport.js";
import { draw, drawCutOff, drawWaiting, feedbackForm, glideTo, openSource, turnElement, unfold } from "./turn.js";
import { say } from "./words.js";

const byId = (id) => document.getElementById(id);
const turns = byId("turns");
const welcome = document.querySelector(".welcome");

let conversation = store.newConversation();
let running = null; // the AbortController of the question that is on its way
let wake = null; // ends the waiting for a server that was gone

const composer = new Composer({ submit, stop: () => running?.abort() });
const shelf = new Shelf({
  open: (id) => show(store.load(id) ?? store.newConversation()),
  fresh: () => {
    show(store.newConversation());
    announce(say("started"));
    composer.focus();
  },
  renamed: (renamed) => {
    if (renamed.id === conversation.id) conversation.title = renamed.title;
    drawHead();
  },
  removed: (ids) => {
    announce(say("deleted"));
    if (ids.includes(conversation.id)) show(store.newConversation());
  },
});

turns.addEventListener("click", (event) => {
  const marker = event.target.closest("a.marker");
  if (marker) {
    event.preventDefault();
    openSource(marker);
  }
  const action = event.target.closest("[data-do]");
  if (action) act(action.dataset.do, action);
});
turns.addEventListener("submit", (event) => {
  event.preventDefault();
  const given = new FormData(event.target);
  sendFeedback(event.target, { helpful: false, reason: given.get("reason"), note: given.get("note") });
});
document.addEventListener("click", (event) => {
  const button = event.target.closest("[data-ask]");
  if (button) submit(button.dataset.ask);
});
byId("as-markdown").addEventListener("click", () => download(conversation));
byId("carry-on")?.querySelector("button").addEventListener("click", () => show(store.all()[0]));

begin();

/** What stands there when the page opens: the conversation of this window, or a question from the address. */
function begin() {
  const address = new URL(location.href);
  const fresh = address.searchParams.has("about");
  const last = !fresh && store.load(store.currentId());
  const latest = store.all()[0];
  if (latest && !last && byId("carry-on")) {
    byId("carry-on").hidden = false;
    byId("carry-on").querySelector("button").textContent = say("carryOn", { title: titleOf(latest) });
  }
  if (fresh) history.replaceState(null, "", "/");
  show(last || store.newConversation());
  if (welcome?.dataset.begin && fresh) composer.begin(welcome.dataset.begin);
  else composer.restore(store.draft());
}

/** Put a conversation on the page, and take up a question of it that was never answered. */
function show(shown) {
  running?.abort();
  conversation = shown;
  store.setCurrent(conversation.id);
  turns.replaceChildren(...conversation.turns.map(turnElement));
  composer.edit(null);
  composer.problem("");
  drawHead();
  shelf?.draw();
  const last = conversation.turns.at(-1);
  if (last?.state === "waiting") run(last);
  else turns.lastElementChild?.scrollIntoView({ block: "start" });
}

function drawHead() {
  const begun = conversation.turns.length > 0;
  if (welcome) welcome.hidden = begun;
  byId("exports").hidden = !begun;
  byId("title").textContent = titleOf(conversation);
  byId("as-page").href = `/print?id=${conversation.id}`;
}

/** Ask a question; that of the last turn is replaced if it is being edited. */
function submit(text) {
  const question = text.trim();
  const trouble = composer.troubleWith(question, Boolean(running));
  composer.problem(trouble);
  if (trouble) return;
  if (composer.editing) dropLast();
  const turn = { id: store.newId(), question, state: "waiting", html: "", answer: null };
  conversation.turns.push(turn);
  composer.clear();
  turns.append(turnElement(turn));
  drawHead();
  run(turn);
}

function dropLast() {
  conversation.turns.pop();
  turns.lastElementChild?.remove();
  composer.edit(null);
}

/** See a turn through: ask, draw what comes, and wait for a server that is gone. */
async function run(turn) {
  const asked = conversation;
  const controller = new AbortController();
  const element = byId(`turn-${turn.id}`);
  running = controller;
  turn.state = "waiting";
  keep(asked);
  composer.busy(true);
  glideTo(element, "start");
  element.querySelector(".question").focus({ preventScroll: true });
  announce(say("looking"));
  try {
    await answer(turn, asked, element, controller.signal);
  } catch (error) {
    // Who left the conversation while its question was on its way finds it asked again on return.
    if (error.name !== "AbortError") throw error;
    if (asked === conversation) end(turn, { state: "stopped", html: element.querySelector(".grown")?.innerHTML ?? "" });
    announce(say("stopped"));
  } finally {
    if (running === controller) {
      running = null;
      composer.busy(false);
    }
    if (element.isConnected && turn.state !== "waiting") draw(element, turn);
    keep(asked);
  }
}

async function answer(turn, asked, element, signal) {
  while (turn.state === "waiting") {
    try {
      await listen(turn, asked, element, signal);
    } catch (error) {
      if (!(error instanceof Trouble)) throw error;
      if (error.kind === "busy" || error.kind === "broken") {
        end(turn, { state: "failed", words: say(error.kind) });
        announce(turn.words);
        return;
      }
      drawCutOff(element, say(error.kind));
      announce(say(error.kind));
      await backAgain(signal);
      announce(say("back"));
    }
  }
}

async function listen(turn, asked, element, signal) {
  const patience = [
    setTimeout(() => drawWaiting(element, "", say("stillLooking")), 4000),
    setTimeout(() => drawWaiting(element, "", say("longLooking")), 15_000),
  ];
  drawWaiting(element, "", say("looking"));
  const before = asked.turns.filter((other) => other !== turn && other.answer);
  const earlier = before.map(({ question, answer: { text, status } }) => ({ question, text, status }));
  const question = { question: turn.question, turns: earlier, place: turn.id, kept: asked.kept };
  try {
    for await (const piece of ask(question, signal)) {
      patience.forEach(clearTimeout);
      if (piece.kind === "growing") drawWaiting(element, piece.html, say("looking"));
      else settle(turn, asked, piece);
    }
  } finally {
    patience.forEach(clearTimeout);
  }
}

function settle(turn, asked, piece) {
  if (piece.kind === "refused") {
    end(turn, { state: "failed", words: piece.problem });
    announce(piece.problem);
    return;
  }
  asked.kept = piece.kept;
  end(turn, { state: "done", html: piece.html, answer: piece.answer });
  announce(piece.said);
}

function end(turn, { state, html = "", answer = null, words }) {
  Object.assign(turn, { state, html, answer, words });
}

/** Wait until the server is back, or until the visitor says to try now. */
async function backAgain(signal) {
  const pressed = new Promise((resolve) => (wake = resolve));
  const waiting = new AbortController();
  signal.addEventListener("abort", () => waiting.abort());
  const back = untilBack(waiting.signal);
  back.catch(() => {});
  await Promise.race([back, pressed]);
  waiting.abort();
}

async function act(what, button) {
  const element = button.closest(".turn");
  const turn = conversation.turns.find((one) => `turn-${one.id}` === element.id);
  if (what === "now") wake?.();
  else if (what === "whole") unfold(element, button);
  else if (what === "copy") announce(say((await copy(asText(turn.answer))) ? "copied" : "notCopied"), element);
  else if (what === "again") askAgain(turn);
  else if (what === "edit") composer.edit(turn.question);
  else if (what === "helpful") sendFeedback(element, { helpful: true });
  else if (what === "unhelpful") openFeedback(element, button);
  else if (what === "no-feedback") closeFeedback(element);
}

function askAgain(turn) {
  if (running) return;
  end(turn, { state: "waiting" });
  turn.feedback = null;
  run(turn);
}

function openFeedback(element, button) {
  if (element.querySelector(".why-not")) return closeFeedback(element);
  const form = feedbackForm();
  element.querySelector(".actions").after(form);
  button.setAttribute("aria-expanded", "true");
  glideTo(form, "nearest");
  form.querySelector("input").focus({ preventScroll: true });
}

function closeFeedback(element) {
  const button = element.querySelector("[data-do=unhelpful]");
  element.querySelector(".why-not")?.remove();
  button.setAttribute("aria-expanded", "false");
  button.focus();
}

async function sendFeedback(origin, { helpful, reason = null, note = "" }) {
  const element = origin.closest(".turn");
  const turn = conversation.turns.find((one) => `turn-${one.id}` === element.id);
  const { text, status, citations, snapshot } = turn.answer;
  const earlier = conversation.turns.slice(0, conversation.turns.indexOf(turn)).map((one) => one.question);
  const given = { question: turn.question, answer: text, status, citations, snapshot, turns: earlier, helpful, reason, note };
  const kept = await post("/feedback", given).catch(() => false);
  if (!kept) return announce(say("notKept"), element);
  turn.feedback = { helpful };
  element.querySelector(".why-not")?.remove();
  element.querySelector(".thumbs").hidden = true;
  element.querySelector(".thanks").textContent = say("thanks");
  element.querySelector(".question").focus({ preventScroll: true });
  keep(conversation);
}

function keep(kept) {
  // An empty conversation is none yet, and one that was deleted meanwhile stays deleted.
  if (!kept.turns.length || (kept !== conversation && !store.load(kept.id))) return;
  composer.full(!store.save(kept));
  shelf.draw();
}

/** Have a screen reader say something, and show it in the turn that it is about. */
function announce(words, element = null) {
  byId("said").textContent = words;
  if (element) element.querySelector(".thanks").textContent = words;
}
