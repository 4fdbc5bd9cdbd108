// The command box: type / for the list, choose a command, fill its options with choices and autocomplete.

import { make } from "./dom.js";
import { readFile } from "./form.js";

const NAMED = { 3: "text", 4: "number", 5: "yes or no", 6: "member", 7: "channel", 8: "role", 11: "file" };

export class Composer {
  constructor(world, send) {
    this.world = world;
    this.send = send;
    this.words = document.querySelector("#words");
    this.options = document.querySelector("#options");
    this.list = document.querySelector("#suggestions");
    this.chosen = null;
    this.inputs = new Map();
    this.asked = 0;
    this.words.addEventListener("input", () => this.suggestCommands());
    this.words.addEventListener("keydown", (event) => this.key(event, this.words));
    document.querySelector("#composer").addEventListener("submit", (event) => this.submit(event));
  }

  // every command and subcommand that the person may use, as one flat list
  commands() {
    const person = this.world.people.get(this.world.person);
    const mine = BigInt(person.permissions);
    const found = [];
    const walk = (command, node, path) => {
      const deeper = (node.options ?? []).filter((one) => one.type < 3);
      if (deeper.length) deeper.forEach((one) => walk(command, one, [...path, one.name]));
      else found.push({ command, path, name: [command.name, ...path].join(" "), about: node.description, options: node.options ?? [] });
    };
    for (const command of this.world.commands.filter((one) => one.type === 1)) {
      const needed = BigInt(command.default_member_permissions ?? 0);
      if ((mine & needed) === needed) walk(command, command, []);
    }
    return found.sort((a, b) => a.name.localeCompare(b.name));
  }

  suggestCommands() {
    if (this.chosen) return;
    const typed = this.words.value;
    if (!typed.startsWith("/")) return this.suggest([]);
    const wanted = typed.slice(1).toLowerCase();
    const found = this.commands().filter((one) => one.name.includes(wanted));
    this.suggest(found.map((one) => ({ name: "/" + one.name, about: one.about, take: () => this.choose(one) })));
  }

  choose(found) {
    this.chosen = found;
    this.words.value = "/" + found.name;
    this.words.readOnly = true;
    this.inputs.clear();
    this.options.replaceChildren(...found.options.map((option) => {
      const input = this.input(option);
      this.inputs.set(option.name, { option, input });
      const needed = option.required ? " (needed)" : "";
      return make("label", { title: option.description }, option.name + needed, input);
    }));
    this.suggest([]);
    (this.options.querySelector("input, select") ?? this.words).focus();
  }

  input(option) {
    const about = { "aria-label": option.name, title: option.description, name: option.name };
    const choices = option.choices ?? { 5: [{ name: "yes", value: true }, { name: "no", value: false }],
      6: this.named("people", "global_name"), 7: this.named("channels", "name"),
      8: [...this.world.people.values()].map((one) => ({ name: one.global_name, value: String(BigInt(one.id) + 1n) })) }[option.type];
    if (choices) {
      return make("select", about, make("option", { value: "" }, "–"), ...choices.map((one) => make("option", { value: String(one.value) }, one.name)));
    }
    if (option.type === 11) return make("input", { ...about, type: "file" });
    const input = make("input", { ...about, placeholder: NAMED[option.type], type: option.type === 4 ? "number" : "text",
      min: option.min_value, max: option.max_value, maxlength: option.max_length });
    input.addEventListener("keydown", (event) => this.key(event, input));
    if (option.autocomplete) {
      input.addEventListener("input", () => this.complete(option, input));
      input.addEventListener("focus", () => this.complete(option, input));
    }
    // a moment later, so that a click on a suggestion still takes it; the next field's own stay
    input.addEventListener("blur", () => setTimeout(() => { if (this.owner === input) this.suggest([]); }, 200));
    return input;
  }

  named(kind, name) {
    return [...this.world[kind].values()].map((one) => ({ name: one[name], value: one.id }));
  }

  async complete(option, input) {
    const turn = ++this.asked;
    delete input.dataset.value;
    await new Promise((done) => setTimeout(done, 120));
    if (turn !== this.asked || !this.chosen) return;
    const options = { ...(await this.values(false)), [option.name]: input.value };
    const answer = await this.send({ deed: "type", ...this.address(), options, focused: option.name });
    if (turn !== this.asked || document.activeElement !== input) return;
    this.owner = input;
    this.suggest((answer?.choices ?? []).map((one) => ({ name: one.name, take: () => {
      input.value = one.name;
      input.dataset.value = one.value;
      this.suggest([]);
      input.focus();
      this.asked++;
    } })));
  }

  address() {
    return { command: this.chosen.command.id, path: this.chosen.path };
  }

  async values(withFiles = true) {
    const values = {};
    for (const [name, { option, input }] of this.inputs) {
      if (option.type === 11) {
        if (withFiles && input.files[0]) values[name] = await readFile(input.files[0]);
      } else if (input.value !== "") values[name] = input.dataset.value ?? input.value;
    }
    return values;
  }

  suggest(found) {
    this.list.replaceChildren(...found.map((one, number) => {
      const take = (event) => { event.preventDefault(); one.take(); };
      return make("div", { role: "option", id: "suggestion-" + number, "aria-selected": String(number === 0), onmousedown: take },
        one.name, one.about ? make("small", {}, "  " + one.about) : "");
    }));
    this.found = found;
    this.at = 0;
    this.list.hidden = found.length === 0;
    this.words.setAttribute("aria-expanded", String(found.length > 0));
  }

  key(event, input) {
    if (event.key === "Escape") {
      if (this.list.hidden) this.clear();
      else this.suggest([]);
    } else if (event.key === "Backspace" && input === this.words && this.chosen) {
      this.clear();
    } else if (!this.list.hidden && ["ArrowDown", "ArrowUp"].includes(event.key)) {
      event.preventDefault();
      this.at = (this.at + (event.key === "ArrowDown" ? 1 : this.found.length - 1)) % this.found.length;
      [...this.list.children].forEach((one, n) => one.setAttribute("aria-selected", String(n === this.at)));
      this.list.children[this.at].scrollIntoView({ block: "nearest" });
    } else if (!this.list.hidden && (event.key === "Tab" || (event.key === "Enter" && (!this.chosen || this.moved(input))))) {
      event.preventDefault();
      this.found[this.at].take();
    }
  }

  // Enter takes a suggestion while none is taken yet; afterwards it sends
  moved(input) {
    return input !== this.words && input.dataset.value === undefined && this.at >= 0;
  }

  clear() {
    this.asked++;
    this.chosen = null;
    this.inputs.clear();
    this.options.replaceChildren();
    this.words.readOnly = false;
    this.words.value = "";
    this.suggest([]);
    this.words.focus();
  }

  async submit(event) {
    event.preventDefault();
    const text = this.words.value.trim();
    if (!text) return;
    const exact = !this.chosen && text.startsWith("/") && this.commands().find((one) => "/" + one.name === text);
    if (exact) return this.choose(exact);
    const wish = this.chosen ? { deed: "run", ...this.address(), options: await this.values() } : { deed: "say", text };
    if (await this.send(wish)) this.clear();
  }
}
