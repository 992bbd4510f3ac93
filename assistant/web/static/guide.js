// A guide's page: straight to the cited words, and their link copied when it is pressed.
addEventListener("load", () => {
  const cited = document.getElementById("cited");
  if (!cited || location.hash !== "#cited") return;
  cited.tabIndex = -1;
  cited.focus({ preventScroll: true });
  cited.scrollIntoView({ block: cited.tagName === "MARK" ? "center" : "start" });
});
