"""MiniLM's vocabulary and the tokenizer built from it."""

from pathlib import Path
from typing import TYPE_CHECKING

from assistant.embeddings.files import verified

if TYPE_CHECKING:
    from tokenizers import Tokenizer

VOCABULARY = Path(__file__).parent.parent / "embeddings_data" / "vocab.txt"
VOCABULARY_SHA256 = "07eced375cec144d27c900241f3e339478dec958f92fddbc551f295c992038a3"


def minilm_tokenizer() -> "Tokenizer":
    """MiniLM's tokenizer, built from the vocabulary alone.

    Nothing truncates or pads, and "[SEP]" written in a text is text and not a special piece.

    Raises:
        EmbeddingError: the vocabulary is missing or not the expected one.
    """
    from tokenizers import Tokenizer
    from tokenizers.models import WordPiece
    from tokenizers.normalizers import BertNormalizer
    from tokenizers.pre_tokenizers import BertPreTokenizer
    from tokenizers.processors import TemplateProcessing

    lines = verified(VOCABULARY, VOCABULARY_SHA256).decode().splitlines()
    vocabulary = {piece: number for number, piece in enumerate(lines)}
    tokenizer = Tokenizer(WordPiece(vocabulary, unk_token="[UNK]"))
    tokenizer.normalizer = BertNormalizer(lowercase=True)
    tokenizer.pre_tokenizer = BertPreTokenizer()
    tokenizer.post_processor = TemplateProcessing(
        single="[CLS] $A [SEP]",
        special_tokens=[(piece, vocabulary[piece]) for piece in ("[CLS]", "[SEP]")],
    )
    return tokenizer
