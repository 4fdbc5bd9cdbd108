"""The quiz: a question, its answer, the table; a server's leaderboard and a person's record."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from bot.errors import Withheld
from bot.library.receipts import Receipt
from bot.quiz.asked import LETTERS, Asked, Choice
from bot.quiz.round import Ending, Phase, Reply, Round, Told
from bot.quiz.table import Standing, hardest, table
from bot.store.state.scores import Score
from cogs._cards import quotes
from cogs._cards.layout import Row, Tone, card
from cogs._cards.markup import clip, label, plural
from cogs._views import Screen

CLOSED = "This question is not open any more."
WORDS = 1_200
OPTION, REASON = 200, 220
NAMED = 10
"""So many players are named under an answer; the table names twice as many."""


def started(round: Round, wished: int) -> str:
    """Privately, to the one who has started a round."""
    count = len(round.questions)
    fewer = f" That is all there is to ask: {wished} were wished for." if count < wished else ""
    return f"Here it comes: {plural(count, 'question')}, {round.seconds} seconds each.{fewer}"


def question(round: Round, number: int, rows: Sequence[Row]) -> Screen:
    asked = round.questions[number]
    answered = plural(len(round.replies), "answer") if round.replies else "no answer yet"
    return card(
        _title(round, number),
        prompt(asked),
        options(asked),
        f"Time is up {_relative(round.deadline)} · {answered}",
        rows=rows,
    )


def answer(round: Round, number: int, receipt: Receipt | Withheld | None, rows: Sequence[Row]) -> Screen:
    """The question's card after its time: what was right, why, on what words, and who knew it."""
    asked = round.questions[number]
    return card(
        f"{_title(round, number)} · the answer",
        *rests_on(asked, receipt),
        "\n".join(option(rank, asked) for rank in range(len(asked.choices))),
        _who_knew(round.played[number]),
        note=_what_follows(round, number),
        rows=rows,
        tone=Tone.GOOD,
    )


def final(round: Round, rows: Sequence[Row]) -> Screen:
    standings = table(round.played)
    asked = len(round.played)
    blocks = [_standings(standings, of=asked)] if standings else ["Nobody answered."]
    hard = hardest(round)
    if hard is not None:
        blocks.append(_hardest(round, hard))
    return card(_ENDINGS[round.ending or Ending.PLAYED], *blocks, rows=rows)


def told(told: Told, asked: Asked, reply: Reply | None, late: int) -> str:
    """What a player is told about a click; `late` in milliseconds."""
    mine = _choice(asked, reply.option) if reply else ""
    match told:
        case Told.COUNTED:
            return f"Your answer is {mine}. Whether it is right shows when the time is up."
        case Told.EARLIER:
            return f"You had clicked {mine} before that; the first click counts."
        case Told.ALREADY:
            return f"You have answered this one already: {mine}. The first click counts."
        case Told.LATE:
            return f"Too late: the time was up {late / 1000:.1f} seconds before your click."
        case Told.CLOSED:
            return CLOSED


def missed(round: Round, number: int, user: int, receipt: Receipt | Withheld | None) -> str:
    """A block on one question that somebody did not answer right."""
    asked = round.questions[number]
    mine = next((reply for reply in round.played[number] if reply.user == user), None)
    return "\n".join(
        [
            f"**{number + 1}. {clip(asked.prompt, OPTION)}**",
            *rests_on(asked, receipt)[1:],
            f"Right: {_choice(asked, asked.right)}",
            f"You: {_choice(asked, mine.option)}" if mine else "You did not answer.",
        ]
    )


def report_notice(asked: Asked, reporter: int) -> Screen:
    """To the moderators, when a question is reported for the first time."""
    text = f"<@{reporter}> reports a question:\n{prompt(asked)}\nRight: {_choice(asked, asked.right)}"
    return card("A question was reported", text, note="It rests until /admin inbox decides on it")


def leaderboard(scores: Sequence[Score], heading: str) -> Screen:
    from bot.quiz.table import ranked

    standings = ranked((int(score.of or 0), score.points, score.right, score.answered) for score in scores)
    lines = "\n".join(_standing(one, f"{one.right} of {one.answered} right") for one in standings)
    return card(
        heading,
        lines or "Nobody has points yet. Begin a round with /quiz start.",
        note="Only questions that at least two people answered bring points here.",
    )


def standing(member: int, scores: Sequence[Score]) -> Screen:
    """Of another member, only what the leaderboard shows."""
    line = f"{scores[0].points:,} points, {_share(scores[0])}" if scores else "No points yet."
    return card(None, f"<@{member}>\n{line}", note="In questions that at least two people answered, all time")


