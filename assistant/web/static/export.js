// A conversation as text: for the clipboard, and as a Markdown file.
import { titleOf } from "./naming.js";
import { say } from "./words.js";

const absolute = (address) => (address ? new URL(address, location.href).href : "");
const path = (citation) => [citation.guide, ...citation.section].join(" › ");
const oneLine = (text) => text.replace(/\s+/g, " ").trim();

/** An answer as plain text, its sources below it. */
export function asText(answer) {
  const plain = answer.text.replace(/\*\*(.+?)\*\*/g, "$1");
  const sources = answer.citations.map(
    (citation) =>
      `[${citation.number}] ${path(citation)}: “${oneLine(citation.quote)}” ${absolute(citation.url)}`.trim(),
  );
  return sources.length ? `${plain}\n\n${say("sources")}\n${sources.join("\n")}` : plain;
}

export function asMarkdown(conversation) {
  const turns = conversation.turns.filter((turn) => turn.answer).map(turnAsMarkdown);
  const date = new Date(conversation.changed).toLocaleDateString("en-GB", { dateStyle: "long" });
  return [`# ${titleOf(conversation)}`, `*${say("exported", { date })}*`, ...turns].join("\n\n") + "\n";
}

function turnAsMarkdown({ question, answer }) {
  const sources = answer.citations.map((citation) => {
    const link = citation.url ? `[${path(citation)}](${absolute(citation.url)})` : path(citation);
    return `${citation.number}. ${link}: “${oneLine(citation.quote)}”`;
  });
  const below = sources.length ? [`### ${say("sources")}`, sources.join("\n")] : [];
  return [`## ${oneLine(question)}`, answer.text, ...below].join("\n\n");
}

export function download(conversation) {
  const file = new Blob([asMarkdown(conversation)], { type: "text/markdown" });
  const link = document.createElement("a");
  link.href = URL.createObjectURL(file);
  const name = titleOf(conversation).replace(/[^\p{L}\p{N}]+/gu, "-").replace(/^-+|-+$/g, "").toLowerCase();
  link.download = `${name.slice(0, 60) || "conversation"}.md`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

/** Put a text on the clipboard; false where the browser doesn't allow it. */
export async function copy(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return copyBySelection(text);
  }
}

/** The older way, for pages that are served without https. */
function copyBySelection(text) {
  const area = document.createElement("textarea");
  area.value = text;
  area.className = "sr-only";
  document.body.append(area);
  area.select();
  const done = document.execCommand("copy");
  area.remove();
  return done;
}
