import type { Source } from './source.ts';

export interface Violation {
  readonly path: string;
  readonly what: string;
}

/** One promise about all files of the repository. */
export interface Rule {
  /** A sentence in the present tense. */
  readonly name: string;
  readonly check: (sources: readonly Source[]) => Violation[];
  /** Files that may break it, each with the reason. One that no longer breaks it must go from the list. */
  readonly except?: Readonly<Record<string, string>>;
  /** Small files that break it, and what is said of them: without this a rule could sleep for ever. */
  readonly breaks: readonly { readonly files: Readonly<Record<string, string>>; readonly says: string }[];
}

/** What a rule says about files one by one. */
export const perFile =
  (applies: (path: string) => boolean, find: (source: Source) => readonly string[]) =>
  (sources: readonly Source[]): Violation[] =>
    sources
      .filter(({ path }) => applies(path))
      .flatMap((source) => find(source).map((what) => ({ path: source.path, what })));

export const under =
  (...folders: readonly string[]) =>
  (path: string): boolean =>
    folders.some((folder) => path.startsWith(`${folder}/`));
