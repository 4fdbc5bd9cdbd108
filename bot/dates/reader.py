"""The tokens of one text together with the words that mean something in dates."""

from __future__ import annotations

from dataclasses import dataclass

from bot.dates.lexicon import Lexicon, Phrase
from bot.dates.roles import Role
from bot.dates.tokens import NOTHING, Token, word_set

# words that would pass for short forms of others
_CAPITALS_ONLY = frozenset({Role.MONTH, Role.SHORT_MONTH, Role.WEEKDAY})
_LOWER_MONTHS = frozenset({"may", "march", "august", "mar", "sept", "dec", "jan", "sun", "sat"})
_FUNCTION = word_set(
    """
    and or but in on of to at by for with from as that which who when where while whereas because if than then
    the a an it he she they we i you this these those is was were are be been has had have will would could
    should may might also not no only after before during until since through under over between und oder aber
    et ou mais
    """
)


@dataclass(frozen=True, slots=True)
class Reader:
    """Random access to tokens, safe at both ends, and to the roles that they begin."""

    tokens: list[Token]
    lexicon: Lexicon

    def token(self, at: int) -> Token:
        return self.tokens[at] if 0 <= at < len(self.tokens) else NOTHING

    def phrase(self, at: int, role: Role) -> tuple[int, int] | None:
        """The value of a phrase of this role that begins here, and the token after it."""
        token = self.token(at)
        for phrase in self.lexicon.phrases.get(token.low, {}).get(role, ()):
            if self._matches(at, phrase) and not self._is_another(token, role):
                return phrase.value, at + len(phrase.words)
        return None

    def role(self, at: int, role: Role) -> bool:
        return self.phrase(at, role) is not None

    def skip(self, at: int, *roles: Role) -> int:
        """The token after a phrase of one of these roles, or the same token."""
        for role in roles:
            if found := self.phrase(at, role):
                return found[1]
        return at

    def ends_phrase(self, at: int, role: Role) -> bool:
        """Whether a phrase of this role ends just before this token."""
        return any(
            (found := self.phrase(at - length, role)) is not None and found[1] == at
            for length in (1, 2, 3, 4)
        )

    def is_phrase(self, token: Token) -> bool:
        """Whether a word only holds a sentence together."""
        return token.low in _FUNCTION

    def starts_clause(self, at: int) -> bool:
        """Whether this token opens the text or a part of it. A full stop within a sentence opens nothing."""
        return self.token(at - 1).low in {"\n", "“", '"', ";", "•", "*", "·", "—"}

    def continues(self, at: int) -> bool:
        """Whether digits or letters are glued on here, so that what stands before is part of something longer."""
        token, further = self.token(at), self.token(at + 1)
        if not token.glued:
            return False
        return token.word or token.number or token.low in "%/_=" or (further.glued and further.number)

    def is_touched(self, at: int) -> bool:
        """Whether a figure is part of something longer that begins before it."""
        token, before = self.token(at), self.token(at - 1)
        return token.glued and (before.number or before.word or before.low in "-/.:_=#$€£%+")

    def _is_another(self, token: Token, role: Role) -> bool:
        """ "may" is no month, "C." no "circa"."""
        if role in _CAPITALS_ONLY:
            return token.low in _LOWER_MONTHS and not token.capital
        return role is Role.ABOUT and token.capital and len(token.low) < 3

    def _matches(self, at: int, phrase: Phrase) -> bool:
        return all(self.token(at + n).low == word for n, word in enumerate(phrase.words))
