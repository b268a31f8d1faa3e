"""What Maven and Java are told of this machine that other programs find out by themselves: a proxy, a home that
cannot be written."""

import os
import re
from collections.abc import Mapping
from pathlib import Path
from urllib.parse import unquote, urlsplit

from heedlab.places import STATE


def for_java(environment: Mapping[str, str] = os.environ) -> dict[str, str]:
    """Variables to add to a process that is Maven, or starts it. They are no arguments, because a proxy's password
    would be read by whoever lists processes."""
    options = [*proxy_options(environment), *repository_options()]
    # What the reader has set comes last and wins.
    given = environment.get("MAVEN_OPTS", "")
    return {"MAVEN_OPTS": " ".join([*options, given]).strip()} if options else {}


def proxy_options(environment: Mapping[str, str]) -> list[str]:
    """The proxy that HTTPS_PROXY and its relatives name, as Java's system properties."""
    options = []
    for scheme in ("https", "http"):
        named = setting(environment, f"{scheme}_proxy") or setting(environment, "all_proxy")
        address = urlsplit(named if "//" in named else f"//{named}") if named else None
        if address is None or not address.hostname:
            continue
        options += [f"-D{scheme}.proxyHost={address.hostname}", f"-D{scheme}.proxyPort={address.port or 80}"]
        if address.username:
            options.append(f"-D{scheme}.proxyUser={unquote(address.username)}")
            options.append(f"-D{scheme}.proxyPassword={unquote(address.password or '')}")
    if options:
        # Maven from 3.9 on looks at these only if it is told so.
        options += ["-Daether.connector.http.useSystemProperties=true", *exceptions(setting(environment, "no_proxy"))]
    return options


def exceptions(hosts: str) -> list[str]:
    """What is reached without the proxy: example.org and .example.org are both a host and all below it."""
    names = [name.lstrip(".*") for name in re.split(r"[,\s]+", hosts) if name.lstrip(".*")]
    patterns = "|".join(pattern for name in names for pattern in (name, f"*.{name}"))
    return [f"-Dhttp.nonProxyHosts={patterns}"] if patterns else []


def setting(environment: Mapping[str, str], name: str) -> str:
    return environment.get(name) or environment.get(name.upper()) or ""


def repository_options() -> list[str]:
    """Maven keeps its jars in the home folder, or in ours if that one cannot be written."""
    kept = home() / ".m2" / "repository"
    existing = next(folder for folder in (kept, *kept.parents) if folder.exists())
    return [] if os.access(existing, os.W_OK) else [f"-Dmaven.repo.local={STATE / 'maven'}"]


def home() -> Path:
    """The home folder as Java sees it: that of the user's entry, whatever HOME says."""
    import pwd

    try:
        return Path(pwd.getpwuid(os.getuid()).pw_dir)
    except KeyError:
        return Path.home()
