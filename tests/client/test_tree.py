"""The commands as Discord is told of them."""


async def test_commands_are_registered_once_and_again_only_when_they_change(bot, discord_world):
    def times():
        return sum(request.method == "PUT" for request in discord_world.http_requests)

    assert times() == 1
    await bot._make_commands_known()
    assert times() == 1
    next(iter(bot.tree.get_commands())).description = "Something else"
    await bot._make_commands_known()
    assert times() == 2


async def test_the_bot_asks_discord_for_no_more_than_the_servers_it_is_in(bot):
    assert [name for name, wanted in bot.intents if wanted] == ["guilds"]
    assert bot.allowed_mentions.to_dict() == {"parse": []}