def record(heading: str, parts: Mapping[str, Sequence[tuple[str, Score]]]) -> Screen:
    """A person's own record: for each way to cut it, the lines, most answered first."""
    blocks = [
        f"**{name}**\n" + "\n".join(f"{clip(of, 80)}: {_share(score)}" for of, score in scores[:15])
        for name, scores in parts.items()
        if scores
    ]
    return card(heading, *(blocks or ["No answers yet. Play along in a round: /quiz start."]))


def button(rank: int, choice: Choice) -> str:
    """The label of an option's button: its letter and its words, never the letter or a colour alone."""
    return label(f"{LETTERS[rank]}: {choice.text}", 38)


def _title(round: Round, number: int) -> str:
    return f"Question {number + 1} of {len(round.questions)} · {round.questions[number].mode}"


def options(asked: Asked) -> str:
    return "\n".join(
        f"**{LETTERS[rank]}** {clip(one.text, OPTION)}" for rank, one in enumerate(asked.choices)
    )


def prompt(asked: Asked) -> str:
    prompt = f"**{clip(asked.prompt, 600)}**"
    return f"{prompt}\n{_block(asked.words)}" if asked.words else prompt


def _block(words: str) -> str:
    return "\n".join(f"> {line}" for line in clip(words, WORDS).splitlines())


def rests_on(asked: Asked, receipt: Receipt | Withheld | None) -> list[str]:
    match receipt:
        case Receipt():
            return [f"**{clip(asked.prompt, 600)}**", quotes.quote(receipt, WORDS)]
        case Withheld():
            return [f"**{clip(asked.prompt, 600)}**", quotes.withheld(receipt)]
        case None:
            return [f"**{clip(asked.prompt, 600)}**"]


def option(rank: int, asked: Asked) -> str:
    choice = asked.choices[rank]
    mark = "✅ right:" if rank == asked.right else "❌ wrong:"
    return f"{mark} {_choice(asked, rank)}. {clip(choice.reason, REASON)}"


def _choice(asked: Asked, rank: int) -> str:
    return f"**{LETTERS[rank]} {clip(asked.choices[rank].text, OPTION)}**"


def _who_knew(replies: Sequence[Reply]) -> str:
    knew = [reply for reply in replies if reply.right]
    if not replies:
        return "Nobody answered."
    if not knew:
        return f"{plural(len(replies), 'answer')}, none right."
    named = ", ".join(f"<@{reply.user}> +{reply.points}" for reply in knew[:NAMED])
    more = f" and {len(knew) - NAMED} more" if len(knew) > NAMED else ""
    return f"{len(knew)} of {len(replies)} right: {named}{more}"


def _what_follows(round: Round, number: int) -> str | None:
    if number != round.number:
        return None
    match round.phase:
        case Phase.REVEALED:
            return f"The {'table' if round.last else 'next question'} comes {_relative(round.deadline)}"
        case Phase.PAUSED:
            return f"Paused: nobody answered three questions. It ends {_relative(round.deadline)}"
        case _:
            return None


def _hardest(round: Round, number: int) -> str:
    replies = round.played[number]
    asked = round.questions[number]
    right = sum(reply.right for reply in replies)
    words = f" {clip(asked.words, 160)}" if asked.words else ""
    return (
        f"Hardest: question {number + 1}, right for {right} of {len(replies)}. "
        f"{clip(asked.prompt, 160)}{words} {_choice(asked, asked.right)}"
    )


def _standings(standings: Sequence[Standing], *, of: int) -> str:
    lines = [_standing(one, f"{one.right} of {of} right") for one in standings[: 2 * NAMED]]
    more = len(standings) - len(lines)
    return "\n".join([*lines, *([f"and {more} more"] if more else [])])


def _standing(one: Standing, right: str) -> str:
    return f"**{one.rank}.** <@{one.user}> · {one.points:,} points · {right}"


def _share(score: Score) -> str:
    return f"{score.right} of {score.answered} right ({score.right / score.answered:.0%})"


def _relative(at: int) -> str:
    """As each reader's own clock counts it down."""
    return f"<t:{at // 1000}:R>"


_ENDINGS = {
    Ending.PLAYED: "The round is over",
    Ending.STOPPED: "The round was stopped",
    Ending.IDLE: "The round ended, since nobody took it up",
    Ending.GONE: "The round ended",
}
