/** What the stage could not do, or had to refuse: a test may demand that there is none. Each sentence once. */
export interface Problems {
  add(sentence: string): void;
  list(): string[];
  clear(): void;
}

export function startProblems(onProblem: (sentence: string) => void): Problems {
  const sentences = new Set<string>();
  return {
    add(sentence) {
      if (sentences.has(sentence)) return;
      sentences.add(sentence);
      onProblem(sentence);
    },
    list: () => [...sentences],
    clear: () => sentences.clear(),
  };
}
