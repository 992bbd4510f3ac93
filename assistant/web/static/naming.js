// What a conversation is called.
import { say } from "./words.js";

/** Its own name, or else its first question. */
export function titleOf(conversation) {
  return conversation.title || conversation.turns[0]?.question.slice(0, 200) || say("untitled");
}
