"""What Heed brings can be passed on with it, and every jar says whose it is."""

import zipfile

import pytest

from heedlab.licences import MODULES, class_path, licences, make, own_jar, refusal


def test_every_jar_of_every_module_may_be_passed_on(capsys: pytest.CaptureFixture[str]) -> None:
    assert licences(list(MODULES), only_path=False) == 0
    told = capsys.readouterr().out
    for module in MODULES:
        assert f"heed-{module}: " in told
    assert "net.java.dev.jna:jna:" in told


@pytest.mark.parametrize(
    ("told", "reason"),
    [
        ([], "no licence told"),
        (["GPL-2.0-only"], "GPL-2.0-only"),
        (["GNU Affero General Public License v3"], "GNU Affero General Public License v3"),
        (["AGPL-3.0", "GPL-3.0-or-later"], "AGPL-3.0 or GPL-3.0-or-later"),
        (["Commons Clause, limited"], "Commons Clause, limited"),
        (["LGPL-2.1-or-later"], None),
        (["GPL-2.0-only", "Apache-2.0"], None),
        (["The MIT License"], None),
    ],
)
def test_of_several_licences_one_that_is_fine_is_enough(told: list[str], reason: str | None) -> None:
    assert refusal(told) == reason


def test_a_module_alone_can_be_put_on_a_class_path(capsys: pytest.CaptureFixture[str]) -> None:
    licences(["core"], only_path=True)
    jars = capsys.readouterr().out.strip().splitlines()[-1].split(":")
    assert jars == [str(jar.path) for jar in class_path("core")]
    assert "heed-core" in jars[0]


@pytest.mark.parametrize("module", MODULES)
def test_a_jar_holds_its_licence_and_the_notice(module: str) -> None:
    make()
    with zipfile.ZipFile(own_jar(module)) as jar:
        assert {"META-INF/LICENSE", "META-INF/NOTICE"} <= set(jar.namelist())
