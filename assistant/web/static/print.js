// A conversation for paper, from what this browser keeps: every source is open.
import { titleOf } from "./naming.js";
import * as store from "./store.js";
import { say } from "./words.js";

const sheet = document.getElementById("sheet");
const conversation = store.load(new URL(location.href).searchParams.get("id") ?? "");

function element(name, text, properties = {}) {
  return Object.assign(document.createElement(name), { textContent: text, ...properties });
}

function turnParts(turn) {
  const reply = element("div", "");
  reply.innerHTML = turn.html;
  reply.querySelectorAll(".asks, .why").forEach((part) => part.remove());
  reply.querySelectorAll("details").forEach((details) => (details.open = true));
  const question = element("h2", turn.question, { className: "question" });
  const article = element("article", "", { className: "turn" });
  article.append(question, reply);
  return article;
}

if (conversation) {
  document.title = titleOf(conversation);
  const date = new Date(conversation.changed).toLocaleDateString("en-GB", { dateStyle: "long" });
  const button = element("button", say("print"), { type: "button", className: "button" });
  button.addEventListener("click", () => print());
  sheet.append(element("h1", titleOf(conversation)), element("p", say("exported", { date })), button);
  sheet.append(...conversation.turns.filter((turn) => turn.answer).map(turnParts));
} else {
  sheet.append(element("h1", say("nothing")));
}
