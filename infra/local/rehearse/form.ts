import { attribute, type Element, elements, has, invisible, isInside, textOf } from './tree.ts';

/** One thing to fill in, with what it would send as it is now. */
export interface Field {
  readonly name: string;
  readonly type: string;
  /** What it sends; of a radio button or a box, only if it is chosen. */
  value: string;
  chosen: boolean;
  readonly required: boolean;
  readonly label: string;
  file?: { name: string; bytes: Uint8Array };
}

export interface Button {
  readonly name: string | undefined;
  readonly value: string;
  readonly label: string;
  readonly visible: boolean;
}

/** A form as a browser holds it: fields in the order of the page, buttons, and where it goes. */
export interface Form {
  readonly action: string;
  readonly method: 'get' | 'post';
  readonly multipart: boolean;
  readonly fields: readonly Field[];
  /** Those that a person can see. */
  readonly buttons: readonly Button[];
  readonly hiddenButtons: readonly Button[];
  readonly text: string;
  has(name: string): boolean;
  /** The values that a person can choose for this name; empty for free text. */
  choices(name: string): string[];
  /** What it would send for this name now. */
  value(name: string): string | undefined;
  /** Fills in, chooses or ticks. @throws NoSuchField where the page offers no such thing */
  fill(values: Readonly<Record<string, string | readonly string[]>>): Form;
  attach(name: string, file: { name: string; bytes: Uint8Array }): Form;
}

export class NoSuchField extends Error {
  override readonly name = 'NoSuchField';
}

const buttonTypes = new Set(['submit', 'image']);

export function readForm(form: Element, page: Element[], pageUrl: string): Form {
  const id = attribute(form, 'id');
  const inside = new Set(elements(form));
  const owned = page.filter((each) => {
    const owner = attribute(each, 'form');
    return owner === undefined ? inside.has(each) : owner === id;
  });
  const enabled = owned.filter((each) => !has(each, 'disabled'));
  const labels = page.filter(({ tagName }) => tagName === 'label');
  const fields = enabled.flatMap((each) => fieldsOf(each, labels));
  const buttons = enabled.filter(isButton).map(buttonOf);

  const named = (name: string) => fields.filter((field) => field.name === name);
  const need = (name: string): Field[] => {
    const found = named(name);
    if (found.length === 0)
      throw new NoSuchField(`${name}; there is ${[...new Set(fields.map((f) => f.name))].join(', ')}`);
    return found;
  };
  return {
    action: new URL(attribute(form, 'action') ?? pageUrl, pageUrl).href,
    method: attribute(form, 'method')?.toLowerCase() === 'post' ? 'post' : 'get',
    multipart: attribute(form, 'enctype') === 'multipart/form-data',
    fields,
    buttons: buttons.filter(({ visible }) => visible),
    hiddenButtons: buttons.filter(({ visible }) => !visible),
    text: textOf(form),
    has: (name) => named(name).length > 0,
    choices: (name) =>
      named(name)
        .filter(isChoice)
        .map(({ value }) => value),
    value: (name) => named(name).find((field) => !isChoice(field) || field.chosen)?.value,
    fill(values) {
      for (const [name, wanted] of Object.entries(values)) put(name, need(name), [wanted].flat());
      return this;
    },
    attach(name, file) {
      const [field] = need(name);
      if (field) Object.assign(field, { file, value: file.name });
      return this;
    },
  };
}

const isChoice = ({ type }: Field) => type === 'radio' || type === 'checkbox' || type === 'option';

function put(name: string, found: readonly Field[], wanted: readonly string[]): void {
  if (!found.some(isChoice)) {
    for (const [place, field] of found.entries()) field.value = wanted[place] ?? field.value;
    return;
  }
  for (const value of wanted) {
    if (!found.some((field) => field.value === value)) {
      throw new NoSuchField(`${name}=${value}; there is ${found.map((field) => field.value).join(', ')}`);
    }
  }
  for (const field of found) field.chosen = wanted.includes(field.value);
}

function fieldsOf(element: Element, labels: readonly Element[]): Field[] {
  const name = attribute(element, 'name');
  if (!name) return [];
  const common = { name, required: has(element, 'required'), label: labelOf(element, labels), chosen: false };
  if (element.tagName === 'textarea') return [{ ...common, type: 'textarea', value: contentOf(element) }];
  if (element.tagName === 'select') return optionsOf(element, common);
  if (element.tagName !== 'input') return [];
  const type = attribute(element, 'type')?.toLowerCase() ?? 'text';
  if (buttonTypes.has(type) || type === 'button' || type === 'reset') return [];
  const choice = type === 'radio' || type === 'checkbox';
  const value = attribute(element, 'value') ?? (choice ? 'on' : '');
  return [{ ...common, type, value, chosen: has(element, 'checked') }];
}

/** Without a selected option a list of one choice sends its first. */
function optionsOf(select: Element, common: Omit<Field, 'type' | 'value'>): Field[] {
  const options = [...elements(select)]
    .filter((each) => each.tagName === 'option' && !has(each, 'disabled'))
    .map((option) => ({
      ...common,
      type: 'option',
      value: attribute(option, 'value') ?? textOf(option),
      chosen: has(option, 'selected'),
    }));
  const [first] = options;
  if (first && !has(select, 'multiple') && !options.some(({ chosen }) => chosen)) first.chosen = true;
  return options;
}

const contentOf = (element: Element) =>
  element.childNodes
    .map((node) => ('value' in node ? String(node.value) : ''))
    .join('')
    .replace(/^\n/, '');

const isButton = (element: Element) =>
  (element.tagName === 'button' && (attribute(element, 'type') ?? 'submit') === 'submit') ||
  (element.tagName === 'input' && buttonTypes.has(attribute(element, 'type')?.toLowerCase() ?? ''));

const buttonOf = (element: Element): Button => ({
  name: attribute(element, 'name'),
  value: attribute(element, 'value') ?? '',
  label: textOf(element) || (attribute(element, 'value') ?? ''),
  visible: !invisible(element),
});

function labelOf(element: Element, labels: readonly Element[]): string {
  const id = attribute(element, 'id');
  const label = labels.find((each) => (id !== undefined && attribute(each, 'for') === id) || isInside(element, each));
  return label ? textOf(label) : (attribute(element, 'aria-label') ?? '');
}

type Entry = [name: string, value: string | NonNullable<Field['file']>];

/** What a browser sends, in the order of the page. Text is sent with CR LF. */
export function entriesOf(form: Form, button: Button | undefined): Entry[] {
  const entries = form.fields.flatMap((field): Entry[] => {
    if (isChoice(field) && !field.chosen) return [];
    if (field.type === 'file') return [[field.name, field.file ?? { name: '', bytes: new Uint8Array() }]];
    return [[field.name, field.type === 'textarea' ? field.value.replaceAll(/\r?\n/g, '\r\n') : field.value]];
  });
  if (button?.name !== undefined) entries.push([button.name, button.value]);
  return entries;
}
