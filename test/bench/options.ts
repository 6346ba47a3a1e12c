import { type ParseArgsConfig, parseArgs } from 'node:util';

/** The options of a bench; `--help` lists them, and one that it does not have ends it in a sentence. */
export function optionsOf<T extends NonNullable<ParseArgsConfig['options']>>(options: T) {
  if (process.argv.slice(2).includes('--help')) {
    console.log(Object.entries(options).map(described).join('\n'));
    process.exit(0);
  }
  try {
    return parseArgs({ options }).values;
  } catch (error) {
    console.error(
      `${error instanceof Error ? error.message.split('. ')[0] : error}; there is --${Object.keys(options).join(', --')}`,
    );
    process.exit(2);
  }
}

const described = ([name, { type, default: usual }]: [string, NonNullable<ParseArgsConfig['options']>[string]]) =>
  `--${name}${type === 'string' ? ' …' : ''}${typeof usual === 'string' ? ` (${usual})` : ''}`;
