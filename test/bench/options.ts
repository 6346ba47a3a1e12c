import { type ParseArgsConfig, parseArgs } from 'node:util';

/** The options of a bench; one that it does not have ends it in a sentence. */
export function optionsOf<T extends NonNullable<ParseArgsConfig['options']>>(options: T) {
  try {
    return parseArgs({ options }).values;
  } catch (error) {
    console.error(
      `${error instanceof Error ? error.message.split('. ')[0] : error}; there is --${Object.keys(options).join(', --')}`,
    );
    process.exit(2);
  }
}
