"""Article to store: the only module that knows every stage."""

from __future__ import annotations

import signal
from collections import Counter, deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Executor, Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import ExitStack
from dataclasses import dataclass, field
from functools import cache
from itertools import islice
from multiprocessing import get_context

from kg.errors import KgError
from kg.ingest.base import Rejected
from kg.model.text import Article
from kg.store.library import Library

_REPORT = "please report it with the article"
CHUNK = 20  # articles a task: tens of milliseconds of work, so that sending them costs little


@dataclass(frozen=True, slots=True)
class Extracted:
    """An article with its quads as sorted lines of N-Quads; ``facts`` counts them by kind."""

    article: Article
    lines: list[str]
    facts: Counter[str] = field(default_factory=Counter)


@dataclass(frozen=True, slots=True)
class Added:
    """What became of an article: ``new``, ``known``, or ``outdated`` and so read again."""

    article: Article
    state: str
    facts: Counter[str] = field(default_factory=Counter)


Outcome = Article | Rejected | Added
Result = Extracted | Rejected | Added


@cache
def _stages() -> Callable[[Article], Extracted]:
    """Return the reader of one article; loaded once a process."""
    from kg.extract.extractor import Extractor  # noqa: PLC0415  the engine loads on demand
    from kg.onto.load import load  # noqa: PLC0415
    from kg.rdf.emit import Emitter  # noqa: PLC0415
    from kg.rdf.known import known  # noqa: PLC0415

    lexicon = load()
    extractor, emitter = Extractor(lexicon), Emitter(known(lexicon))

    def run(article: Article) -> Extracted:
        reading = extractor.read(article)
        facts = Counter(fact.ref.kind for fact in reading.facts)
        return Extracted(article, emitter.emit(reading), facts)

    return run


def _run(outcomes: list[Outcome]) -> list[Result]:
    """Read the articles of one chunk."""
    return [_read(one) if isinstance(one, Article) else one for one in outcomes]


def _read(one: Article) -> Extracted | Rejected:
    """Read an article; a fault of the program in one must not cost the others."""
    read = _stages()
    try:
        return read(one)
    except Exception as error:  # noqa: BLE001  whatever it is, the run goes on and it is named
        return Rejected(one.identifier, f"fault in the reader: {error!r}", _REPORT, 1)


def chunked(outcomes: Iterable[Outcome]) -> Iterator[list[Outcome]]:
    """Yield ``outcomes`` in lists of at most CHUNK."""
    source = iter(outcomes)
    while chunk := list(islice(source, CHUNK)):
        yield chunk


def extract(chunks: Iterable[list[Outcome]], jobs: int = 1) -> Iterator[list[Result]]:
    """Yield the results of each chunk, in order; what is no article passes through.

    Args:
        chunks: Read as far ahead as the workers need, so memory stays flat.
        jobs: Worker processes; 1 reads in this process. The results do not depend on it.
    """
    if jobs == 1:
        yield from map(_run, chunks)
        return
    with ExitStack() as stack:
        pool = ProcessPoolExecutor(jobs, get_context("spawn"), initializer=_ignore_interrupt)
        stack.callback(pool.shutdown, cancel_futures=True)
        try:
            yield from _ahead(pool, chunks, 2 * jobs)
        except BrokenProcessPool as error:
            raise KgError("a worker process died", hint="fewer --jobs need less memory") from error


def _ahead(pool: Executor, chunks: Iterable[list[Outcome]], most: int) -> Iterator[list[Result]]:
    """Keep ``most`` chunks with the workers and yield what they return, in order."""
    waiting: deque[Future[list[Result]]] = deque()
    for chunk in chunks:
        waiting.append(pool.submit(_run, chunk))
        if len(waiting) >= most:
            yield waiting.popleft().result()
    while waiting:
        yield waiting.popleft().result()


def _ignore_interrupt() -> None:
    """Leave Ctrl-C to the parent, which ends its workers."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def add(
    library: Library, outcomes: Iterable[Article | Rejected], *, jobs: int = 1
) -> Iterator[Added | Rejected]:
    """Put articles into a store; yield what became of each, in order, once it is on the disk.

    An article is known by its text: the same words under another name are not added twice.

    Raises:
        StoreError: the store cannot be written; what was yielded before is kept.
    """
    library.prepare()
    states: deque[list[str]] = deque()
    met: set[str] = set()  # digests of this run, which the store may not show yet

    def wanted() -> Iterator[list[Outcome]]:
        for chunk in chunked(outcomes):
            named = [(one, _state(library, one, met)) for one in chunk]
            states.append([state for _, state in named])
            yield [
                Added(one, state) if isinstance(one, Article) and state == "known" else one
                for one, state in named
            ]

    changed = False
    for results in extract(wanted(), jobs):
        changed = changed or any(isinstance(one, Extracted) for one in results)
        yield from _commit(library, list(zip(results, states.popleft(), strict=True)))
    if changed:
        library.infer()
        library.store.flush()


def _state(library: Library, one: Outcome, met: set[str]) -> str:
    """Return what the store knows of an article; one met before in this run is known."""
    if not isinstance(one, Article):
        return ""
    if one.sha256 in met:
        return "known"
    met.add(one.sha256)
    return library.state(one)


def _commit(library: Library, pairs: list[tuple[Result, str]]) -> list[Added | Rejected]:
    """Write one chunk: the texts first, so that no sentence ever lacks the text it is from."""
    fresh = [(one, state) for one, state in pairs if isinstance(one, Extracted)]
    if texts := [one.article for one, state in fresh if state == "new"]:
        library.store.texts.keep(texts)
    for one, state in fresh:
        write = library.add if state == "new" else library.replace
        write(one.article, one.lines)
    if fresh:
        library.store.flush()
    return [
        Added(one.article, state, one.facts) if isinstance(one, Extracted) else one
        for one, state in pairs
    ]
