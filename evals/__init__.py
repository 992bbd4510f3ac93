"""The eval suite: answers scored against committed cases, with no key and no network."""
