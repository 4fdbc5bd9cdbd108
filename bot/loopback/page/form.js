// A form (modal) that the bot opened.

import { make } from "./dom.js";
import { markdown } from "./markdown.js";

export function openForm(dialog, form, world, send) {
  const fields = [];
  const body = form.components.map((part) => {
    if (part.type === 10) return markdown(part.content, world);
    const field = part.component ?? part.components[0];
    const input = drawField(field, world);
    fields.push({ part, field, input });
    return make("label", {}, part.label ?? field.label, part.description ? make("small", {}, " " + part.description) : "", input);
  });
  const collect = async (event) => {
    event.preventDefault();
    const components = await Promise.all(fields.map(async ({ part, field, input }) => {
      const item = { type: field.type, id: field.id, custom_id: field.custom_id, ...(await read(field, input)) };
      return part.type === 18 ? { type: 18, id: part.id, component: item } : { type: 1, id: part.id, components: [item] };
    }));
    dialog.close();
    send({ deed: "form", custom_id: form.custom_id, channel: form.channel, message: form.source, components });
  };
  const cancel = make("button", { type: "button", onclick: () => dialog.close() }, "Cancel");
  dialog.replaceChildren(make("form", { onsubmit: collect }, make("h2", {}, form.title), ...body,
    make("div", { class: "row" }, make("button", { class: "primary" }, "Send"), cancel)));
  dialog.showModal();
}

function drawField(field, world) {
  const required = field.required !== false;
  if (field.type === 4) {
    const attributes = { required, maxlength: field.max_length ?? 4000, minlength: field.min_length, placeholder: field.placeholder };
    const input = make(field.style === 2 ? "textarea" : "input", attributes);
    input.value = field.value ?? "";
    return input;
  }
  if (field.type === 19) return make("input", { type: "file", multiple: (field.max_values ?? 1) > 1, required });
  if (field.type === 23) return make("input", { type: "checkbox", checked: Boolean(field.default) });
  const things = { 5: [...world.people.values()].map((one) => [one.id, one.global_name]), 8: [...world.channels.values()].map((one) => [one.id, "#" + one.name]) };
  const choices = things[field.type] ?? (field.options ?? []).map((one) => [one.value, one.label, one.default]);
  const many = (field.max_values ?? 1) > 1 && field.type !== 21;
  return make("select", { multiple: many, required }, ...choices.map(([value, label, chosen]) => make("option", { value, selected: Boolean(chosen) }, label)));
}

async function read(field, input) {
  if (field.type === 4) return { value: input.value };
  if (field.type === 23) return { value: input.checked };
  if (field.type === 19) return { files: await Promise.all([...input.files].map(readFile)) };
  const values = [...input.selectedOptions].map((one) => one.value);
  return field.type === 21 ? { value: values[0] ?? null } : { values };
}

export async function readFile(file) {
  const bytes = new Uint8Array(await file.arrayBuffer());
  let text = "";
  for (let i = 0; i < bytes.length; i += 32768) text += String.fromCharCode(...bytes.subarray(i, i + 32768));
  return { name: file.name, kind: file.type, data: btoa(text) };
}
