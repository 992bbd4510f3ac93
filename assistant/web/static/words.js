// The page's fixed words, as the server gave them.
const words = JSON.parse(document.getElementById("words").textContent);

/** A text by its name, its {blanks} filled. */
export function say(name, values = {}) {
  return String(words[name]).replace(/\{(\w+)\}/g, (blank, key) => values[key] ?? blank);
}

export const asksForFeedback = Boolean(words.feedback);
export const limit = Number(words.limit);
