"""Drives the installed program through AT-SPI, by names and roles alone; runs on the system's own Python."""

import subprocess
import sys
import time

import pyatspi

PATIENCE_SECONDS = 40


def find(name, role=None, within=None, seconds=PATIENCE_SECONDS):
    """Return the visible thing of this name and role, waiting until it is there."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        found = search(within or program(), name, role)
        if found is not None:
            return found
        time.sleep(0.1)
    dump(program())
    sys.exit(f"nothing is called {name!r} ({role or 'any role'})")


def program():
    """Return the program on the accessibility bus, or None; it may be there twice, once without its window."""
    desktop = pyatspi.Registry.getDesktop(0)
    return next(
        (app for app in desktop if app is not None and app.name == "pressmark" and app.childCount), None
    )


def search(node, name, role):
    """Return the first showing thing below a node that is called so; a name that ends in … matches its beginning."""
    if node is None:
        return None
    matches = node.name.startswith(name[:-1]) if name.endswith("…") else node.name == name
    if (
        matches
        and (role is None or node.getRoleName() == role)
        and node.getState().contains(pyatspi.STATE_SHOWING)
    ):
        return node
    for child in node:
        found = search(child, name, role) if child is not None else None
        if found is not None:
            return found
    return None


def dump(node, depth=0):
    """Print the names and roles below a node, for whoever looks for what is missing."""
    if node is not None and depth < 12:
        print("  " * depth, node.getRoleName(), repr(node.name))
        for child in list(node)[:30]:
            dump(child, depth + 1)


def press(*keys):
    """Press keys."""
    subprocess.run(["xdotool", "key", *keys], check=True)


def until(condition, what):
    """Wait until something holds."""
    end = time.monotonic() + PATIENCE_SECONDS
    while not condition():
        if time.monotonic() > end:
            dump(program())
            sys.exit(f"waited in vain: {what}")
        time.sleep(0.1)


def text_of(node):
    """Return the text in a field or document."""
    return node.queryText().getText(0, -1)


def main():
    """Search, open, relate, come back."""
    subprocess.Popen(["pressmark"], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    bar = find("Search the archive", "text")
    bar.queryComponent().grabFocus()
    bar.queryEditableText().setTextContents("nato expansion")
    results = find("Results", "list")
    until(lambda: results.childCount == 2, "two results")
    print("  results:", "; ".join(result.name for result in results))
    first = results[0].name
    press("Return")
    article = find("Article")
    until(lambda: "nato" in text_of(article).lower(), "the article has its text")
    print("  article:", text_of(article)[:60].replace("\n", " / "))
    roles = [part.getRoleName() for part in article]
    if "document" not in article.getRoleName() or "heading" not in roles or roles.count("paragraph") < 5:
        sys.exit(f"no document with headings and paragraphs, but {article.getRoleName()}: {roles}")
    before = text_of(article)
    press("j")
    related = find("Related passages", "list")
    until(lambda: related.childCount > 0, "a passage has related ones")
    names = [entry.name for entry in related if entry.name]
    print("  related:", names[0][:100])
    press("ctrl+j")
    until(
        lambda: related.getState().contains(pyatspi.STATE_FOCUSED), "the related passages have the keyboard"
    )
    press("Return")
    until(lambda: text_of(article) != before, "the other article is shown")
    print("  there:", text_of(article)[:60].replace("\n", " / "))
    subprocess.run(["import", "-window", "root", "/tmp/by-name.png"], check=True)
    find("Back", "push button").queryAction().doAction(0)
    until(lambda: text_of(article) == before, "back at the first article")
    assert first
    press("ctrl+q")
    until(lambda: program() is None, "the program has ended")


if __name__ == "__main__":
    main()
