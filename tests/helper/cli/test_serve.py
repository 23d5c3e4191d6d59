from __future__ import annotations

import os
import ssl
from pathlib import Path

import pytest

from helper.server.process import TINY
from postil.cli.main import main
from postil.cli.serve import no_authorities
from postil.server import serve
from postil.updates.supply import Supply


def test_it_serves_on_the_one_port_unless_told_otherwise(monkeypatch: pytest.MonkeyPatch) -> None:
    given: list[dict[str, object]] = []
    monkeypatch.setattr(serve, "serve", lambda **options: given.append(options))
    assert main(["serve"]) == 0
    assert main(["serve", "--port", "29000", "--rules", str(TINY)]) == 0
    assert all(isinstance(one.pop("supply"), Supply) for one in given)
    assert given == [{"port": 28417, "rules": None}, {"port": 29000, "rules": Path(TINY)}]


def test_there_is_no_address_to_choose(capsys: pytest.CaptureFixture[str]) -> None:
    for words in (["--host", "0.0.0.0"], ["--bind", "0.0.0.0"]):  # noqa: S104 - to see that it is refused
        with pytest.raises(SystemExit) as refused:
            main(["serve", *words])
        assert refused.value.code == 2
    with pytest.raises(SystemExit):
        main(["serve", "--help"])
    assert "--port" not in capsys.readouterr().out


def test_certificate_authorities_are_not_read_and_the_environment_is_put_back(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("SSL_CERT_FILE", "mine")
    monkeypatch.delenv("SSL_CERT_DIR", raising=False)
    before = dict(os.environ)
    with no_authorities():
        assert ssl.create_default_context().get_ca_certs() == []
    assert dict(os.environ) == before
