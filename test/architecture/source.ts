import type { Node, SourceFile } from 'typescript/unstable/ast';
import { createVirtualFileSystem } from 'typescript/unstable/fs';
import { API } from 'typescript/unstable/sync';
import { type Import, importsOf } from './imports.ts';

/** One file as the rules see it: a real syntax tree, so that neither a comment nor a string can fool them. */
export interface Source {
  /** From the root of the repository, with forward slashes. */
  readonly path: string;
  readonly lines: number;
  readonly imports: readonly Import[];
  readonly comments: readonly string[];
  readonly nodes: readonly Node[];
}

/** Parses several sets of files (path → text), each a little repository of its own, without resolving their imports. */
export function parse(sets: readonly Readonly<Record<string, string>>[]): Source[][] {
  const options = { noLib: true, noResolve: true, types: [], jsx: 'preserve' };
  const stored = sets.flatMap((files, set) => [
    [`${rootOf(set)}/tsconfig.json`, JSON.stringify({ compilerOptions: options, files: Object.keys(files) })],
    ...Object.entries(files).map(([path, text]) => [`${rootOf(set)}/${path}`, text]),
  ]);
  const api = new API({ cwd: '/', fs: createVirtualFileSystem(Object.fromEntries(stored)) });
  try {
    using snapshot = api.updateSnapshot({ openProjects: sets.map((_, set) => `${rootOf(set)}/tsconfig.json`) });
    return sets.map((files, set) => {
      const project = snapshot.getProject(`${rootOf(set)}/tsconfig.json`);
      return Object.keys(files).map((path) => {
        const file = project?.program.getSourceFile(`${rootOf(set)}/${path}`);
        if (!file) throw new Error(`the compiler did not read ${path}`);
        return sourceOf(path, file);
      });
    });
  } finally {
    api.close();
  }
}

const rootOf = (set: number) => `/${set}`;

function sourceOf(path: string, file: SourceFile): Source {
  const nodes: Node[] = [];
  const comments: string[] = [];
  const visit = (node: Node): undefined => {
    nodes.push(node);
    const before = file.text.slice(node.pos, node.getStart(file)).trim();
    if (before !== '') comments.push(before);
    node.forEachChild(visit);
    return undefined;
  };
  file.forEachChild(visit);
  return {
    path,
    lines: file.text.trimEnd().split('\n').length,
    imports: importsOf(path, nodes),
    comments,
    nodes,
  };
}
