"""How likely a sentence answers a question: MiniLM's top layers, read over both at once.

The lower layers read question and sentence apart, as published, so that a sentence read once is
remembered; the upper ones, fitted by `python -m evaluation.train` on invented papers
(evaluation/training), read them together. Why and what it gains: docs/adr/0007.
"""

from __future__ import annotations

import copy
import hashlib
import threading
from collections import OrderedDict
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from core.errors import WeightsChanged
from vectorstore.embed import Embedder, Vectors

WEIGHTS = Path(__file__).parent / "data" / "answer_model.safetensors"
WEIGHTS_SHA256 = "aa32a55b4278624a8ceadf10a1570bd3849db28f0dd313195a7e913c3aefdcf6"
"""Of the file above: a changed file is not trusted."""
LOWER = 4
"""Layers of MiniLM's six that read apart."""
MOST_CONTEXT, MOST_TOKENS = 40, 128
"""Tokens of what stands above a sentence, and of both together."""
REMEMBERED = 4_000
"""Sentences whose lower layers are kept in memory, 25 kB each for a long one."""
CONTEXT, SENTENCE, QUESTION, MATCH = range(4)
_CLS, _SEP = 101, 102
HIDDEN = 384


@dataclass(frozen=True, slots=True)
class Reading:
    """A sentence as it is read: after what it hangs from (its heading, its list's lead-in)."""

    context: str
    sentence: str


@dataclass(frozen=True, slots=True)
class TokenStates:
    """A text's tokens: their ids and roles, [tokens], and their states, [tokens, HIDDEN]."""

    ids: NDArray[np.int64]
    roles: NDArray[np.int64]
    states: NDArray[np.float16]


class AnswerModel:
    """Scores sentences as answers. Safe to share between threads.

    Raises WeightsChanged when its weights are not those that were fitted.
    """

    def __init__(self, embedder: Embedder, weights: Path = WEIGHTS) -> None:
        self._embedder = embedder
        self._weights = weights
        self._lock = threading.Lock()
        self._network: Any = None
        self._read: OrderedDict[Reading, TokenStates] = OrderedDict()

    def scores(self, question: str, readings: Sequence[Reading]) -> Vectors:
        """The log odds that each sentence answers, one a sentence."""
        if not readings:
            return np.zeros(0, dtype=np.float32)
        import torch  # noqa: PLC0415 - seconds to import

        with self._lock, torch.inference_mode():
            if self._network is None:
                self._network = load_network(self._embedder, self._weights)
            asked = read(self._embedder, [Reading("", question)])[0]
            return np.asarray(
                self._network(*batch(asked, self._remembered(readings))), dtype=np.float32
            )

    def _remembered(self, readings: Sequence[Reading]) -> list[TokenStates]:
        missing = [each for each in dict.fromkeys(readings) if each not in self._read]
        for reading, states in zip(missing, read(self._embedder, missing), strict=True):
            self._read[reading] = states
        found = [self._read[each] for each in readings]
        for each in readings:
            self._read.move_to_end(each)
        while len(self._read) > REMEMBERED:
            self._read.popitem(last=False)
        return found


def read(embedder: Embedder, readings: Sequence[Reading]) -> list[TokenStates]:
    """The tokens of each text after the lower layers."""
    import torch  # noqa: PLC0415

    if not readings:
        return []
    tokenizer, transformer = embedder.transformer()
    tokens = [_tokens(tokenizer, each) for each in readings]
    longest = max(len(ids) for ids, _ in tokens)
    ids = torch.zeros(len(tokens), longest, dtype=torch.long)
    mask = torch.zeros(len(tokens), longest, dtype=torch.long)
    for row, (own, _) in enumerate(tokens):
        ids[row, : len(own)] = torch.tensor(own)
        mask[row, : len(own)] = 1
    with torch.inference_mode():
        hidden = transformer.embeddings(input_ids=ids)
        for layer in transformer.encoder.layer[:LOWER]:
            hidden = _output(layer(hidden, attention_mask=_additive(mask)))
    return [
        TokenStates(np.array(own), np.array(roles), hidden[row, : len(own)].half().numpy())
        for row, (own, roles) in enumerate(tokens)
    ]


