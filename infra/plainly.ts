/** What somebody typed that cannot be meant, in a sentence. */
export class Mistyped extends Error {
  override readonly name = 'Mistyped';
}

/** Says how a command is used: to whoever asked, or to whoever mistyped it. Answers the exit code. */
export function tellUsage(usage: string, asked: boolean | undefined): number {
  if (asked) console.log(usage);
  else console.error(usage);
  return asked ? 0 : 2;
}

/** Pure: of an option that a command does not have, what it is and where to look. Undefined for any other error. */
export function aboutOptions(error: unknown, command: string): string | undefined {
  const { code, message } = Object(error) as Record<string, unknown>;
  if (!String(code ?? '').startsWith('ERR_PARSE_ARGS')) return undefined;
  return `${String(message).split('. ')[0]}; npm run ${command} -- --help says what there is`;
}

/** Runs a command that needs no account: what was mistyped is said in a sentence, what is broken keeps its stack. */
export async function plainly(command: string, main: () => Promise<number>): Promise<void> {
  try {
    process.exitCode = await main();
  } catch (error) {
    const options = aboutOptions(error, command);
    const ours = error instanceof Error && (error.name === 'Mistyped' || error.name === 'ConfigRefused');
    if (options === undefined && !ours) throw error;
    console.error(options ?? (ours && error.message));
    process.exitCode = options === undefined ? 1 : 2;
  }
}
