"""The one way to an answer: understand, gather evidence, render, verify.

``Assistant.answer`` is pure but for reading its snapshot: it writes nothing, and the same question
on the same day over the same snapshot gets the same answer.
"""

from __future__ import annotations

import logging
import re
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING, Protocol

from bot.personal import ACTIONS
from bot.rendering import SOURCE_MARK, citations, render, withheld
from bot.retrieval import (
    Discretion,
    as_stored,
    gather,
    memory_evidence,
    settle,
    with_links,
    with_log,
    with_memory,
)
from bot.schema import Answer, Draft, Evidence, Intent, Mention, Query, Question
from bot.understanding import (
    Context,
    Vocabulary,
    asked_in_turn,
    each_apart,
    sentences,
    split_questions,
    understand,
)
from bot.verifier import verify

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from bot.ascents import Ascent
    from knowledge.catalog import Catalogue
    from knowledge.knowledge_base import KnowledgeBase

logger = logging.getLogger(__name__)

MAX_TURNS = 6
"""Earlier questions of a conversation that are taken into account."""
_ASIDE: frozenset[Intent] = frozenset(
    (
        "greeting",
        "thanks",
        "help",
        "knowledge",
        "medical",
        "community",
        "out_of_domain",
    )
)
"""Turns that do not change what the conversation is about."""


_MIXED = 2
"""Sentences of a message that asks both the catalogue and the log."""
_OF_ONESELF = re.compile(r"我|\b(?:i|my|me)\b", re.IGNORECASE)
_OF_RECORDS: frozenset[Intent] = frozenset(
    (
        *("fact", "list", "count", "superlative", "compare", "distribution", "convert"),
        *("crag_info", "gym_info", "gym_hours", "gym_price", "gym_list", "notice"),
    )
)
"""Intents of a plain question to the records."""
_IN_TURN = (_OF_RECORDS - {"distribution"}) | {"knowledge", "search", "out_of_domain"}
"""Intents of a message in which several questions may stand."""
_Own = tuple["tuple[Ascent, ...] | None", "tuple[Ascent, ...] | None"]
"""The asker's entries as they are stored, and with what the catalogue of today makes of them."""


class OwnEntries(Protocol):
    """The log as far as an answer needs it: what one member told, by its owner."""

    def ascents(self, owner: str) -> tuple[Ascent, ...]:
        """The whole log of the owner: oldest day first, undated last."""
        ...

    def profile(self, owner: str) -> Mapping[str, str]:
        """What the owner wants remembered, by name."""
        ...


class NoEntries:
    """The log where nobody has logged anything yet."""

    def ascents(self, owner: str) -> tuple[Ascent, ...]:
        """Nothing."""
        del owner
        return ()

    def profile(self, owner: str) -> Mapping[str, str]:
        """Nothing."""
        del owner
        return {}


