// The conversations of this browser: each one entry of localStorage, so that two windows can't overwrite each other's.
const PREFIX = "careers.conversation.";
const CURRENT = "careers.current";
const DRAFT = "careers.draft";
// What could not be written (storage full or forbidden) stays here until the page is closed.
const unwritten = new Map();

/** An id that begins with a letter, as the prefix of HTML ids must. */
export function newId() {
  const bytes = crypto.getRandomValues(new Uint8Array(6));
  return "t" + Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

export function newConversation() {
  return { id: newId(), title: "", changed: Date.now(), kept: "", turns: [] };
}

/** Keep a conversation; false if this browser has no room for it. */
export function save(conversation) {
  conversation.changed = Date.now();
  try {
    localStorage.setItem(PREFIX + conversation.id, JSON.stringify(conversation));
    unwritten.delete(conversation.id);
    return true;
  } catch {
    unwritten.set(conversation.id, conversation);
    return false;
  }
}

export function load(id) {
  if (unwritten.has(id)) return unwritten.get(id);
  return read(PREFIX + id);
}

export function remove(id) {
  unwritten.delete(id);
  guarded(() => localStorage.removeItem(PREFIX + id));
}

/** All conversations, the newest first. */
export function all() {
  const keys = guarded(() => Object.keys(localStorage)) ?? [];
  const kept = keys.filter((key) => key.startsWith(PREFIX)).map(read).filter(Boolean);
  const known = new Map([...kept.map((one) => [one.id, one]), ...unwritten]);
  return [...known.values()].sort((one, other) => other.changed - one.changed);
}

export function currentId() {
  return guarded(() => sessionStorage.getItem(CURRENT)) ?? "";
}

export function setCurrent(id) {
  guarded(() => sessionStorage.setItem(CURRENT, id));
}

export function draft() {
  return guarded(() => sessionStorage.getItem(DRAFT)) ?? "";
}

export function setDraft(text) {
  guarded(() => sessionStorage.setItem(DRAFT, text));
}

/** Call back when another window changed the conversations. */
export function onChange(changed) {
  addEventListener("storage", (event) => {
    if (event.key === null || event.key.startsWith(PREFIX)) changed();
  });
}

function read(key) {
  const found = guarded(() => JSON.parse(localStorage.getItem(key)));
  return found && Array.isArray(found.turns) ? found : null;
}

function guarded(act) {
  try {
    return act();
  } catch {
    return null;
  }
}
