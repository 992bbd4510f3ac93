"""The chat that candidates see: a FastAPI application with the Gradio chat mounted in it."""
