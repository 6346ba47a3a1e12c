import { defaultAccent } from '../content/accent.ts';
import type { Block, BlockKind, Content } from '../content/block.ts';
import type { Frame, Framing } from '../content/frame.ts';

type Of<Kind extends BlockKind> = Extract<Block, { kind: Kind }>;

/** A block as the layout asks for it: every kind is named, one of them is there. */
type BlockView = { [Kind in Exclude<BlockKind, 'signature' | 'facts'>]: Of<Kind> | null } & {
  signature: { lines: string[] } | null;
  facts: { facts: { label: string; value: string; short: boolean }[] } | null;
};

/** Longer facts are sentences, and sentences in bold are hard to read. */
const bold = 50;

/** Everything the compiled layout may name. */
export interface View extends Framing {
  language: string;
  programme: string;
  accent: string;
  logo: { src: string; alt: string } | null;
  subject: string;
  preview: string;
  blocks: BlockView[];
}

export function view({ subject, preview, blocks }: Content, frame: Frame, framing: Framing): View {
  return {
    ...framing,
    language: frame.language,
    programme: frame.programme,
    accent: frame.accent ?? defaultAccent,
    logo: frame.logo,
    subject,
    preview,
    blocks: blocks.map(blockView),
  };
}

const nothing: BlockView = {
  greeting: null,
  paragraph: null,
  question: null,
  steps: null,
  facts: null,
  note: null,
  choices: null,
  button: null,
  signature: null,
};

function blockView(block: Block): BlockView {
  if (block.kind === 'facts') {
    const facts = block.facts.map((fact) => ({ ...fact, short: fact.value.length <= bold }));
    return { ...nothing, facts: { facts } };
  }
  if (block.kind === 'signature') return { ...nothing, signature: { lines: block.text.split('\n') } };
  return { ...nothing, [block.kind]: block };
}
