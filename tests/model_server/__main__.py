"""To try the product by hand: `python -m tests.model_server --port 11500 --script honest`."""

from __future__ import annotations

import argparse
import time

from tests.model_server.scripts import NAMED, drips
from tests.model_server.server import ModelServer, model_server


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m tests.model_server", description=__doc__)
    parser.add_argument("--port", type=int, default=11500)
    parser.add_argument("--script", choices=sorted(NAMED), default="honest")
    parser.add_argument("--pause", type=float, default=0.0, help="seconds before each token")
    parser.add_argument("--show", action="store_true", help="print what clients send")
    chosen = parser.parse_args()
    script = NAMED[chosen.script]
    with model_server(
        drips(chosen.pause, script) if chosen.pause else script, chosen.port
    ) as server:
        print(f"'{chosen.script}' answers, with any key and any model's name, until Ctrl-C:")
        print(f"  openai        {server.url}/v1")
        print(f"  azure_openai  {server.url}")
        print(f"  ollama        {server.url}")
        print(f"  anthropic     {server.url}", flush=True)
        try:
            follow(server, show=chosen.show)
        except KeyboardInterrupt:
            print()


def follow(server: ModelServer, *, show: bool) -> None:
    """One line for each request as it ends, and what was sent where that is wanted."""
    told = 0
    while True:
        while told < len(server.requests):
            one = server.requests[told]
            if show:
                for role, text in one.messages:
                    print(f"--- {role}\n{text}")
            while not one.over.wait(1.0):
                pass
            seconds = time.monotonic() - one.at
            print(
                f"{one.api.value} {one.path}: {one.sent} tokens, {one.ended.value}, {seconds:.1f} s"
            )
            told += 1
        time.sleep(0.2)


if __name__ == "__main__":
    main()
