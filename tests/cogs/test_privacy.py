"""/privacy, in servers and in direct messages."""

import json

from bot.store.state import people
from bot.store.state.audit import AuditEntry, add_audit_entry
from tests.conftest import shown


async def remember(app, person):
    async with app.state.write() as tx:
        await add_audit_entry(tx, AuditEntry(1_000, 5, person.id, "setup", "a role"))


async def test_nothing_is_stored_on_who_has_done_nothing(alice, general):
    answer = await alice.slash(general, "privacy show")
    assert answer.ephemeral
    assert "**Stored on you** nothing" in shown(answer)


async def test_what_is_stored_is_shown_and_handed_over_as_a_file(alice, app):
    await remember(app, alice)
    assert "- changes made as a moderator: 1 entry" in shown(await alice.user.slash("privacy show"))
    answer = await alice.user.slash("privacy export")
    (file,) = answer.response.attachments
    assert json.loads(await file.read())["changes made as a moderator"][0]["user_id"] == alice.id


async def test_what_is_erased_is_gone_and_handed_over_a_last_time(alice, bob, general, app):
    await remember(app, alice)
    await remember(app, bob)
    answer = await alice.slash(general, "privacy delete")
    assert answer.ephemeral
    assert "is erased" in shown(answer)
    assert len(answer.response.attachments) == 1
    async with app.state.read() as tx:
        assert await people.held_on(tx, alice.id) == []
        assert await people.held_on(tx, bob.id) != []
