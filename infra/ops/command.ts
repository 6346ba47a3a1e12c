import { appName } from '../names.ts';
import { aboutOptions } from '../plainly.ts';

/** What a command cannot do, in a sentence for the person who typed it. */
export class Refused extends Error {
  override readonly name = 'Refused';
}

/** What a command asks of AWS, for the sentence that says what is missing. */
export interface Needs {
  /** `parked` */
  readonly command: string;
  /** IAM actions. */
  readonly may: readonly string[];
}

const thrown = (error: unknown) => {
  const { name = 'Error', message = String(error), code, hostname } = Object(error) as Record<string, unknown>;
  return {
    name: String(name),
    message: String(message),
    code: String(code ?? ''),
    host: String(hostname ?? 'the address of AWS'),
  };
};

const rejected = /^(ExpiredToken(Exception)?|InvalidClientTokenId|UnrecognizedClientException|SignatureDoesNotMatch)$/;
const offline = /^(ECONNREFUSED|ENOTFOUND|ETIMEDOUT|EAI_AGAIN|ECONNRESET)$/;

/** Pure: why a command ended without doing its work, and exactly what would help. */
export function complaint(error: unknown, { command, may }: Needs, endpoint: string | undefined): string {
  const { name, message, code, host } = thrown(error);
  const rights = `rights to ${may.join(', ')}`;
  const options = aboutOptions(error, command);
  if (options !== undefined) return options;
  if (['Refused', 'ConfigRefused', 'NoMailbox'].includes(name)) return message;
  if (
    name === 'CredentialsProviderError' ||
    /Region is missing|resolved credential object is not valid/i.test(message)
  ) {
    return [
      `npm run ${command} needs AWS credentials of the stage's account, with ${rights}, and its Region.`,
      'Set AWS_PROFILE, or AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY (and AWS_SESSION_TOKEN), and AWS_REGION.',
      'AWS_ENDPOINT_URL points the command at another endpoint.',
    ].join('\n');
  }
  if (rejected.test(name)) return `AWS does not accept these credentials (${name}): sign in again, then repeat.`;
  if (/^AccessDenied/.test(name)) return `${message}\nnpm run ${command} needs ${rights}.`;
  if (code === 'ERR_INVALID_URL') return `AWS_ENDPOINT_URL is no address: ${endpoint ?? ''}`;
  if (offline.test(code)) {
    if (endpoint !== undefined) return `nothing answers at ${endpoint} (${code}).`;
    return `nothing answers at ${host} (${code}): is the Region right, and is there a network?`;
  }
  return `${name}: ${message}`;
}

/** Runs a command line to its exit code; whatever it throws is said in a sentence, never as a stack. */
export async function runCommand(needs: Needs, main: () => Promise<number>): Promise<void> {
  try {
    process.exitCode = await main();
  } catch (error) {
    console.error(complaint(error, needs, process.env.AWS_ENDPOINT_URL));
    // Mistyped, and nothing done.
    process.exitCode = aboutOptions(error, needs.command) === undefined ? 1 : 2;
  }
}

/** What to type next, with the settings file with which this was typed: without it the stage would be another one. */
export const nextCommand = (command: string, stage: string, option: string, file: string | undefined): string =>
  `npm run ${command} -- ${stage} ${option}${file === undefined ? '' : ` --config ${file}`}`;

/** `reverse-mentoring-dev-on-pair-formed` → `on-pair-formed`, as people know it. */
export const shortName = (stage: string, functionName: string): string =>
  functionName.replace(`${appName}-${stage}-`, '');
