// Asking the server: the question is posted, and the answer read as it grows.
const ASK = "/gradio_api/call/ask";
const PATIENCE = 60_000; // milliseconds without a sign of life

/** What went wrong: "offline", "gone", "busy" or "broken". */
export class Trouble extends Error {
  constructor(kind) {
    super(kind);
    this.kind = kind;
  }
}

/** Ask, and yield each piece that the server sends. Ends by a Trouble, or an AbortError when stopped. */
export async function* ask({ question, turns, place, kept }, signal) {
  const event = await join([question, turns, place, kept], signal);
  const response = await reach(`${ASK}/${event}`, { signal });
  let last = null;
  for await (const { name, data } of events(response, signal)) {
    if (name === "error") throw new Trouble((await isThere()) ? "broken" : "gone");
    if (name === "generating" || name === "complete") {
      last = data?.[0] ?? last;
      if (name === "complete" && last?.kind !== "growing") return;
      if (last) yield last;
    }
  }
  if (!last || last.kind === "growing") throw new Trouble(navigator.onLine ? "gone" : "offline");
}

/** Whether the server answers at all. */
export async function isThere() {
  try {
    return (await fetch("/here", { cache: "no-store", signal: AbortSignal.timeout(5000) })).ok;
  } catch {
    return false;
  }
}

/** Wait until the server answers again: asked at growing distances, and at once when the network is back. */
export async function untilBack(signal) {
  for (let pause = 1000; !signal.aborted; pause = Math.min(pause * 1.6, 15_000)) {
    await rest(pause, signal);
    if (!signal.aborted && (await isThere())) return;
  }
  throw new DOMException("stopped", "AbortError");
}

export async function post(address, content) {
  const headers = { "Content-Type": "application/json" };
  return (await fetch(address, { method: "POST", headers, body: JSON.stringify(content) })).ok;
}

async function join(data, signal) {
  const headers = { "Content-Type": "application/json" };
  const response = await reach(ASK, { method: "POST", headers, body: JSON.stringify({ data }), signal });
  return (await response.json()).event_id;
}

async function reach(address, options) {
  let response;
  try {
    response = await fetch(address, options);
  } catch (error) {
    if (error.name === "AbortError") throw error;
    throw new Trouble(navigator.onLine ? "gone" : "offline");
  }
  if (response.ok) return response;
  throw new Trouble(response.status === 503 ? "busy" : response.status >= 502 ? "gone" : "broken");
}

/** The events of a stream. One that falls silent, or breaks off, is as good as gone. */
async function* events(response, signal) {
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
  let rest = "";
  while (true) {
    const { done, value } = await alive(reader, signal);
    if (done) return;
    const blocks = (rest + value).split("\n\n");
    rest = blocks.pop();
    for (const block of blocks) yield parsed(block);
  }
}

async function alive(reader, signal) {
  let timer;
  const silence = new Promise((_, reject) => {
    timer = setTimeout(() => reject(new Trouble("gone")), PATIENCE);
  });
  try {
    return await Promise.race([reader.read(), silence]);
  } catch (error) {
    reader.cancel().catch(() => {});
    if (signal.aborted) throw new DOMException("stopped", "AbortError");
    throw error instanceof Trouble ? error : new Trouble(navigator.onLine ? "gone" : "offline");
  } finally {
    clearTimeout(timer);
  }
}

function parsed(block) {
  const name = /^event: (.*)$/m.exec(block)?.[1] ?? "";
  const data = /^data: (.*)$/m.exec(block)?.[1];
  return { name, data: data ? JSON.parse(data) : null };
}

function rest(milliseconds, signal) {
  return new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer);
      removeEventListener("online", done);
      signal.removeEventListener("abort", done);
      resolve();
    };
    const timer = setTimeout(done, milliseconds);
    addEventListener("online", done);
    signal.addEventListener("abort", done);
  });
}
