/** A button of a letter: `label` is what the reader says by pressing it, `href` opens a page and changes nothing. */
export interface Choice {
  label: string;
  href: string;
}

/**
 * What a letter is made of. HTML and text are both drawn from these, so that they cannot say different things.
 * `choices` are answers of equal weight: they look alike, whatever they say. `note` says who reads an answer, and
 * therefore stands before the question.
 */
export type Block =
  | { kind: 'greeting'; text: string }
  | { kind: 'paragraph'; text: string }
  | { kind: 'question'; text: string }
  | { kind: 'steps'; items: string[] }
  | { kind: 'facts'; facts: { label: string; value: string }[] }
  | { kind: 'note'; title: string; text: string }
  | { kind: 'choices'; choices: Choice[] }
  | { kind: 'button'; label: string; href: string }
  | { kind: 'signature'; text: string };

export type BlockKind = Block['kind'];

/** A letter without its frame: `preview` is the line that inboxes show after the subject. */
export interface Content {
  subject: string;
  preview: string;
  blocks: Block[];
}