def _tokens(tokenizer: Any, reading: Reading) -> tuple[list[int], list[int]]:  # noqa: ANN401
    def of(text: str) -> list[int]:
        return list(tokenizer(text, add_special_tokens=False, truncation=False)["input_ids"])

    above = of(f"{reading.context}. ")[:MOST_CONTEXT] if reading.context else []
    own = of(reading.sentence)[: MOST_TOKENS - len(above) - 2]
    roles = [CONTEXT] * (1 + len(above)) + [SENTENCE] * len(own) + [CONTEXT]
    return [_CLS, *above, *own, _SEP], roles


def batch(asked: TokenStates, sentences: Sequence[TokenStates]) -> tuple[Any, Any, Any, Any]:
    """Question and sentence side by side: states, roles, mask, and where the same word stands
    on the other side; [sentences, tokens, HIDDEN], [sentences, tokens] three times.
    """
    import torch  # noqa: PLC0415

    width = len(asked.ids) + max(len(each.ids) for each in sentences)
    states = np.zeros((len(sentences), width, HIDDEN), dtype=np.float32)
    roles = np.zeros((len(sentences), width), dtype=np.int64)
    mask = np.zeros((len(sentences), width), dtype=bool)
    same = np.zeros((len(sentences), width), dtype=np.float32)
    first = len(asked.ids)
    for row, each in enumerate(sentences):
        last = first + len(each.ids)
        states[row, :first], states[row, first:last] = asked.states, each.states
        roles[row, :first], roles[row, first:last] = QUESTION, each.roles
        mask[row, :last] = True
        words = asked.ids > _SEP
        same[row, :first] = np.isin(asked.ids, each.ids) & words
        same[row, first:last] = np.isin(each.ids, asked.ids) & (each.ids > _SEP)
    return tuple(map(torch.from_numpy, (states, roles, mask, same)))  # type: ignore[return-value]


def new_network(transformer: Any) -> Any:  # noqa: ANN401 - torch is imported only when used
    """The upper layers as published, with nothing yet learned of questions."""
    import torch  # noqa: PLC0415
    from torch import nn  # noqa: PLC0415

    class Network(nn.Module):
        def __init__(self) -> None:
            super().__init__()
            self.layers = nn.ModuleList(copy.deepcopy(transformer.encoder.layer[LOWER:]))
            self.seg = nn.Embedding(4, HIDDEN)
            nn.init.zeros_(self.seg.weight)
            self.hid = nn.Linear(2 * HIDDEN, 2 * HIDDEN)
            self.out = nn.Linear(2 * HIDDEN, 1)
            nn.init.zeros_(self.out.weight)
            nn.init.zeros_(self.out.bias)
            self.drop = nn.Dropout(0.1)

        def forward(self, states: Any, roles: Any, mask: Any, same: Any) -> Any:  # noqa: ANN401
            hidden = states + self.seg(roles) + self.seg.weight[MATCH] * same[..., None]
            for layer in self.layers:
                hidden = _output(layer(hidden, attention_mask=_additive(mask)))
            asked = ((roles == QUESTION) & mask)[..., None]
            said = ((roles == SENTENCE) & mask)[..., None]
            pooled = [(hidden * part).sum(1) / part.sum(1).clamp(min=1) for part in (asked, said)]
            both = self.drop(torch.cat(pooled, -1))
            return self.out(nn.functional.gelu(self.hid(both))).squeeze(-1)

    return Network()


def load_network(embedder: Embedder, weights: Path) -> Any:  # noqa: ANN401
    """The fitted upper layers. Raises WeightsChanged."""
    from safetensors.torch import load  # noqa: PLC0415

    data = weights.read_bytes() if weights.is_file() else b""
    if hashlib.sha256(data).hexdigest() != WEIGHTS_SHA256:
        raise WeightsChanged(
            f"The answer model in {weights} is not the one that comes with this version. "
            "Get the file again from the release, or fit it with `python -m evaluation.train`."
        )
    network = new_network(embedder.transformer()[1])
    network.load_state_dict({name: value.float() for name, value in load(data).items()})
    return network.eval()


def _additive(mask: Any) -> Any:  # noqa: ANN401
    """0 where a token is, -10,000 where none is, as attention adds it."""
    return (1.0 - mask[:, None, None, :].float()) * -1e4


def _output(layer: Any) -> Any:  # noqa: ANN401 - a tensor, or in older versions a tuple
    return layer[0] if isinstance(layer, tuple) else layer