class Assistant:
    """Answers questions over one snapshot of the catalogue, and over the asker's own log.

    Args:
        knowledge: The snapshot.
        logbook: The private log; only ever read, and only with the asker as owner.
    """

    def __init__(self, knowledge: KnowledgeBase, logbook: OwnEntries | None = None) -> None:
        self._knowledge = knowledge
        self._vocabulary = knowledge.base.worked_out("vocabulary", _vocabulary_of)
        self._discretion = knowledge.base.worked_out("discretion", Discretion.of)
        self._logbook = logbook

    @property
    def knowledge(self) -> KnowledgeBase:
        """The snapshot that the answers come from."""
        return self._knowledge

    def answer(self, question: Question) -> Answer:
        """The verified answer to a question. Never raises on any text; writes nothing.

        A request to change the log is answered with its preview, and with the change that the
        door may carry out once the member has confirmed it.
        """
        own = cache(lambda: self._own(question))
        context = self._context(question, own)
        whole = self._understand(question, question.text, context)
        if whole.topic == "crisis":
            return self._answer(question, whole, own)
        if whole.log is not None or whole.intent == "personal":
            mixed = self._catalogue_and_log(question, context, own)
            if mixed is not None or whole.log is not None:
                return mixed or self._answer(question, whole, own)
        parts = split_questions(question.text, self._knowledge.gazetteer)
        if len(parts) == 1:
            return self._in_turn(question, whole, context, own) or self._answer(
                question, whole, own
            )
        queries = [self._understand(question, part, context) for part in parts]
        return _joined([self._answer(question, query, own) for query in queries])

    def _catalogue_and_log(
        self, question: Question, context: Context | None, own: Callable[[], _Own]
    ) -> Answer | None:
        """The answer where one sentence asks the catalogue and another one the log."""
        parts = sentences(question.text)
        if len(parts) != _MIXED:
            return None
        first = self._understand(question, parts[0], context)
        query, evidence = self._gather(first, question, own)
        draft = render(query, evidence, paged=question.paged)
        after = (context or Context(query)).followed_by(query, draft.route_ids, draft.gym_ids)
        second = self._understand(question, parts[1], after)
        logs = [query.log for query in (first, second) if query.log is not None]
        others = [query for query in (first, second) if query.log is None]
        asks = all(log.ask not in ACTIONS for log in logs)
        if len(logs) != 1 or not asks or others[0].intent not in _OF_RECORDS:
            return None
        if _OF_ONESELF.search(others[0].text):
            return None
        said = self._said(query, evidence, draft)
        return _joined([said, self._answer(question, second, own)])

    def _in_turn(
        self, question: Question, whole: Query, context: Context | None, own: Callable[[], _Own]
    ) -> Answer | None:
        """The answer to several questions, each of which goes on from the one before."""
        parts = asked_in_turn(question.text)
        if len(parts) == 1 or whole.intent not in _IN_TURN:
            return None
        told: list[tuple[Query, Evidence, Draft]] = []
        here = context
        for part in parts:
            query, evidence = self._gather(self._understand(question, part, here), question, own)
            draft = render(query, evidence, paged=question.paged)
            if draft.abstained:
                return None
            told.append((query, evidence, draft))
            after = here or Context(query)
            here = after.followed_by(query, draft.route_ids, draft.gym_ids, evidence)
        if not each_apart(whole, [query for query, _, _ in told]):
            return None
        return _joined([self._said(*one) for one in told])

    def _own(self, question: Question) -> _Own:
        """The log of the one who asks: nobody else's, whatever the question says."""
        if self._logbook is None or not question.user_id:
            return None, None
        stored = self._logbook.ascents(question.user_id)
        return stored, with_links(stored, self._knowledge)

    def _answer(self, question: Question, query: Query, own: Callable[[], _Own]) -> Answer:
        query, evidence = self._gather(query, question, own)
        return self._said(query, evidence, render(query, evidence, paged=question.paged))

    def _said(self, query: Query, evidence: Evidence, draft: Draft) -> Answer:
        """The answer that a draft becomes once it is checked."""
        draft = self._checked(draft, query, evidence)
        return Answer(
            text=draft.text,
            intent=query.intent,
            route_ids=draft.route_ids,
            gym_ids=draft.gym_ids,
            abstained=draft.abstained,
            sources=citations(draft.source_ids, evidence),
            snapshot=self._knowledge.version,
            query=query,
            evidence=evidence,
            pending=evidence.log.change if evidence.log is not None else None,
            figures=draft.figures,
        )

    def _context(self, question: Question, own: Callable[[], _Own]) -> Context | None:
        """What the conversation was about, by answering its last questions again."""
        context: Context | None = None
        asked = [turn.content for turn in question.history if turn.role == "user"]
        for text in asked[-MAX_TURNS:]:
            plain = self._understand(question, text, context)
            query, evidence = self._gather(plain, question, own)
            draft = render(query, evidence, paged=question.paged)
            if query.remembered:
                # the next question takes it over anew, and says so
                query = replace(query, filter=plain.filter, remembered=())
            if query.intent == "knowledge":
                context = replace(context or Context(query), aside=query)
                continue
            past_the_end = query.page > 1 and not (draft.route_ids or draft.gym_ids)
            if query.intent == "personal" and evidence.log is None:
                # nobody's log; but the route that was named may be asked about next
                if len(query.places) == 1 and not query.routes:
                    here = replace(query, intent="crag_info", log=None, fields=("overview",))
                    here = replace(here, topic="", days=(), order=None, limit=None)
                    context = (context or Context(here)).followed_by(here, (), ())
                if len(query.routes) == 1:
                    about = replace(query, intent="fact", log=None, fields=("overview",), topic="")
                    context = (context or Context(about)).followed_by(
                        about, query.routes[0].ids, ()
                    )
                continue
            back = query.intent == "clarify" and query.topic == "near"
            if query.intent not in _ASIDE and not (past_the_end or back):
                query = _about_its_crag(query, evidence)
                context = (context or Context(query)).followed_by(
                    query, draft.route_ids, draft.gym_ids, evidence
                )
        return context

    def _understand(self, question: Question, text: str, context: Context | None) -> Query:
        query = understand(
            text,
            today=question.today,
            gazetteer=self._knowledge.gazetteer,
            vocabulary=self._vocabulary,
            context=context,
            now=question.now,
        )
        return replace(query, language=question.language) if question.language else query

    def _gather(
        self,
        query: Query,
        question: Question,
        own: Callable[[], _Own],
    ) -> tuple[Query, Evidence]:
        """The query as its evidence can answer it, and the evidence."""
        open_ = query
        if query.log is not None and query.log.ask == "recommend" and own()[0] == ():
            # an empty log proposes nothing; what the member told may
            open_ = replace(query, log=None)
        for remembering in with_memory(open_, lambda: self._memory(question), self._knowledge):
            found = self._gathered(remembering, question, own)
            if any(route.recommendable_on(question.today) for route in found[1].routes):
                return found
        return self._gathered(query, question, own)

    def _memory(self, question: Question) -> Mapping[str, str]:
        """What the one who asks wants remembered."""
        if self._logbook is None or not question.user_id:
            return {}
        return self._logbook.profile(question.user_id)

    def _gathered(
        self, query: Query, question: Question, own: Callable[[], _Own]
    ) -> tuple[Query, Evidence]:
        stored, ascents = own() if query.log is not None else (None, None)
        query = with_log(query, ascents, self._knowledge)
        evidence = gather(query, self._knowledge, question.today, question.scope, ascents=ascents)
        evidence = self._discretion.applied(evidence)
        if query.log is not None and evidence.log is not None:
            evidence = memory_evidence(
                query.log, evidence, lambda: self._memory(question), self._knowledge
            )
        return settle(query, evidence), as_stored(evidence, stored or ())

    def _checked(self, draft: Draft, query: Query, evidence: Evidence) -> Draft:
        """The draft without lines that hold an unsupported claim; they are logged, never shown."""
        verdict = verify(
            draft.text,
            evidence,
            gazetteer=self._knowledge.gazetteer,
            asked=query.said,
            figures=draft.figures,
        )
        if verdict.ok:
            return draft
        kinds = sorted({claim.kind for claim in verdict.unsupported})
        logger.error(
            "dropped %d unsupported claims: %s", len(verdict.unsupported), ", ".join(kinds)
        )
        bad = {claim.line for claim in verdict.unsupported}
        lines = [line for number, line in enumerate(draft.text.split("\n")) if number not in bad]
        text = "\n".join(lines).strip()
        if not any(line and not line.startswith(SOURCE_MARK) for line in lines):
            return Draft(withheld(query.language), abstained=True)
        return replace(draft, text=text)


