import { stdin, stdout } from 'node:process';
import { createInterface } from 'node:readline/promises';

/** Asks whoever sits there; only a typed yes is one. `otherwise` is said where nobody does. */
export async function approved(question: string, otherwise: string): Promise<boolean> {
  if (!stdin.isTTY) {
    console.error(otherwise);
    return false;
  }
  const terminal = createInterface({ input: stdin, output: stdout });
  const answer = await terminal.question(`${question} (yes/no) `);
  terminal.close();
  return /^y(es)?$/i.test(answer.trim());
}
