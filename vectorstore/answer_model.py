"""How likely a sentence answers a question: MiniLM read over both at once.

The embedder reads question and sentence apart; here the same layers, fitted by
`python -m evaluation.train` on invented papers (evaluation/training), read the pair together, as
cross-encoders do (Nogueira and Cho 2019). Why and what it gains: docs/adr/0007.
"""

from __future__ import annotations

import copy
import hashlib
import threading
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from core.errors import WeightsChanged
from vectorstore.embed import Embedder, Vectors

WEIGHTS = Path(__file__).parent / "data" / "answer_model.safetensors"
WEIGHTS_SHA256 = "bd12256ceeda56419822c3473fa47ae951af73d75ac542c9c168c3ab3347039c"
"""Of the file above: a changed file is not trusted."""
MOST_QUESTION, MOST_CONTEXT, MOST_LINE = 48, 40, 118
"""Tokens of the question, of what stands above the sentence, and of that with the sentence."""
AT_ONCE = 8
"""Pairs read in one go, of like length: of 24 sentences in one go more than half is padding. CPU a
question on one core: 0.70 s in one go, 0.45 in sixteens, 0.41 in eights, 0.37 in fours."""
EDGE, SENTENCE, QUESTION, MATCH = range(4)
"""What a token is of; MATCH is added where the other side has the same word."""
HIDDEN = 384
_CLS, _SEP = 101, 102


@dataclass(frozen=True, slots=True)
class Reading:
    """A sentence as it is read: after what it hangs from (its heading, its list's lead-in)."""

    context: str
    sentence: str


@dataclass(frozen=True, slots=True)
class Pair:
    """Question and sentence as one row of tokens: [tokens] each."""

    ids: tuple[int, ...]
    roles: tuple[int, ...]
    same: tuple[int, ...]
    """1 where the same word stands on the other side."""


class AnswerModel:
    """Scores sentences as answers. Safe to share between threads.

    Raises WeightsChanged when its weights are not those that were fitted.
    """

    def __init__(self, embedder: Embedder, weights: Path = WEIGHTS) -> None:
        self._embedder = embedder
        self._weights = weights
        self._lock = threading.Lock()
        self._network: Any = None

    def scores(self, question: str, readings: Sequence[Reading]) -> Vectors:
        """The log odds that each sentence answers, one a sentence."""
        if not readings:
            return np.zeros(0, dtype=np.float32)
        with self._lock:
            if self._network is None:
                self._network = load_network(self._embedder, self._weights)
            tokenizer = self._embedder.transformer()[0]
            return read(self._network, pairs(tokenizer, question, readings))


def pairs(tokenizer: Any, question: str, readings: Sequence[Reading]) -> list[Pair]:  # noqa: ANN401
    """The question with each sentence, cut to MOST_QUESTION and MOST_LINE tokens."""

    def tokens(text: str, most: int) -> list[int]:
        ids = tokenizer(text, add_special_tokens=False, truncation=False)["input_ids"]
        return list(ids)[:most]

    asked = tokens(question, MOST_QUESTION)
    found = []
    for each in readings:
        above = tokens(f"{each.context}. ", MOST_CONTEXT) if each.context else []
        own = tokens(each.sentence, MOST_LINE - len(above))
        line = (*above, *own)
        roles = (*[EDGE] * (len(above) + 1), *[SENTENCE] * len(own), EDGE)
        found.append(
            Pair(
                (_CLS, *asked, _SEP, *line, _SEP),
                (EDGE, *[QUESTION] * len(asked), *roles),
                (0, *_shared(asked, line), 0, *_shared(line, asked), 0),
            )
        )
    return found


def _shared(tokens: Sequence[int], others: Sequence[int]) -> list[int]:
    known = set(others)
    return [int(token in known) for token in tokens]


def read(network: Any, found: Sequence[Pair]) -> Vectors:  # noqa: ANN401
    """The network's log odds, one a pair; like lengths are read together."""
    import torch  # noqa: PLC0415 - seconds to import

    scores = np.zeros(len(found), dtype=np.float32)
    order = sorted(range(len(found)), key=lambda at: len(found[at].ids))
    with torch.inference_mode():
        for start in range(0, len(order), AT_ONCE):
            part = order[start : start + AT_ONCE]
            scores[part] = network(*batch([found[at] for at in part])).float().numpy()
    return scores


def batch(found: Sequence[Pair]) -> tuple[Any, Any, Any, Any]:
    """Ids, roles, same words and mask as tensors, [pairs, tokens] each."""
    import torch  # noqa: PLC0415

    width = max(len(each.ids) for each in found)
    shape = (len(found), width)
    ids, roles, same, mask = (np.zeros(shape, dtype=np.int64) for _ in range(4))
    for row, each in enumerate(found):
        length = len(each.ids)
        ids[row, :length], roles[row, :length] = each.ids, each.roles
        same[row, :length], mask[row, :length] = each.same, 1
    return tuple(map(torch.from_numpy, (ids, roles, same, mask)))  # type: ignore[return-value]


def new_network(transformer: Any) -> Any:  # noqa: ANN401 - torch is imported only when used
    """MiniLM as published, with nothing yet learned of questions; its words stay as they are."""
    import torch  # noqa: PLC0415
    from torch import nn  # noqa: PLC0415

    class Network(nn.Module):
        def __init__(self) -> None:
            super().__init__()
            self.layers = copy.deepcopy(transformer.encoder.layer)
            self.seg = nn.Embedding(4, HIDDEN)
            nn.init.zeros_(self.seg.weight)
            self.hid = nn.Linear(2 * HIDDEN, 2 * HIDDEN)
            self.out = nn.Linear(2 * HIDDEN, 1)
            nn.init.zeros_(self.out.weight)
            nn.init.zeros_(self.out.bias)

        def forward(self, ids: Any, roles: Any, same: Any, mask: Any) -> Any:  # noqa: ANN401
            with torch.no_grad():
                known = transformer.embeddings(input_ids=ids)
            hidden = known + self.seg(roles) + self.seg.weight[MATCH] * same[..., None]
            # 0 where a token is, -10,000 where none is, as attention adds it.
            blocked = (1.0 - mask[:, None, None, :].to(hidden.dtype)) * -1e4
            for layer in self.layers:
                after = layer(hidden, attention_mask=blocked)
                hidden = after[0] if isinstance(after, tuple) else after
            sides = [((roles == role) & (mask > 0))[..., None] for role in (QUESTION, SENTENCE)]
            means = [(hidden * side).sum(1) / side.sum(1).clamp(min=1) for side in sides]
            return self.out(nn.functional.gelu(self.hid(torch.cat(means, -1)))).squeeze(-1)

    return Network()


def load_network(embedder: Embedder, weights: Path) -> Any:  # noqa: ANN401
    """The fitted layers. Raises WeightsChanged."""
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