def _about_its_crag(query: Query, evidence: Evidence) -> Query:
    """A list of crags that holds a single one is about that one."""
    if (
        query.intent != "crag_info"
        or query.topic not in {"list", "visit"}
        or len(evidence.crags) != 1
    ):
        return query
    crag = evidence.crags[0]
    here = replace(query.filter, crag_ids=(crag.id,), regions=(), cities=())
    return replace(
        query,
        places=(Mention(crag.display_name, "crag", (crag.id,), how="inherited"),),
        filter=here,
        fields=("overview",),
        topic="",
    )


def _vocabulary_of(catalogue: Catalogue) -> Vocabulary:
    return Vocabulary.build(catalogue.crags(), catalogue.route_names(), catalogue.all_gyms())


def _joined(answers: list[Answer]) -> Answer:
    """One answer to all questions of a message; it abstains when it could give none of them.

    Somebody hurt comes before everything, and nothing else is said beside it.
    """
    first = next((answer for answer in answers if answer.intent == "emergency"), answers[0])
    if len(answers) == 1 or first.intent == "emergency":
        return first
    return replace(
        first,
        text="\n\n".join(answer.text for answer in answers),
        route_ids=tuple(dict.fromkeys(i for answer in answers for i in answer.route_ids)),
        gym_ids=tuple(dict.fromkeys(i for answer in answers for i in answer.gym_ids)),
        abstained=all(answer.abstained for answer in answers),
        sources=tuple(dict.fromkeys(each for answer in answers for each in answer.sources)),
        parts=tuple(answers),
    )
