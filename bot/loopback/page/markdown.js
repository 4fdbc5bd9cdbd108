// Discord's markdown as far as bots use it, into elements: headings, lists, quotes, emphasis, code, links,
// spoilers, mentions, timestamps. A backslash takes a mark's meaning away.

import { make } from "./dom.js";

const ESCAPED = /\\([^\p{L}\p{N}\s])/u;
const INLINE = [
  [/^```(?:\w*\n)?([\s\S]+?)```/, (m) => make("pre", {}, m[1])],
  [/^`([^`]+)`/, (m) => make("code", {}, m[1])],
  [/^\|\|([\s\S]+?)\|\|/, (m, w) => spoiler(inline(m[1], w))],
  [/^\*\*\*([\s\S]+?)\*\*\*/, (m, w) => make("strong", {}, make("em", {}, ...inline(m[1], w)))],
  [/^\*\*([\s\S]+?)\*\*(?!\*)/, (m, w) => make("strong", {}, ...inline(m[1], w))],
  [/^__([\s\S]+?)__(?!_)/, (m, w) => make("u", {}, ...inline(m[1], w))],
  [/^~~([\s\S]+?)~~/, (m, w) => make("s", {}, ...inline(m[1], w))],
  [/^\*([^\s*](?:[^*]*[^\s*])?)\*/, (m, w) => make("em", {}, ...inline(m[1], w))],
  [/^_([^\s_](?:[^_]*[^\s_])?)_(?!\w)/, (m, w) => make("em", {}, ...inline(m[1], w))],
  [/^\[([^\]\n]+)\]\(<?(https?:\/\/[^\s)>]+)>?\)/, (m, w) => link(m[2], ...inline(m[1], w))],
  [/^<(https?:\/\/[^\s>]+)>/, (m) => link(m[1], m[1])],
  [/^https?:\/\/[^\s<>]*[^\s<>.,:;!?"')\]]/, (m) => link(m[0], m[0])],
  [/^<t:(-?\d+)(?::([tTdDfFR]))?>/, (m) => time(Number(m[1]), m[2] || "f")],
  [/^<@!?(\d+)>/, (m, w) => mention("@" + (w.people.get(m[1])?.global_name ?? "someone"))],
  [/^<#(\d+)>/, (m, w) => mention("#" + (w.channels.get(m[1])?.name ?? "unknown"))],
  [/^<\/([^:>]+):\d+>/, (m) => mention("/" + m[1])],
  [/^@(everyone|here)/, (m) => m[0]],
];

function inline(text, world) {
  const out = [];
  let plain = "", rest = text;
  while (rest) {
    const escaped = rest.match(ESCAPED);
    if (escaped && escaped.index === 0) {
      plain += escaped[1];
      rest = rest.slice(escaped[0].length);
      continue;
    }
    const rule = /[`|*_~[<h@]/.test(rest[0]) && INLINE.find(([pattern]) => pattern.test(rest));
    if (!rule) {
      plain += rest[0];
      rest = rest.slice(1);
      continue;
    }
    const found = rest.match(rule[0]);
    if (plain) out.push(plain);
    plain = "";
    out.push(rule[1](found, world));
    rest = rest.slice(found[0].length);
  }
  if (plain) out.push(plain);
  return out;
}

export function markdown(text, world) {
  const block = make("div", { class: "text" });
  const lines = String(text ?? "").split("\n");
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i];
    if (line.startsWith("```")) {
      const end = lines.findIndex((other, n) => n > i && other.includes("```"));
      const last = end < 0 ? i : end;
      block.append(...inline(lines.slice(i, last + 1).join("\n"), world));
      i = last;
      continue;
    }
    const heading = line.match(/^(#{1,3}) (.+)/);
    const small = line.match(/^-# (.+)/);
    const quote = line.match(/^> ?(.*)/);
    const item = line.match(/^( *)[-*] (.+)/);
    const numbered = line.match(/^( *)(\d+)\. (.+)/);
    if (heading) block.append(make("h" + (heading[1].length + 1), {}, ...inline(heading[2], world)));
    else if (small) block.append(make("small", {}, ...inline(small[1], world)), "\n");
    else if (quote) append(block, "blockquote", quote[1], world);
    else if (item) listed(block, "ul", {}, item[2], world);
    else if (numbered) listed(block, "ol", { start: numbered[2] }, numbered[3], world);
    else block.append(...inline(line, world), i < lines.length - 1 ? "\n" : "");
  }
  return block;
}

function append(block, name, text, world) {
  const last = block.lastChild;
  if (last?.nodeName === name.toUpperCase()) last.append("\n", ...inline(text, world));
  else block.append(make(name, {}, ...inline(text, world)));
}

function listed(block, name, attributes, text, world) {
  let list = block.lastChild;
  if (list?.nodeName !== name.toUpperCase()) block.append((list = make(name, attributes)));
  list.append(make("li", {}, ...inline(text, world)));
}

const link = (to, ...shown) => make("a", { href: to, rel: "noreferrer", target: "_blank" }, ...shown);
const mention = (text) => make("span", { class: "mention" }, text);
const spoiler = (shown) => {
  const reveal = (event) => event.currentTarget.classList.add("seen");
  return make("span", { class: "spoiler", tabindex: "0", role: "button", onclick: reveal, onkeydown: reveal }, ...shown);
};

const STYLES = {
  t: { timeStyle: "short" }, T: { timeStyle: "medium" }, d: { dateStyle: "short" }, D: { dateStyle: "long" },
  f: { dateStyle: "long", timeStyle: "short" }, F: { dateStyle: "full", timeStyle: "short" },
};
const UNITS = [["day", 86400], ["hour", 3600], ["minute", 60], ["second", 1]];

function time(seconds, style) {
  const element = make("time", { datetime: new Date(seconds * 1000).toISOString(), "data-seconds": seconds });
  if (style === "R") element.dataset.relative = "";
  element.textContent = style === "R" ? relative(seconds) : new Intl.DateTimeFormat(undefined, STYLES[style]).format(seconds * 1000);
  return element;
}

function relative(seconds) {
  const left = seconds - Date.now() / 1000;
  const [unit, size] = UNITS.find(([, size]) => Math.abs(left) >= size) ?? UNITS[3];
  return new Intl.RelativeTimeFormat(undefined, { numeric: "auto" }).format(Math.trunc(left / size), unit);
}

setInterval(() => {
  for (const element of document.querySelectorAll("time[data-relative]")) {
    element.textContent = relative(Number(element.dataset.seconds));
  }
}, 1000);
