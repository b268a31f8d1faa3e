"""What each module brings: its class path at run time, every jar's size and licence; refuses what we could not give on.

Licences are those of the module's bill of materials (CycloneDX), which Maven makes of the jars' POMs.
"""

import json
import os
import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from heedlab import machine
from heedlab.places import HOME, TARGET
from heedlab.prepare import forget_old_jars, mark_built, only_one, poms
from heedlab.problem import Problem
from heedlab.steps import say, step

MODULES = ("core", "data", "neural", "serve", "lab")
# Whoever takes Heed may pass these on, in a closed product too. LGPL is let in and stands in the list.
FINE = re.compile(
    r"\b(Apache|MIT|BSD|ISC|Zlib|UPL|CC0|Public Domain|Unicode|EPL|Eclipse Public|MPL|Mozilla|LGPL|GNU Lesser)\b",
    re.IGNORECASE,
)
# POMs that say only "BSD" or "Apache License", for which the plugin guesses; looked up in the project itself.
LOOKED_UP = {
    "org.jline": "BSD-3-Clause",
    "org.ow2.asm": "BSD-3-Clause",
    "org.dflib.jjava": "Apache-2.0",
    "com.github.waikato.thirdparty": "MIT, with JeroMQ (MPL-2.0) and others (Apache-2.0) inside",
    "ai.djl.pytorch:pytorch-native-cpu": "Apache-2.0, with PyTorch (BSD-3-Clause) and libgomp (GCC exception) inside",
}


class Jar(NamedTuple):
    """One jar of a class path, with all licences that it may be taken under."""

    name: str
    path: Path
    licences: list[str]

    @property
    def megabytes(self) -> float:
        return self.path.stat().st_size / 1e6


def licences(modules: list[str], only_path: bool) -> int:
    """Prints the modules; 1 if a jar's licence is none that we let in."""
    make()
    refused: dict[str, str] = {}
    for module in modules:
        jars = list(class_path(module))
        if only_path:
            say(os.pathsep.join(str(jar.path) for jar in jars))
        else:
            show(module, jars)
        refused |= {jar.name: reason for jar in jars if (reason := refusal(jar.licences))}
    refused |= {name: reason for name, told in provided().items() if (reason := refusal(told))}
    if refused:
        jars_told = [f"{name}: {reason}" for name, reason in sorted(refused.items())]
        raise Problem(
            "These jars could not be given on with Heed:",
            *jars_told,
            "Exclude the dependency, or, if its project says more than its POM, add it to LOOKED_UP in licences.py.",
        )
    return 0


def show(module: str, jars: list[Jar]) -> None:
    say(f"\nheed-{module}: {len(jars)} jars, {sum(jar.megabytes for jar in jars):.1f} MB")
    for jar in jars:
        say(f"  {jar.megabytes:8.2f} MB  {jar.name:<58} {' or '.join(jar.licences) or 'none told'}")


def refusal(told: list[str]) -> str | None:
    """Why a jar with these licences is not let in; of several, one that is fine is enough."""
    if not told:
        return "no licence told"
    return None if any(FINE.search(licence) for licence in told) else " or ".join(told)


def class_path(module: str) -> Iterator[Jar]:
    """What an application that names this module runs on, in Maven's order."""
    told = components(module)
    listed = (TARGET / f"heed-{module}" / "runtime-class-path.txt").read_text().strip()
    for path in [own_jar(module), *map(Path, listed.split(os.pathsep))]:
        name = told.get(path.name)
        if name is None:
            raise Problem(f"heed-{module}: {path.name} is on the class path and not in {bill(module)}.")
        yield Jar(name[0], path.resolve(), name[1])


def own_jar(module: str) -> Path:
    folder = TARGET / ("lib" if module == "lab" else f"heed-{module}")
    return next(jar for jar in folder.glob(f"heed-{module}-*.jar") if re.search(r"[0-9T]\.jar$", jar.name))


def provided() -> dict[str, list[str]]:
    """What the laboratory is compiled against and does not bring: the kernels."""
    kernels = ("com.github.waikato", "org.dflib")
    return {name: told for name, told in components("lab").values() if name.startswith(kernels)}


def components(module: str) -> dict[str, tuple[str, list[str]]]:
    """By the jar's file name: what it is, and its licences."""
    told = json.loads(bill(module).read_text())
    return {file_name(part): (full_name(part), told_licences(part)) for part in everything(told)}


def everything(told: dict) -> list[dict]:
    return [told["metadata"]["component"], *told["components"]]


def full_name(part: dict) -> str:
    return f"{part['group']}:{part['name']}:{part['version']}"


def file_name(part: dict) -> str:
    classifier = re.search(r"classifier=([^&]+)", part["purl"])
    return f"{part['name']}-{part['version']}{'-' + classifier[1] if classifier else ''}.jar"


def told_licences(part: dict) -> list[str]:
    for looked_up in (f"{part['group']}:{part['name']}", part["group"]):
        if looked_up in LOOKED_UP:
            return [LOOKED_UP[looked_up]]
    choices = [choice.get("license", choice) for choice in part.get("licenses", [])]
    return [choice.get("id") or choice.get("name") or choice.get("expression", "") for choice in choices]


def bill(module: str) -> Path:
    return TARGET / f"heed-{module}" / "bom.json"


def make() -> None:
    """Has Maven make the bills of materials, unless they are younger than all POMs."""
    youngest = max(pom.stat().st_mtime for pom in poms())
    with only_one():
        if all(bill(module).is_file() and bill(module).stat().st_mtime > youngest for module in MODULES):
            return
        jdk = machine.find_jdk()
        forget_old_jars()
        goals = ["package", "org.cyclonedx:cyclonedx-maven-plugin:makeBom"]
        command = [machine.find_maven(), "-q", "-B", "-DskipTests", "-Dlenient", *goals, "-f", HOME / "pom.xml"]
        step("Bills of materials, by Maven", command, "licences.log", jdk.environment)
        mark_built()
