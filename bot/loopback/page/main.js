// Joins the parts: the world as one person sees it, kept up to date over a socket.

import { Composer } from "./composer.js";
import { drawMessage } from "./components.js";
import { make } from "./dom.js";
import { openForm } from "./form.js";

const world = { person: sessionStorage.getItem("person") ?? "", people: new Map(), channels: new Map(), commands: [], messages: new Map(), here: null, unread: new Set() };
const at = (id) => document.querySelector(id);
const composer = new Composer(world, (wish) => send(wish));

async function send(wish) {
  notice("");
  const answer = await fetch("/act", { method: "POST", headers: { "Content-Type": "application/json" },
    body: JSON.stringify({ person: world.person, channel: world.here, ...wish }) }).catch(() => null);
  if (!answer) return notice("The loopback has ended. Start it again.");
  const body = await answer.json().catch(() => ({ refused: "The loopback did not understand that." }));
  return answer.ok ? body : notice(body.refused);
}

function notice(text) {
  at("#notice").textContent = text;
  return null;
}

const HEARD = {
  PAGE_WORLD(data) {
    world.person = data.person;
    world.people = new Map(data.people.map((one) => [one.id, one]));
    world.channels = new Map(data.channels.map((one) => [one.id, one]));
    world.messages = new Map(data.messages.map((one) => [one.id, one]));
    world.commands = data.commands;
    world.here = world.channels.has(world.here) ? world.here : data.channels[0].id;
    at("#person").replaceChildren(...data.people.map((one) => make("option", { value: one.id, selected: one.id === world.person }, one.global_name)));
    drawChannels();
    drawMessages();
  },
  PAGE_COMMANDS(data) { world.commands = data.commands; },
  PAGE_FORM(data) { openForm(at("#form"), data.form, world, send); },
  THREAD_CREATE(data) { world.channels.set(data.id, data); drawChannels(); },
  MESSAGE_CREATE(data) {
    world.messages.set(data.id, data);
    if (data.channel_id !== world.here) { world.unread.add(data.channel_id); return drawChannels(); }
    const list = at("#messages"), low = list.scrollHeight - list.scrollTop - list.clientHeight < 120;
    list.append(drawOne(data));
    if (low) list.scrollTop = list.scrollHeight;
  },
  MESSAGE_UPDATE(data) {
    world.messages.set(data.id, data);
    const old = at(`#message-${data.id}`), list = at("#messages");
    const low = list.scrollHeight - list.scrollTop - list.clientHeight < 120;
    const held = old?.contains(document.activeElement) && document.activeElement.textContent;
    const fresh = drawOne(data);
    old?.replaceWith(fresh);
    if (held) [...fresh.querySelectorAll("button")].find((one) => one.textContent === held)?.focus();
    if (low) list.scrollTop = list.scrollHeight;
  },
  MESSAGE_DELETE(data) { world.messages.delete(data.id); at(`#message-${data.id}`)?.remove(); },
};

function drawChannels() {
  at("#channels").replaceChildren(...[...world.channels.values()].map((one) => make("button", {
    type: "button", "aria-current": one.id === world.here ? "true" : null,
    class: [one.parent_id ? "thread" : "", world.unread.has(one.id) ? "unread" : ""].join(" "),
    onclick: () => { world.here = one.id; world.unread.delete(one.id); drawChannels(); drawMessages(); },
  }, "# " + one.name)));
}

function drawMessages() {
  const here = [...world.messages.values()].filter((one) => one.channel_id === world.here);
  at("#messages").replaceChildren(...here.map(drawOne));
  at("#messages").scrollTop = at("#messages").scrollHeight;
}

function drawOne(message) {
  const loading = message.flags & 128;
  const hidden = message.flags & 64;
  const command = message.interaction?.name;
  const asked = message.interaction_metadata?.user?.global_name;
  const about = [new Date(message.timestamp).toLocaleTimeString([], { timeStyle: "short" }), message.edited_timestamp ? "edited" : "",
    command && asked ? `${asked} used /${command}` : "", hidden ? "only you can see this" : ""].filter(Boolean).join(" · ");
  const body = loading ? [make("p", { class: "quiet" }, "thinking …")] : drawMessage(message, world, (source, wish) => send({ deed: "press", message: source.id, channel: source.channel_id, ...wish }));
  const menus = message.author.bot ? [] : world.commands.filter((one) => one.type === 3).map((one) => make("button", {
    type: "button", class: "menu", onclick: () => send({ deed: "menu", command: one.id, message: message.id }) }, one.name));
  return make("li", { id: `message-${message.id}`, class: hidden ? "private" : "" },
    make("div", { class: "who" }, message.author.global_name + " ", make("span", { class: "about" }, about), ...menus), ...body);
}

function listen() {
  const socket = new WebSocket(`ws://${location.host}/live?person=${world.person}`);
  socket.onmessage = (event) => { const { event: name, data } = JSON.parse(event.data); HEARD[name]?.(data); };
  socket.onclose = () => { if (socket === world.socket) setTimeout(listen, 1000); };
  world.socket?.close();
  world.socket = socket;
}

at("#person").addEventListener("change", (event) => {
  world.person = event.target.value;
  sessionStorage.setItem("person", world.person);
  composer.clear();
  listen();
});
listen();
