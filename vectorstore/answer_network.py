"""The answer model's layers on torch: what is fitted, and the reference for every other engine."""

from __future__ import annotations

import copy
import hashlib
import threading
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from core.errors import WeightsChanged
from vectorstore.answer_pairs import MATCH, QUESTION, SENTENCE, Pair, Tokens, padded

WEIGHTS = Path(__file__).parent / "data" / "answer_model.safetensors"
WEIGHTS_SHA256 = "bd12256ceeda56419822c3473fa47ae951af73d75ac542c9c168c3ab3347039c"
"""Of the file above: a changed file is not trusted."""
AT_ONCE = 8
"""Pairs read in one go, of like length: of 24 sentences in one go more than half is padding. CPU a
question on one core: 0.70 s in one go, 0.45 in sixteens, 0.41 in eights, 0.37 in fours."""
HIDDEN = 384


def read(network: Any, found: Sequence[Pair]) -> NDArray[np.float32]:  # noqa: ANN401
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

    ids, mask = padded([each.ids for each in found])
    roles = padded([each.roles for each in found])[0]
    same = padded([each.same for each in found])[0]
    return tuple(torch.from_numpy(each).long() for each in (ids, roles, same, mask))  # type: ignore[return-value]


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


def checked_weights(path: Path) -> bytes:
    """The weights file's bytes. Raises WeightsChanged when they are not those that were fitted."""
    data = path.read_bytes() if path.is_file() else b""
    if hashlib.sha256(data).hexdigest() != WEIGHTS_SHA256:
        raise WeightsChanged(
            f"The answer model in {path} is not the one that comes with this version. "
            "Get the file again from the release, or fit it with `python -m evaluation.train`."
        )
    return data


def load_network(transformer: Any, path: Path) -> Any:  # noqa: ANN401
    """The fitted layers over the published words. Raises WeightsChanged."""
    from safetensors.torch import load  # noqa: PLC0415

    data = checked_weights(path)
    network = new_network(transformer)
    network.load_state_dict({name: value.float() for name, value in load(data).items()})
    return network.eval()


def tokens_by(tokenizer: Any) -> Tokens:  # noqa: ANN401
    """The tokens that a tokenizer of transformers makes."""

    def tokens(text: str) -> list[int]:
        return list(tokenizer(text, add_special_tokens=False, truncation=False)["input_ids"])

    return tokens


class TorchAnswerReader:
    """The reference: the layers on torch. Safe to share between threads."""

    def __init__(self, tokenizer: Any, transformer: Any, path: Path) -> None:  # noqa: ANN401
        self._lock = threading.Lock()
        self._network = load_network(transformer, path)
        self._tokens = tokens_by(tokenizer)

    def tokens(self, text: str) -> Sequence[int]:
        with self._lock:
            return self._tokens(text.encode("utf-8", "replace").decode("utf-8"))

    def log_odds(self, found: Sequence[Pair]) -> NDArray[np.float32]:
        with self._lock:
            return read(self._network, found)
