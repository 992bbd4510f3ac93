// In the head of a guide's page: dark if the reader's system is, and straight to the cited words.
if (matchMedia("(prefers-color-scheme: dark)").matches) document.documentElement.classList.add("dark");

addEventListener("load", () => {
  const cited = document.querySelector("mark");
  if (!cited) return;
  cited.tabIndex = -1;
  cited.focus({ preventScroll: true });
  cited.scrollIntoView({ block: "center" });
});
