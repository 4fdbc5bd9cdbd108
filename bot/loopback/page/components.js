// A message's parts (Components V2 and the older embeds) as elements; buttons and menus call back.

import { make } from "./dom.js";
import { markdown } from "./markdown.js";

const STYLES = { 1: "primary", 2: "", 3: "success", 4: "danger", 5: "link", 6: "" };

export function drawMessage(message, world, press) {
  const parts = [];
  if (message.content) parts.push(markdown(message.content, world));
  for (const embed of message.embeds ?? []) parts.push(drawEmbed(embed, world));
  parts.push(...draw(message.components, { message, world, press }));
  const shown = JSON.stringify(message.components);
  for (const file of message.attachments ?? []) {
    if (!shown.includes(file.url)) parts.push(drawFile(file));
  }
  return parts;
}

function draw(components, scene) {
  return (components ?? []).map((part) => (DRAWN[part.type] ?? (() => null))(part, scene)).filter(Boolean);
}

const DRAWN = {
  1: (part, scene) => make("div", { class: "row" }, ...draw(part.components, scene)),
  2: drawButton,
  3: (part, scene) => drawSelect(part, scene, part.options.map((one) => [one.value, one.label, one.description, one.default])),
  5: (part, scene) => drawSelect(part, scene, [...scene.world.people.values()].map((one) => [one.id, one.global_name])),
  6: (part, scene) => drawSelect(part, scene, [...scene.world.people.values()].map((one) => [String(BigInt(one.id) + 1n), one.global_name])),
  8: (part, scene) => drawSelect(part, scene, [...scene.world.channels.values()].map((one) => [one.id, "#" + one.name])),
  9: (part, scene) => make("div", { class: "section" }, make("div", {}, ...draw(part.components, scene)), ...draw([part.accessory], scene)),
  10: (part, scene) => markdown(part.content, scene.world),
  11: (part) => make("img", { src: part.media.url, alt: part.description ?? "", width: 96 }),
  12: (part) => make("div", {}, ...part.items.map((one) => make("img", { src: one.media.url, alt: one.description ?? "" }))),
  13: (part) => make("a", { href: part.file.url, download: true }, part.file.url.split("/").pop()),
  14: (part) => (part.divider === false ? make("br") : make("hr")),
  17: (part, scene) => {
    const card = make("div", { class: "card" }, ...draw(part.components, scene));
    if (part.accent_color) card.style.setProperty("--accent", "#" + part.accent_color.toString(16).padStart(6, "0"));
    return card;
  },
};

function drawButton(part, { message, press }) {
  const label = [part.emoji?.name, part.label].filter(Boolean).join(" ");
  if (part.url) return make("a", { href: part.url, rel: "noreferrer", target: "_blank" }, label);
  const attributes = { type: "button", class: STYLES[part.style], disabled: Boolean(part.disabled) };
  return make("button", { ...attributes, onclick: () => press(message, { custom_id: part.custom_id, kind: 2 }) }, label);
}

function drawSelect(part, { message, press }, choices) {
  const many = (part.max_values ?? 1) > 1;
  const options = choices.map(([value, label, description, chosen]) =>
    make("option", { value, selected: Boolean(chosen) }, description ? `${label}: ${description}` : label));
  const send = () => {
    const values = [...list.selectedOptions].map((one) => one.value).filter(Boolean);
    if (values.length) press(message, { custom_id: part.custom_id, kind: part.type, values });
  };
  const placeholder = many ? [] : [make("option", { value: "" }, part.placeholder ?? "Choose")];
  const list = make("select", { multiple: many, disabled: Boolean(part.disabled), "aria-label": part.placeholder ?? "Choose", onchange: send }, ...placeholder, ...options);
  return list;
}

function drawEmbed(embed, world) {
  const card = make("div", { class: "card" });
  if (embed.title) card.append(make("strong", {}, embed.title));
  if (embed.description) card.append(markdown(embed.description, world));
  for (const field of embed.fields ?? []) card.append(make("strong", {}, field.name), markdown(field.value, world));
  if (embed.footer) card.append(make("small", {}, embed.footer.text));
  return card;
}

function drawFile(file) {
  if (/^image\/(png|jpeg)$/.test(file.content_type)) return make("img", { src: file.url, alt: file.description ?? "" });
  return make("p", {}, make("a", { href: file.url, download: file.filename }, file.filename));
}
