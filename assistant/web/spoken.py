"""The words that the chat's scripts say, and the limits that they know."""

from assistant.web import wording
from assistant.web.asking import LIMIT

SPOKEN: dict[str, str | int] = {
    "limit": LIMIT,
    "empty": wording.EMPTY,
    "noWords": wording.NO_WORDS,
    "tooLong": wording.TOO_LONG.replace("{length:,}", "{length}").replace("{limit:,}", "{limit}"),
    "looking": "Looking in the guides…",
    "stillLooking": "Still looking. This takes longer than usual.",
    "longLooking": "This takes unusually long. You can stop it, and your question is kept.",
    "stopped": "You stopped this answer.",
    "offline": (
        "You are offline. Your question is kept, and is asked by itself when you are back online."
    ),
    "gone": (
        "The assistant can't be reached just now. Your question is kept, and is asked by itself as "
        "soon as the assistant is back."
    ),
    "broken": "Something went wrong on our side. Your question is kept: ask it again in a moment.",
    "busy": "Very many people are asking just now. Your question is kept: ask it again shortly.",
    "back": "Connected again. Asking your question.",
    "again": "Ask again",
    "askNow": "Try now",
    "copied": "Copied, with its sources.",
    "notCopied": "This browser doesn't allow copying. Select the text and copy it yourself.",
    "thanks": "Thank you. Your feedback is kept with this answer.",
    "notKept": "Your feedback could not be sent. Try again in a moment.",
    "oneAtATime": "The answer before is still on its way. Stop it, or wait for it.",
    "untitled": "New conversation",
    "open": "Open: {title}",
    "rename": "Rename: {title}",
    "delete": "Delete: {title}",
    "renameTitle": "Rename this conversation",
    "renameYes": "Save",
    "deleteTitle": "Delete this conversation?",
    "deleteWords": "“{title}” will be gone for good.",
    "deleteYes": "Delete",
    "clearTitle": "Delete all conversations?",
    "clearWords": "All {count} will be gone for good.",
    "clearYes": "Delete all",
    "deleted": "Deleted.",
    "full": (
        "This browser has no room to keep more. This conversation stays until you close the page: "
        "export it, or delete earlier ones."
    ),
    "carryOn": "Carry on with “{title}”",
    "print": "Print or save as PDF",
    "started": "New conversation started.",
    "sources": "Sources",
    "exported": "Asked with the careers assistant on {date}. Pay figures are estimates.",
    "nothing": "There is nothing here. The conversation may have been deleted.",
}
